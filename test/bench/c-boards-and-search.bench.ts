import type { Actor } from '#libs/access';
import { addWorkingDays, vietnamCalendar } from '#libs/calendar';
import { CheckResends, type ResendCandidate, type ResendKeys } from '#libs/intake';
import { boardPage, PostgresPetitions, TransactionRunner, type Connections } from '#libs/persistence';
import { localDate } from '#libs/shared';
import { withBenchDatabase } from './support/bench-database.js';
import { bulkInParallel } from './support/bulk-lanes.js';
import { planHistory, AGENCIES } from './support/history.js';
import { actorFor, readReference } from './support/reference.js';
import { bench, median, percentile, ROUNDS, say, timed } from './support/report.js';
import type { Pool, PoolClient } from 'pg';

const FILES = 100_000;
/** What it takes to come to that many files, complaint files included. */
const PETITIONS = 80_000;
const HISTORY = {
  petitions: PETITIONS,
  seed: 31,
  from: localDate('2026-01-05'),
  today: localDate('2026-06-26'),
  acts: 6,
};
const PER_ROUND = 200;
const GOALS = { board: 3, resend: 100 } as const;

interface Query {
  readonly name: string;
  readonly text: string;
  /** Values of the nth run. */
  readonly values: (n: number) => unknown[];
}

/** As the app role with the actor set, every statement prepared under its name; the times are of the statement alone. */
async function times(pool: Pool, actor: Actor, { name, text, values }: Query): Promise<number[]> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT app.act_as($1, $2)', [actor.userId, actor.agencies]);
    const waits: number[] = [];
    for (let n = 0; n < PER_ROUND; n += 1)
      waits.push(await timed(() => client.query({ name, text, values: values(n) })));
    await client.query('COMMIT');
    return waits;
  } finally {
    client.release();
  }
}

/** Times the statement that resend checks send, and hands its answer on. */
class TimedPetitions extends PostgresPetitions {
  readonly waits: number[] = [];
  override async resendCandidates(tx: object, keys: ResendKeys): Promise<readonly ResendCandidate[]> {
    const began = performance.now();
    const found = await super.resendCandidates(tx, keys);
    this.waits.push(performance.now() - began);
    return found;
  }
}

const sample = async (connections: Connections, text: string): Promise<string[]> =>
  (await connections.admin.query<{ value: string }>(text)).rows.map(({ value }) => value);

