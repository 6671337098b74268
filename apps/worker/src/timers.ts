import type { OversightService } from '#libs/oversight';
import type { JobProducer } from '#libs/queue';
import { log } from './log.js';

/** A wake-up is planned no further ahead; the sweep finds what lies beyond. */
const FURTHEST_WAKE_MS = 3_600_000;

/** Fires what is due and plans to wake up for what is due next. */
export class Timers {
  fired = 0;
  /** System clock. */
  lastFiredAt = Date.now();
  private lastFired = performance.now();

  constructor(
    private readonly oversight: OversightService,
    private readonly producer: JobProducer,
  ) {}

  async fire(): Promise<void> {
    await this.fireWithoutQueue();
    await this.planWakeUp();
  }

  /** A queue that cannot be reached must not make anybody miss a deadline. */
  async fireWithoutQueue(): Promise<void> {
    const fired = await this.oversight.fireDue();
    this.fired += fired;
    this.lastFiredAt = Date.now();
    this.lastFired = performance.now();
    if (fired > 0) log('info', 'fired', { milestones: fired });
  }

  /** Milliseconds since the last look, whatever the clock of the machine was set to meanwhile. */
  silence(): number {
    return performance.now() - this.lastFired;
  }

  /** The clock has moved or something may be due: look at once. Asked several times, looked once. */
  async wake(): Promise<void> {
    await this.producer.add({ name: 'milestones.fire', data: { cause: 'wake' } }, { id: 'wake-now' });
  }

  private async planWakeUp(): Promise<void> {
    const { now, dueAt } = await this.oversight.nextDue();
    if (dueAt === null) return;
    const delayMs = dueAt.getTime() - now.getTime();
    if (delayMs > FURTHEST_WAKE_MS) return;
    // One job per instant, whoever plans it.
    const id = `wake-at-${Math.floor(dueAt.getTime() / 1000)}`;
    await this.producer.add({ name: 'milestones.fire', data: { cause: 'wake' } }, { delayMs, id });
  }
}
