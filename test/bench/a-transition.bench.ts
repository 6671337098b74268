import type { Actor } from '#libs/access';
import { localDate } from '#libs/shared';
import { startApi } from './support/api-process.js';
import { countStatements, withBenchDatabase, type BenchDatabase } from './support/bench-database.js';
import { bulkInParallel } from './support/bulk-lanes.js';
import { ACCEPT, acceptRequest, tokensFor, waitingFiles, type Waiting } from './support/desk.js';
import { CLIENTS, Floor } from './support/floor.js';
import { HttpLane } from './support/http-lane.js';
import { readReference } from '../../apps/cli/src/commands/demo/bulk/reference.js';
import { bench, median, percentile, ROUNDS, say, timed } from './support/report.js';
import { postgresSystem } from './support/systems.js';

const EACH = 40;
const PER_ROUND = CLIENTS * EACH;
/** Round 0 warms caches, prepared statements and compiled code. */
const FILES = PER_ROUND * (ROUNDS + 1) * 2 + 200;
const GOAL = 0.5;
const RECEIVED = localDate('2026-07-02');

/** Hands out waiting files, never one twice. */
class Supply {
  private next = 0;
  constructor(private readonly files: readonly Waiting[]) {}
  take(count: number): readonly Waiting[] {
    const taken = this.files.slice(this.next, (this.next += count));
    if (taken.length < count) throw new Error('Too few files for this bench');
    return taken;
  }
}

/** Runs all items over as many lanes as there are clients; answers items a second and how long each took. */
async function inLanes<Lane>(
  lanes: readonly Lane[],
  items: readonly Waiting[],
  work: (lane: Lane, item: Waiting) => Promise<unknown>,
): Promise<{ rate: number; waits: number[] }> {
  const waits: number[] = [];
  let next = 0;
  const ms = await timed(() =>
    Promise.all(
      lanes.map(async (lane) => {
        for (let item = items[next++]; item; item = items[next++]) waits.push(await timed(() => work(lane, item)));
      }),
    ),
  );
  return { rate: (items.length / ms) * 1000, waits };
}

/** Statements the API sends for one transition, counted by the server. */
async function roundTrips(
  { connections }: BenchDatabase,
  work: () => Promise<unknown>,
  count: number,
): Promise<{ each: number; seen: string[] }> {
  const { admin } = connections;
  await admin.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA public');
  await countStatements(connections, true);
  await admin.query('SELECT public.pg_stat_statements_reset()');
  await work();
  await countStatements(connections, false);
  const { rows } = await admin.query<{ query: string; calls: string }>(
    `SELECT left(query, 60) AS query, calls FROM public.pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid WHERE r.rolname = 'nghedan_app' ORDER BY calls DESC`,
  );
  const hot = rows.filter(({ calls }) => Number(calls) >= count / 2);
  return {
    each: hot.reduce((sum, { calls }) => sum + Number(calls), 0) / count,
    seen: rows.map(({ query, calls }) => `${calls} × ${query}`),
  };
}

/** Rows of the tables a transition writes, so that both sides can be held to the same number. */
async function rowCounts({ connections: { admin } }: BenchDatabase): Promise<readonly number[]> {
  const tables = ['case_event', 'event_text', 'deadline', 'milestone', 'effect'];
  const { rows } = await admin.query<{ n: number[] }>(
    `SELECT ARRAY[${tables.map((table) => `(SELECT count(*)::int FROM app.${table})`).join(', ')}] AS n`,
  );
  return rows[0]?.n ?? [];
}

