import { localDate } from '#libs/shared';
import { startApi } from './support/api-process.js';
import { withBenchDatabase, type BenchDatabase } from './support/bench-database.js';
import { bulkInParallel } from './support/bulk-lanes.js';
import { acceptRequest, tokensFor, waitingFiles, type Waiting } from './support/desk.js';
import { HttpLane } from './support/http-lane.js';
import { bench, median, ROUNDS, say } from './support/report.js';

const WAITING = 10_000;
/** As few as an empty database can have and still be asked for a transition in every round. */
const NONE = ROUNDS + 1;
const RECEIVED = localDate('2026-07-02');
const GOAL_MS = 1_000;
const GOAL_RATIO = 1.5;

interface Measured {
  /** From listening to the answer. */
  readonly first: number;
  /** From the start of the process to listening. */
  readonly start: number;
}

async function firstTransition(
  database: BenchDatabase,
  { file, tokens }: { file: Waiting; tokens: ReadonlyMap<string, string> },
): Promise<Measured> {
  const began = performance.now();
  const api = await startApi(database);
  try {
    const listening = await api.listening;
    const lane = await HttpLane.open(api.port);
    await lane.send(acceptRequest(file, tokens));
    const answered = performance.now();
    lane.close();
    return { first: answered - listening, start: listening - began };
  } finally {
    await api.stop();
  }
}

/** The API is started anew for every round, on files that wait with their clocks and milestones. */
const withWaiting = (files: number): Promise<Measured[]> =>
  withBenchDatabase(async (database) => {
    await bulkInParallel(database, {
      ...{ petitions: files, seed: 21, from: RECEIVED, today: RECEIVED, plan: 'waiting', complaintFiles: true },
    });
    const waiting = await waitingFiles(database);
    const api = await startApi(database);
    await api.listening;
    const tokens = await tokensFor(
      api,
      waiting.map(({ username }) => username),
    );
    await api.stop();
    const measured: Measured[] = [];
    for (const file of waiting.slice(0, ROUNDS)) measured.push(await firstTransition(database, { file, tokens }));
    say(
      `${files} waiting: first transitions after ${measured.map(({ first }) => `${Math.round(first)} ms`).join(', ')}`,
    );
    return measured;
  });

bench(async () => {
  const few = await withWaiting(NONE);
  const many = await withWaiting(WAITING);
  const first = median(many.map((one) => one.first));
  const ratio = first / median(few.map((one) => one.first));
  return {
    figures: [
      {
        what: `first transition after listening, ${WAITING} files waiting`,
        value: first,
        unit: 'ms',
        goal: `≤ ${GOAL_MS} ms`,
        met: first <= GOAL_MS,
      },
      {
        what: 'the same against an empty database',
        value: ratio,
        unit: '×',
        goal: `≤ ${GOAL_RATIO} ×`,
        met: ratio <= GOAL_RATIO,
      },
      { what: 'from the start of the process to listening', value: median(many.map(({ start }) => start)), unit: 'ms' },
    ],
  };
});
