import { snakeRow } from '../casework/json-names.js';

function plain(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return value.toString();
  return Array.isArray(value) ? value.map(plain) : value;
}

/** Rows for `jsonb_to_recordset`: column names, bytes as `\x…`, instants in ISO, big numbers as text. */
export const jsonRows = (rows: readonly object[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(snakeRow(row)).map(([name, value]) => [name, plain(value)]))),
  );