bench(() =>
  withBenchDatabase(async (database) => {
    await bulkInParallel(database, {
      ...{ petitions: FILES, seed: 5, from: RECEIVED, today: RECEIVED, plan: 'waiting', complaintFiles: true },
    });
    const files = await waitingFiles(database);
    const supply = new Supply(files);
    const { actors } = await readReference(database.connections);
    const system = postgresSystem(database.connections, database.vault);
    const api = await startApi(database);
    try {
      await api.listening;
      const tokens = await tokensFor(
        api,
        files.map(({ username }) => username),
      );
      const byName = await actorsByName(database, actors);
      const sample = supply.take(1)[0]!;
      const sockets = await Promise.all(Array.from({ length: CLIENTS }, () => HttpLane.open(api.port)));
      const viaHttp = (items: readonly Waiting[]) =>
        inLanes(sockets, items, (lane, item) => lane.send(acceptRequest(item, tokens)));
      const { type, ...inputs } = ACCEPT;
      const inside = (items: readonly Waiting[]) =>
        inLanes(Array.from({ length: CLIENTS }), items, (_lane, { id, username }) =>
          system.casework.apply(byName.get(username)!, { caseFileId: id, type, inputs, expectedRev: 1 }),
        );
      await viaHttp([sample]);
      const twinsOf = files.slice(-PER_ROUND * (ROUNDS + 1)).map(({ id }) => id);
      const floor = await Floor.prepare(database, { sample: sample.id, ids: twinsOf });

      const rounds: { floor: number; http: number; inside: number; waits: number[] }[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        const [start, afterFloor] = [await rowCounts(database), () => rowCounts(database)];
        const floorRate = await floor.round(EACH);
        const middle = await afterFloor();
        const http = await viaHttp(supply.take(PER_ROUND));
        const end = await rowCounts(database);
        if (end.some((n, i) => n - middle[i]! !== middle[i]! - start[i]!))
          throw new Error(`The floor writes other rows than the product: ${JSON.stringify([start, middle, end])}`);
        const within = await inside(supply.take(PER_ROUND));
        const line = `floor ${Math.round(floorRate)}/s, HTTP ${Math.round(http.rate)}/s, inside ${Math.round(within.rate)}/s`;
        say(`round ${round}${round === 0 ? ' (warm-up)' : ''}: ${line}`);
        if (round > 0) rounds.push({ floor: floorRate, http: http.rate, inside: within.rate, waits: http.waits });
      }
      const trips = await roundTrips(database, () => viaHttp(supply.take(100)), 100);
      for (const socket of sockets) socket.close();
      const ratio = median(rounds.map(({ http, floor: base }) => http / base));
      const p99 = percentile(
        rounds.flatMap(({ waits }) => waits),
        0.99,
      );
      return {
        figures: [
          {
            what: 'transition over HTTP, share of the floor',
            value: ratio * 100,
            unit: '%',
            goal: `≥ ${GOAL * 100} %`,
            met: ratio >= GOAL,
          },
          {
            what: 'inside the process, share of the floor',
            value: median(rounds.map(({ inside: own, floor: base }) => own / base)) * 100,
            unit: '%',
          },
          {
            what: 'round trips of a transition over HTTP',
            value: trips.each,
            unit: '',
            goal: '≤ 2',
            met: trips.each <= 2,
          },
          { what: 'transition over HTTP', value: median(rounds.map(({ http }) => http)), unit: '/s' },
          { what: 'transition over HTTP, p99', value: p99, unit: 'ms' },
          { what: 'transition inside the process', value: median(rounds.map(({ inside: own }) => own)), unit: '/s' },
          { what: 'floor: 8 round trips by pgbench', value: median(rounds.map(({ floor: base }) => base)), unit: '/s' },
        ],
        notes: [`statements of 100 transitions: ${trips.seen.join(' | ')}`],
      };
    } finally {
      await api.stop();
    }
  }),
);

async function actorsByName(
  { connections }: BenchDatabase,
  actors: readonly Actor[],
): Promise<ReadonlyMap<string, Actor>> {
  const { rows } = await connections.admin.query<{ id: number; username: string }>(
    'SELECT id, username FROM app.app_user',
  );
  const names = new Map(rows.map(({ id, username }) => [id, username]));
  return new Map(actors.map((actor) => [names.get(actor.userId) ?? '', actor]));
}
