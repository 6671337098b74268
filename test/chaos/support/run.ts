import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from './client.js';
import type { Arrangement, House } from './house.js';
import { findFaults } from './invariants.js';
import { Journal } from './journal.js';
import { Random } from './random.js';
import { letTimePass, settle } from './settle.js';
import { DEPTHS, Story } from './story.js';
import { STRIKES, type Strike } from './strikes.js';

/** Runs in a row that share an arrangement, so that one start serves several. */
const ROW = 5;

/** What a seed decides about a run before it begins. */
export function arrangementOf(seed: number, hasRedis: boolean): Arrangement {
  const row = Math.floor(seed / ROW);
  return {
    keeper: row % 3 === 2 ? 'launcher' : 'supervisor',
    queue: row % 2 === 1 && hasRedis ? 'redis' : 'postgres',
  };
}

export interface RunReport {
  readonly seed: number;
  readonly arrangement: Arrangement;
  readonly strikes: readonly string[];
  readonly seconds: Readonly<Record<'storm' | 'settle' | 'check', number>>;
  readonly answers: Readonly<Record<string, number>>;
  readonly registered: number;
  readonly steps: number;
  readonly papers: number;
  readonly faults: readonly string[];
}

export interface RunOptions {
  readonly seed: number;
  readonly stories?: number;
}

/** Real work under blows, then calm, then every promise is looked up in the database. */
export async function runChaos(house: House, { seed, stories = 7 }: RunOptions): Promise<RunReport> {
  const random = new Random(seed);
  const journal = new Journal();
  const faults: string[] = [];
  const struck: string[] = [];
  const began = performance.now();
  const guarded = (work: Promise<unknown>): Promise<void> =>
    work.then(
      () => undefined,
      (error: unknown) => void faults.push(`work: ${error instanceof Error ? error.message : String(error)}`),
    );

  const working = Array.from({ length: stories }, () => {
    const own = random.fork();
    const story = new Story(new Client(house, own, journal), own.pick(DEPTHS));
    return guarded(sleep(own.between(0, 1_500)).then(() => story.live()));
  });
  const clock = new Client(house, random.fork(), journal);
  working.push(guarded(passDays(clock)));
  await strikeAll(house, random.fork(), struck);
  await whileTimePasses(house, Promise.all(working));
  const calmAt = performance.now();
  await guarded(settle(house, clock, { hurries: !mustWait(struck) && clock.random.chance(0.9) }));
  const settledAt = performance.now();
  await guarded(
    findFaults(house, journal, clock).then((found) => {
      faults.push(...found);
    }),
  );
  faults.push(...house.crashes());
  const seconds = (from: number, to: number): number => Math.round((to - from) / 100) / 10;
  return {
    ...{ seed, arrangement: house.arrangement, strikes: struck, faults: [...faults, ...journal.complaints] },
    seconds: {
      storm: seconds(began, calmAt),
      settle: seconds(calmAt, settledAt),
      check: seconds(settledAt, performance.now()),
    },
    answers: Object.fromEntries(journal.answers),
    registered: journal.registrations.length,
    steps: journal.steps.length,
    papers: journal.papers.length,
  };
}

/**
 * The sweep of the messages comes every 15 seconds and may be hurried, but not where a clock was set under it: then it is seen
 * whether it still stands.
 */
const mustWait = (struck: readonly string[]): boolean => struck.some((name) => name.startsWith('the system clock'));

/** What the blows have cost leases is waited for quickly. */
async function whileTimePasses(house: House, work: Promise<unknown>): Promise<void> {
  let going = true;
  const done = work.finally(() => (going = false));
  while (going) {
    await letTimePass(house);
    await Promise.race([done, sleep(700)]);
  }
}

/** The days go by while things break: reminders, overdue and rungs fire in the middle of it. */
async function passDays(client: Client): Promise<void> {
  await sleep(client.random.between(300, 2_000));
  await client.once({
    as: 'lanhdao',
    method: 'POST',
    path: '/clock/advance',
    body: { workingDays: client.random.between(1, 2) },
  });
}

async function strikeAll(house: House, random: Random, struck: string[]): Promise<void> {
  const possible = STRIKES.filter((strike) => strike.possible?.(house) ?? true);
  const blows: Promise<void>[] = [];
  for (let left = random.between(3, 6); left > 0; left -= 1) {
    await sleep(random.between(150, 900));
    const strike = weighed(possible, random);
    struck.push(strike.name);
    blows.push(strike.blow(house, random.fork()));
    // Some fall together.
    if (random.chance(0.7)) await blows.at(-1);
  }
  await Promise.all(blows);
}

/** Blows after which programs start anew cost the machine seconds, so they are the smaller half. */
function weighed(strikes: readonly Strike[], random: Random): Strike {
  let left = random.next() * strikes.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return strikes.find(({ weight = 1 }) => (left -= weight) < 0) ?? random.pick(strikes);
}
