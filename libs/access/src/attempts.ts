import { AttemptLimit } from './attempt-limit.js';

export interface AttemptRule {
  /** What is counted, so that two limits on one key stay apart. */
  readonly of: string;
  readonly most: number;
  readonly windowMs: number;
}

/**
 * Attempts by key within a window, counted over every process of the system. Answers false when the key has used up its window.
 * Never throws: where the shared count is out of reach, this process counts for itself, so that a limit is never off.
 */
export abstract class Attempts {
  abstract take(rule: AttemptRule, key: string): Promise<boolean>;
}

/** Counts in this process alone. */
export class LocalAttempts extends Attempts {
  private readonly limits = new Map<string, AttemptLimit>();

  async take({ of, most, windowMs }: AttemptRule, key: string): Promise<boolean> {
    let limit = this.limits.get(of);
    if (!limit) this.limits.set(of, (limit = new AttemptLimit(most, windowMs)));
    return limit.take(key);
  }
}
