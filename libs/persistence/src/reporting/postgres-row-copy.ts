import { RowCopy, type CopiedUnits } from '#libs/reporting';
import type { Pool } from 'pg';
import { query, queryOne } from '../query.js';
import { copying } from './copying.js';
import { PetitionPart } from './petition-part.js';
import { ReceptionPart } from './reception-part.js';

const LOCK = `SELECT pg_try_advisory_lock(hashtext('nghe-dan-report-rows')) AS taken`;
const UNLOCK = `SELECT pg_advisory_unlock(hashtext('nghe-dan-report-rows'))`;
const REACH = `
  INSERT INTO app.report_rows_state (tx, definitions) VALUES ($1, $2)
  ON CONFLICT (only_row) DO UPDATE SET tx = excluded.tx, definitions = excluded.definitions, refreshed_at = now()`;
/** Of the units, not after the mark: what was noted meanwhile is due again. */
const NOTED_PETITIONS = `DELETE FROM app.report_stale WHERE tx < $1 AND petition_id = ANY ($2)`;
const NOTED_RECEPTIONS = `DELETE FROM app.report_reception_stale WHERE tx < $1 AND id = ANY ($2)`;

/** The copy of form rows, kept by the worker or the owner. */
export class PostgresRowCopy extends RowCopy {
  override readonly petitions: PetitionPart;
  override readonly receptions: ReceptionPart;

  constructor(private readonly pool: Pool) {
    super();
    this.petitions = new PetitionPart(pool);
    this.receptions = new ReceptionPart(pool);
  }

  override async alone<T>(work: () => Promise<T>): Promise<T | null> {
    const db = await this.pool.connect();
    try {
      if (!(await queryOne<{ taken: boolean }>(db, LOCK)).taken) return null;
      try {
        return await work();
      } finally {
        await db.query(UNLOCK);
      }
    } finally {
      db.release();
    }
  }

  override async horizon(): Promise<number> {
    const text = 'SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS tx';
    return (await queryOne<{ tx: number }>(this.pool, text)).tx;
  }

  override async reach(mark: number, definitions: string, done: CopiedUnits): Promise<void> {
    await copying(this.pool, async (db) => {
      await query(db, REACH, [mark, definitions]);
      await query(db, NOTED_PETITIONS, [mark, done.petitions]);
      await query(db, NOTED_RECEPTIONS, [mark, done.receptions]);
    });
  }
}
