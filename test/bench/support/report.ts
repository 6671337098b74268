/** One line of the table. `met` is absent where a figure has no goal. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly goal?: string;
  readonly met?: boolean;
}

export interface Report {
  readonly figures: readonly Figure[];
  readonly notes?: readonly string[];
}

export const ROUNDS = 5;

export const say = (line: string): void => void process.stderr.write(`  ${line}\n`);

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
export const median = (values: readonly number[]): number => percentile(values, 0.5);

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Runs a bench and prints its report, or ends with its error. */
export function bench(run: () => Promise<Report>): void {
  run().then(
    (report) => process.stdout.write(`${JSON.stringify(report)}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
