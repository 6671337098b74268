import type { Claim, FiringWrite } from './model.js';

export interface NextDue {
  /** Business time of the answer. */
  readonly now: Date;
  /** Earliest pending milestone, in business time; `null` when none is pending. */
  readonly dueAt: Date | null;
}

/** Where milestones wait. The adapter locks, hands over and writes; it decides nothing. */
export abstract class Milestones {
  /**
   * One transaction: locks up to `limit` cases that have due milestones (case rows in id order, those that somebody else
   * holds left alone), lets `decide` decide, writes all of it. Returns how many milestones it looked at; 0: none free.
   */
  abstract fire(limit: number, decide: (claim: Claim) => FiringWrite): Promise<number>;

  abstract nextDue(): Promise<NextDue>;

  /** Moves the business clock forward to an instant, never back; past it there is nothing to do. Demo only. */
  abstract moveClockTo(instant: Date): Promise<void>;
}
