import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkCalendar } from '#libs/calendar';
import { decideFirings } from './decide-firings.js';
import { idsAt } from './ids.js';
import type { Milestones, NextDue } from './ports.js';

export interface OversightDependencies {
  readonly milestones: Milestones;
  readonly calendar: WorkCalendar;
  readonly systemNow: () => Date;
  /** The process is being stopped: the set at hand is written, no other is begun. */
  readonly stop?: AbortSignal;
}

/** Cases in one set. */
export const SET_SIZE = 1_000;
/** Sets in flight at once: one is being decided while the other is being written. */
const LANES = 2;
const PATIENCE_MS = 20;

export interface AdvanceOptions {
  /** Carries out what firings leave to do (a day of effect moves a file on) before the clock goes further. */
  readonly settle?: () => Promise<void>;
  readonly onStep?: (instant: Date, fired: number) => void;
}

/** Watches the deadlines of open files. */
export class OversightService {
  constructor(private readonly deps: OversightDependencies) {}

  /** Fires all that is due, set by set, until nothing is. Any number of workers may do so at once. Returns how many it looked at. */
  async fireDue(limit = SET_SIZE): Promise<number> {
    const lanes = await Promise.all(Array.from({ length: LANES }, () => this.fireLane(limit)));
    return lanes.reduce((sum, count) => sum + count, 0);
  }

  private async fireLane(limit: number): Promise<number> {
    let fired = 0;
    while (!this.deps.stop?.aborted) {
      const count = await this.deps.milestones.fire(limit, (claim) =>
        decideFirings(claim, {
          calendar: this.deps.calendar,
          systemNow: this.deps.systemNow(),
          newId: idsAt(this.deps.systemNow()),
        }),
      );
      if (count === 0) break;
      fired += count;
    }
    return fired;
  }

  nextDue(): Promise<NextDue> {
    return this.deps.milestones.nextDue();
  }

  /**
   * Moves the business clock forward through every due instant in turn, so that each thing happens at its own time even
   * when weeks pass in a second. Demo only. Returns how many milestones this call looked at.
   */
  async advanceBusinessClock(to: Date, { settle, onStep }: AdvanceOptions = {}): Promise<number> {
    let total = 0;
    for (;;) {
      // Another process walks on from where the clock stands.
      this.deps.stop?.throwIfAborted();
      const { now, dueAt } = await this.deps.milestones.nextDue();
      if (dueAt === null || dueAt > to) break;
      if (dueAt > now) await this.deps.milestones.moveClockTo(dueAt);
      const fired = await this.fireDue();
      await settle?.();
      onStep?.(dueAt, fired);
      total += fired;
      // Due, yet another worker has the case: it is firing right now.
      if (fired === 0) await sleep(PATIENCE_MS);
    }
    await this.deps.milestones.moveClockTo(to);
    return total;
  }
}
