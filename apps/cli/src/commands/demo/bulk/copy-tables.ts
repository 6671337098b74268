import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { MemoryTables } from './memory-tables.js';

type Row = Readonly<Record<string, unknown>>;

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

async function copyTable(db: PoolClient, table: string, rows: readonly Row[]): Promise<void> {
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

/** Writes a history made in memory, in one transaction of the owner. Columns the database fills itself are left to it. */
export async function copyTables(admin: Pool, tables: MemoryTables): Promise<void> {
  const db = await admin.connect();
  try {
    await db.query('BEGIN');
    await copyTable(
      db,
      'petition',
      [...tables.petitions.values()].map((row) => ({ ...row, caseFileId: row.caseFileId ?? null })),
    );
    await copyTable(db, 'petitioner', tables.petitioners as unknown as readonly Row[]);
    await copyTable(db, 'case_file', [...tables.cases.values()] as unknown as readonly Row[]);
    await copyTable(db, 'case_event', tables.events as unknown as readonly Row[]);
    await copyTable(db, 'event_text', tables.texts as unknown as readonly Row[]);
    await copyTable(
      db,
      'deadline',
      [...tables.deadlines.values()].flatMap((rows) => [...rows.values()]) as unknown as readonly Row[],
    );
    await copyTable(db, 'milestone', [...tables.milestones.values()].flat() as unknown as readonly Row[]);
    await copyTable(db, 'effect', tables.effects as unknown as readonly Row[]);
    await copyTable(db, 'task', tables.tasks as unknown as readonly Row[]);
    await copyTable(db, 'inbox', tables.inbox as unknown as readonly Row[]);
    await copyTable(db, 'idempotency', [...tables.idempotency.values()] as unknown as readonly Row[]);
    for (const { agencyId, year, series, lastNumber } of tables.counters.values())
      await db.query(
        `INSERT INTO app.register_counter (agency_id, year, series, last_number) VALUES ($1, $2, $3, $4)
         ON CONFLICT (agency_id, year, series) DO UPDATE SET last_number = excluded.last_number`,
        [agencyId, year, series, lastNumber],
      );
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  } finally {
    db.release();
  }
}
