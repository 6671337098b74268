import type { Pool, PoolClient, QueryResultRow } from 'pg';

/** What a statement runs on: a pool, or the one connection of a transaction. */
export type Queryable = Pick<Pool | PoolClient, 'query'>;

declare const rowType: unique symbol;

/** A prepared statement. The name is unique in the product: PostgreSQL plans the text once per connection under it. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  readonly [rowType]?: Row;
}

const known = new Map<string, string>();

/** Declares a statement once, at module level. Two texts under one name are a mistake and throw. */
export function statement<Row>(name: string, text: string): Statement<Row> {
  const other = known.get(name);
  if (other !== undefined && other !== text) throw new Error(`Two statements are called ${name}`);
  known.set(name, text);
  return { name, text };
}

/** Runs a prepared statement, or a plain text that is run too seldom to be prepared, and returns its rows. */
export async function query<Row>(
  db: Queryable,
  what: Statement<Row> | string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const config = typeof what === 'string' ? { text: what } : { name: what.name, text: what.text };
  const result = await db.query<Row & QueryResultRow>({ ...config, values: [...values] });
  return result.rows;
}

/** The only row. @throws when there are none or several. */
export async function queryOne<Row>(
  db: Queryable,
  what: Statement<Row> | string,
  values: readonly unknown[] = [],
): Promise<Row> {
  const rows = await query<Row>(db, what, values);
  const row = rows[0];
  if (row === undefined || rows.length > 1) throw new Error(`${rows.length} rows where one was expected`);
  return row;
}
