import type { Outbox } from '#libs/casework';
import { jobForEffect, type JobItem, type JobProducer, type JobSettings } from '#libs/queue';
import { log, logError } from './log.js';

/** After this long a row that was handed out and is not done is handed out again: its job may be lost. */
const LEASE_MS = 15_000;
const BATCH = 500;

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
      const jobs: [JobItem, JobSettings][] = [];
      for (const { id, kind, attempts } of rows) {
        const name = jobForEffect(kind);
        // The number of the try is part of the id: a job left from an earlier try must not hide this one.
        if (name) jobs.push([{ name, data: { effectId: id } }, { id: `${id}-${attempts}` }]);
        else log('warn', 'effect-unknown', { kind });
      }
      await this.producer.addAll(jobs);
      this.handedOut += jobs.length;
      if (rows.length < BATCH) return;
    }
  }
}
