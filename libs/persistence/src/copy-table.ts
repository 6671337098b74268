import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type CopyRow = Readonly<Record<string, unknown>>;

const toSnake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const escaped = (text: string): string =>
  text.replace(/[\\\n\r\t]/g, (c) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[c]!);

/** One value in COPY's text format, by the type of its column. */
function field(value: unknown, type: string): string {
  if (value === undefined || value === null) return '\\N';
  if (type === 'jsonb') return escaped(JSON.stringify(value));
  if (type.startsWith('_')) return `{${(value as readonly unknown[]).map(String).join(',')}}`;
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  if (value instanceof Date) return value.toISOString();
  return escaped(String(value as string | number | bigint | boolean));
}

async function columnTypes(db: PoolClient, table: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ column_name: string; udt_name: string }>(
    `SELECT column_name, udt_name FROM information_schema.columns WHERE table_schema = 'app' AND table_name = $1`,
    [table],
  );
  return new Map(rows.map(({ column_name, udt_name }) => [column_name, udt_name]));
}

/** Appends rows to a table of schema app by COPY; members no column is called after are left out. */
export async function copyTable(db: PoolClient, table: string, rows: readonly CopyRow[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const types = await columnTypes(db, table);
  // Rows of one table have the same members; what no column is called after is for the service alone.
  const columns = Object.keys(first)
    .map((name) => ({ name, column: toSnake(name), type: types.get(toSnake(name)) }))
    .filter(({ type }) => type !== undefined) as { name: string; column: string; type: string }[];
  function* lines(): Generator<string> {
    let chunk = '';
    for (const row of rows) {
      chunk += `${columns.map(({ name, type }) => field(row[name], type)).join('\t')}\n`;
      if (chunk.length > 1 << 18) {
        yield chunk;
        chunk = '';
      }
    }
    yield chunk;
  }
  const target = copyFrom(`COPY app.${table} (${columns.map(({ column }) => column).join(', ')}) FROM STDIN`);
  await pipeline(Readable.from(lines(), { objectMode: false }), db.query(target));
}
