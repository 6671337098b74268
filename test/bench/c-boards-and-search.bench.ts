import type { Actor } from '#libs/access';
import { addWorkingDays, vietnamCalendar } from '#libs/calendar';
import { CheckResends, type ResendCandidate, type ResendKeys } from '#libs/intake';
import { beginAs, boardPage, PostgresPetitions, TransactionRunner, type Connections } from '#libs/persistence';
import { localDate } from '#libs/shared';
import { withBenchDatabase } from './support/bench-database.js';
import { bulkInParallel } from './support/bulk-lanes.js';
import { planHistory, AGENCIES } from './support/history.js';
import { actorFor, readReference } from '../../apps/cli/src/commands/demo/bulk/reference.js';
import { bench, median, percentile, ROUNDS, say, timed, type Figure } from './support/report.js';
import type { Pool, PoolClient } from 'pg';

const FILES = 100_000;
/** What it takes to come to that many files, complaint files included. */
const PETITIONS = 84_000;
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
  /** How the product opens the transaction for it. */
  readonly reading?: 'plannedOnce';
  /** Values of the nth run. */
  readonly values: (n: number) => unknown[];
}

interface Times {
  /** The statement alone, its actor set before. */
  readonly statement: number[];
  /** The read as the product makes it: actor set, statement, end of the transaction. */
  readonly read: number[];
}

/** As the app role, every statement prepared under its name. */
async function times(pool: Pool, actor: Actor, { name, text, values, reading }: Query): Promise<Times> {
  const client = await pool.connect();
  const waits: Times = { statement: [], read: [] };
  try {
    for (let n = 0; n < PER_ROUND; n += 1) {
      const began = performance.now();
      await client.query(beginAs(actor, reading));
      waits.statement.push(await timed(() => client.query({ name, text, values: values(n) })));
      await client.query('COMMIT');
      waits.read.push(performance.now() - began);
    }
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

const atMost = (what: string, value: number, goal: number): Figure => ({
  ...{ what, value, unit: '×', goal: `≤ ${goal} ×`, met: value <= goal },
});

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
      return {
        ...{ name: `bench.board-${actor.userId}`, text: page.text, values: () => page.values },
        reading: 'plannedOnce',
      };
    };
    const key: Query = {
      name: 'bench.key',
      text: 'SELECT * FROM app.case_file WHERE id = $1',
      values: (n) => [ids[n % ids.length]],
    };
    const search: Query = {
      name: 'bench.search',
      text: `SELECT found FROM app.search_register($1, $2, $3, '{}', NULL, NULL) AS found`,
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

    const rounds: { key: Times; commune: Times; province: Times; search: Times; resend: number[] }[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const one = {
        key: await times(connections.app, officer, key),
        commune: await times(connections.app, officer, board(officer)),
        province: await times(connections.app, leader, board(leader)),
        search: await times(connections.app, officer, search),
        resend: await checkAll(),
      };
      const shown = (waits: number[]) => `${median(waits).toFixed(2)} ms (p99 ${percentile(waits, 0.99).toFixed(2)})`;
      say(
        `round ${round}: key ${shown(one.key.statement)}, board ${shown(one.commune.statement)} and ${shown(one.province.statement)}, search ${shown(one.search.statement)}, resend ${shown(one.resend)}`,
      );
      if (round > 0) rounds.push(one);
    }
    const of = (what: (one: (typeof rounds)[number]) => number): number => median(rounds.map(what));
    const against = (name: 'commune' | 'province' | 'search', how: keyof Times): number =>
      of((one) => median(one[name][how]) / median(one.key[how]));
    const ms = (what: string, value: (one: (typeof rounds)[number]) => number): Figure => ({
      what,
      value: of(value),
      unit: 'ms',
    });
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
        atMost('overdue board of a commune, p50 against a key lookup', against('commune', 'read'), GOALS.board),
        atMost('overdue board of a province, p50 against a key lookup', against('province', 'read'), GOALS.board),
        atMost('commune, statement alone', against('commune', 'statement'), GOALS.board),
        atMost('province, statement alone', against('province', 'statement'), GOALS.board),
        atMost(
          'resend check, p99 against a key lookup, statements alone',
          of((one) => percentile(one.resend, 0.99) / median(one.key.statement)),
          GOALS.resend,
        ),
        { what: 'register search by name, p50 against a key lookup', value: against('search', 'read'), unit: '×' },
        ms('key lookup, p50 of the read', (one) => median(one.key.read)),
        ms('key lookup, p50 of the statement', (one) => median(one.key.statement)),
        ms('overdue board of a commune, p50 of the statement', (one) => median(one.commune.statement)),
        ms('register search by name, p50 of the statement', (one) => median(one.search.statement)),
        ms('resend check, p50', (one) => median(one.resend)),
        ms('resend check, p99', (one) => percentile(one.resend, 0.99)),
      ],
      notes,
    };
  }),
);
