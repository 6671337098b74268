import { LRUCache } from 'lru-cache';

/** So many attempts a minute for each key, counted in this process. Forgets the keys that have been quiet longest. */
export class AttemptLimit {
  private readonly counts: LRUCache<string, { used: number }>;

  constructor(
    private readonly perMinute: number,
    windowMs = 60_000,
  ) {
    this.counts = new LRUCache({ max: 50_000, ttl: windowMs });
  }

  /** False when the key has used up its minute. */
  take(key: string): boolean {
    const count = this.counts.get(key);
    if (count === undefined) {
      this.counts.set(key, { used: 1 });
      return true;
    }
    count.used += 1;
    return count.used <= this.perMinute;
  }
}
