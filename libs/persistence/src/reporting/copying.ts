import type { Pool } from 'pg';
import { query, type Queryable } from '../query.js';

const PUT_TRAITS = `INSERT INTO app.report_traits (traits) SELECT * FROM unnest($1::text[]) ON CONFLICT DO NOTHING`;

/** After everything that could have been recorded. */
export const ALWAYS = new Date('9999-01-01T00:00:00Z');

/** One transaction with every agency in scope and nobody's name: what is protected stays out of sight. */
export async function copying<T>(pool: Pool, work: (db: Queryable) => Promise<T>): Promise<T> {
  const db = await pool.connect();
  try {
    await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    await db.query('SELECT app.act_as(0, (SELECT array_agg(id) FROM app.agency))');
    const result = await work(db);
    await db.query('COMMIT');
    return result;
  } catch (error) {
    await db.query('ROLLBACK');
    throw error;
  } finally {
    db.release();
  }
}

/** Traits are kept once, however many rows share them. */
export async function putTraits(db: Queryable, rows: readonly { readonly traits: string }[]): Promise<void> {
  await query(db, PUT_TRAITS, [[...new Set(rows.map(({ traits }) => traits))]]);
}
