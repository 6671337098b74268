import type { HandedOut, Outbox } from '#libs/casework';
import { jobForEffect, type JobItem, type JobProducer, type JobSettings } from '#libs/queue';
import { log, logError } from './log.js';

/** After this long a row that was handed out and is not done is handed out again: its job may be lost. */
const LEASE_MS = 15_000;
const BATCH = 500;
/** Rows in one job. Moving the clock and reckoning anew are long work and go alone. */
const ROWS_IN_A_JOB = 25;
const ALONE: ReadonlySet<string> = new Set(['clock.advance', 'calendar.reproject']);

/** Hands pending effect rows to the queue. Asked while at it, it goes round once more. */
export class Relay {
  handedOut = 0;
  private running: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly producer: JobProducer,
  ) {}

  /** Never throws: what could not be handed over has a lease that will run out. */
  run(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.drain()
      .catch((error: unknown) => logError('relay', error))
      .finally(() => {
        this.running = null;
        if (!this.again) return;
        this.again = false;
        void this.run();
      });
    return this.running;
  }

  private async drain(): Promise<void> {
    for (;;) {
      const rows = await this.outbox.handOut(BATCH, LEASE_MS);
      const jobs = jobsFor(rows);
      await this.producer.addAll(jobs);
      this.handedOut += rows.length;
      if (rows.length < BATCH) return;
    }
  }
}

/** Rows of one kind share jobs. The number of the try is part of the id: a job left from an earlier try must not hide this one. */
function jobsFor(rows: readonly HandedOut[]): [JobItem, JobSettings][] {
  const byKind = new Map<string, HandedOut[]>();
  for (const row of rows) byKind.set(row.kind, [...(byKind.get(row.kind) ?? []), row]);
  const jobs: [JobItem, JobSettings][] = [];
  for (const [kind, all] of byKind) {
    const name = jobForEffect(kind);
    if (!name) log('warn', 'effect-unknown', { kind });
    const size = ALONE.has(kind) ? 1 : ROWS_IN_A_JOB;
    for (let at = 0; name && at < all.length; at += size) {
      const some = all.slice(at, at + size);
      jobs.push([
        { name, data: { effectIds: some.map(({ id }) => id) } },
        { id: `${some[0]?.id}-${some[0]?.attempts}` },
      ]);
    }
  }
  return jobs;
}
