import { AttemptLimit } from '#libs/access';
import type { UserId } from '#libs/shared';

/** Requests a minute of one account, in one process: far more than a person's screens ask for, far less than a machine's. */
export class AccountLimit {
  private readonly limit: AttemptLimit;

  constructor(perMinute: number) {
    this.limit = new AttemptLimit(perMinute);
  }

  takes(userId: UserId): boolean {
    return this.limit.take(String(userId));
  }
}
