type Line = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One JSON line: names of jobs, ids of rows, counts, codes. Never the words of an error: a database error repeats its row. */
export function log(level: 'info' | 'warn' | 'error', event: string, line: Line = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...line })}\n`);
}

/** The place of an error without its words. */
export function logError(event: string, error: unknown, line: Line = {}): void {
  const { name, code, stack } = (error ?? {}) as { name?: string; code?: string; stack?: string };
  const frames = stack
    ?.split('\n')
    .filter((frame) => frame.startsWith('    at '))
    .slice(0, 6)
    .join(' | ');
  log('error', event, { name, code, frames, ...line });
}