/** The plan of a statement as the app role sees it, for the notes of what falls short. */
async function planOf(client: PoolClient, { text, values }: Query): Promise<string> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${text}`,
    values(0),
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

bench(() =>
  withBenchDatabase(async (database) => {
    const { connections, vault } = database;
    await bulkInParallel(database, { ...HISTORY, plan: 'demo' });
    const reference = await readReference(connections);
    const officer = actorFor(reference, 'XA-TANTHANH', { role: 'caseOfficer', turn: 0 });
    const leader = reference.actors.find(({ roles }) => roles.includes('provinceChairman'))!;
    const [counted] = await sample(connections, 'SELECT count(*)::text AS value FROM app.case_file');
    const files = Number(counted);
    if (files < FILES * 0.95) throw new Error(`${files} files where about ${FILES} were meant`);
    const ids = await sample(
      connections,
      `SELECT id::text AS value FROM app.case_file WHERE agency_id = ${officer.agencyId} AND visible_to IS NULL ORDER BY hashtext(id::text) LIMIT ${PER_ROUND}`,
    );
    const words = await sample(
      connections,
      `SELECT name_folded AS value FROM app.petitioner WHERE agency_id = ${officer.agencyId} AND name_folded IS NOT NULL ORDER BY hashtext(id::text) LIMIT ${PER_ROUND}`,
    );
    const days = {
      today: HISTORY.today,
      soonUntil: addWorkingDays(vietnamCalendar(), { from: HISTORY.today, days: 3 }),
    };
    const board = (actor: Actor): Query => {
      const scope = actor.agencies.includes(actor.provinceId)
        ? ({ kind: 'province', id: actor.provinceId } as const)
        : ({ kind: 'agencies', ids: actor.agencies } as const);
      const page = boardPage(scope, {}, { days, limit: 50 });
      return { name: `bench.board-${actor.userId}`, text: page.text, values: () => page.values };
    };
    const key: Query = {
      name: 'bench.key',
      text: 'SELECT * FROM app.case_file WHERE id = $1',
      values: (n) => [ids[n % ids.length]],
    };
    const search: Query = {
      name: 'bench.search',
      text: 'SELECT found FROM app.search_register($1, $2, $3, NULL, NULL, NULL) AS found',
      values: (n) => [officer.userId, officer.agencies, (words[n % words.length] ?? '').split(' ')],
    };
    const typed = planHistory({ ...HISTORY, petitions: PER_ROUND, seed: 77, agencies: AGENCIES.slice(0, 1) });
    const clerk = actorFor(reference, 'XA-TANTHANH', { role: 'receptionist', turn: 0 });
    const petitions = new TimedPetitions();
    const resends = new CheckResends(new TransactionRunner(connections), petitions, vault);
    const checkAll = async (): Promise<number[]> => {
      petitions.waits.length = 0;
      for (const { matter, people } of typed)
        await resends.execute(clerk, {
          ...{ type: matter.type, content: matter.content },
          petitioners: people.map(({ fullName, personalId, hamlet }) => ({
            fullName,
            personalId,
            address: `${hamlet}, xã Tân Thành`,
          })),
        });
      return [...petitions.waits];
    };

    const rounds: Record<'key' | 'commune' | 'province' | 'search' | 'resend', number[]>[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const one = {
        key: await times(connections.app, officer, key),
        commune: await times(connections.app, officer, board(officer)),
        province: await times(connections.app, leader, board(leader)),
        search: await times(connections.app, officer, search),
        resend: await checkAll(),
      };
      say(
        `round ${round}: ${Object.entries(one)
          .map(
            ([name, waits]) => `${name} p50 ${median(waits).toFixed(2)} p99 ${percentile(waits, 0.99).toFixed(2)} ms`,
          )
          .join(', ')}`,
      );
      if (round > 0) rounds.push(one);
    }
    const of = (what: (one: (typeof rounds)[number]) => number): number => median(rounds.map(what));
    const times50 = (name: 'commune' | 'province' | 'search') => of((one) => median(one[name]) / median(one.key));
    const resend99 = of((one) => percentile(one.resend, 0.99) / median(one.key));
    const notes = [
      `${files} files; ${(await sample(connections, `SELECT count(*)::text AS value FROM app.deadline WHERE closed_at IS NULL AND statutory AND due_on < '${HISTORY.today}'`))[0]} overdue limits`,
    ];
    if (process.env.BENCH_PLANS) {
      const client = await connections.app.connect();
      await client.query('BEGIN');
      for (const [actor, query] of [
        [officer, board(officer)],
        [leader, board(leader)],
      ] as const) {
        await client.query('SELECT app.act_as($1, $2)', [actor.userId, actor.agencies]);
        notes.push(await planOf(client, query));
      }
      await client.query('COMMIT');
      client.release();
    }
    return {
      figures: [
        {
          what: 'overdue board of a commune, p50 against a key lookup',
          value: times50('commune'),
          unit: '×',
          goal: `≤ ${GOALS.board} ×`,
          met: times50('commune') <= GOALS.board,
        },
        {
          what: 'overdue board of a province, p50 against a key lookup',
          value: times50('province'),
          unit: '×',
          goal: `≤ ${GOALS.board} ×`,
          met: times50('province') <= GOALS.board,
        },
        {
          what: 'resend check, p99 against a key lookup',
          value: resend99,
          unit: '×',
          goal: `≤ ${GOALS.resend} ×`,
          met: resend99 <= GOALS.resend,
        },
        { what: 'register search by name, p50 against a key lookup', value: times50('search'), unit: '×' },
        { what: 'key lookup, p50', value: of((one) => median(one.key)), unit: 'ms' },
        { what: 'overdue board of a commune, p50', value: of((one) => median(one.commune)), unit: 'ms' },
        { what: 'register search by name, p50', value: of((one) => median(one.search)), unit: 'ms' },
        { what: 'register search by name, p99', value: of((one) => percentile(one.search, 0.99)), unit: 'ms' },
        { what: 'resend check, p99', value: of((one) => percentile(one.resend, 0.99)), unit: 'ms' },
      ],
      notes,
    };
  }),
);
