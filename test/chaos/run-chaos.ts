import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '#testing/support/repository';
import type { RunReport } from './support/run.js';
import { Session } from './support/session.js';

/** Runs that follow each other on one lane share an arrangement. */
const BLOCK = 5;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    lanes: { type: 'string', default: '3' },
    minutes: { type: 'string', default: '600' },
  },
});
const [runs, first, lanes] = [Number(values.runs), Number(values.seed), Number(values.lanes)];
const folder = join(repository, 'test/.artifacts');
const path = join(folder, `chaos-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.json`);
const reports: RunReport[] = [];
/** Seeds of which there is no report. */
const stranded: number[] = [];
const began = performance.now();
let next = 0;

function tell(report: RunReport): void {
  reports.push(report);
  const { seed, arrangement, strikes, seconds, faults } = report;
  const took = seconds.storm + seconds.settle + seconds.check;
  process.stdout.write(
    `${faults.length === 0 ? 'ok  ' : 'FAIL'} seed ${seed}  ${arrangement.keeper}/${arrangement.queue}  ${took.toFixed(1)} s (${seconds.storm} + ${seconds.settle})  ${strikes.join(', ')}\n`,
  );
  for (const fault of faults) process.stdout.write(`     ${fault}\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${JSON.stringify(summary(), null, 2)}\n`);
}

function summary() {
  const failed = reports.filter(({ faults }) => faults.length > 0);
  const strikes = new Map<string, number>();
  for (const report of reports) for (const name of report.strikes) strikes.set(name, (strikes.get(name) ?? 0) + 1);
  const total = (of: (report: RunReport) => number): number => reports.reduce((sum, report) => sum + of(report), 0);
  return {
    ...{ firstSeed: first, runs: reports.length, failed: [...stranded, ...failed.map(({ seed }) => seed)] },
    minutes: Math.round((performance.now() - began) / 6_000) / 10,
    registered: total(({ registered }) => registered),
    steps: total(({ steps }) => steps),
    papers: total(({ papers }) => papers),
    strikes: Object.fromEntries([...strikes].sort()),
    reports,
  };
}

/** A house that cannot even be built or arranged is a failure of its seed; the next begins in a new one. */
async function tryOne(session: Session, seed: number): Promise<void> {
  try {
    tell(await session.run(seed));
  } catch (error) {
    stranded.push(seed);
    process.stdout.write(
      `FAIL seed ${seed}  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    await session.close().catch(() => undefined);
  }
}

/** Houses beside each other: while one waits for a lease, another works. */
async function lane(): Promise<void> {
  const session = new Session();
  try {
    while (next < runs && performance.now() - began < Number(values.minutes) * 60_000) {
      const from = next;
      next += BLOCK;
      for (let run = from; run < Math.min(from + BLOCK, runs); run += 1) await tryOne(session, first + run);
    }
  } finally {
    await session.close();
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
await Promise.all(Array.from({ length: Math.min(lanes, Math.ceil(runs / BLOCK)) }, lane));
const { failed, minutes, registered, steps, papers } = summary();
process.stdout.write(
  `${reports.length} runs in ${minutes} minutes, ${registered} registrations, ${steps} steps, ${papers} papers; failed: ${failed.length === 0 ? 'none' : failed.map((seed) => `--seed ${seed}`).join(', ')}\n${path}\n`,
);
process.exit(failed.length === 0 ? 0 : 1);
