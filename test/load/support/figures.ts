export interface Spread {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: rounded(sorted.at(-1) ?? 0) };
}

/** Times of answers by operation, and every answer that was not what the desk expected. */
export class Stopwatch {
  private readonly times = new Map<string, number[]>();
  readonly errors: string[] = [];

  note(operation: string, ms: number): void {
    const times = this.times.get(operation) ?? [];
    times.push(ms);
    this.times.set(operation, times);
  }

  spreads(): Record<string, Spread> {
    const all = [...this.times.values()].flat();
    return {
      ...Object.fromEntries([...this.times].sort().map(([operation, times]) => [operation, spreadOf(times)])),
      all: spreadOf(all),
    };
  }
}

export interface Growth {
  readonly firstThirdMb: number;
  readonly lastThirdMb: number;
  readonly highestMb: number;
  readonly flat: boolean;
}

/** A program warms up for some megabytes; more than a tenth and 32 MB above its first third it has grown. */
export function growthOf(samples: readonly number[]): Growth {
  const third = Math.max(1, Math.floor(samples.length / 3));
  const mean = (of: readonly number[]): number =>
    Math.round(of.reduce((sum, one) => sum + one, 0) / Math.max(1, of.length));
  const [first, last] = [mean(samples.slice(0, third)), mean(samples.slice(-third))];
  return {
    ...{ firstThirdMb: first, lastThirdMb: last, highestMb: Math.round(Math.max(0, ...samples)) },
    flat: last <= first * 1.1 + 32,
  };
}
