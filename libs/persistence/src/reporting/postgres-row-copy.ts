import { type KeptRow, type PetitionFacts, type PetitionPlace, RowCopy, traitsText } from '#libs/reporting';
import type { Pool } from 'pg';
import { query, queryOne, type Queryable } from '../query.js';
import { factsOf } from './fact-statements.js';

const LOCK = `SELECT pg_try_advisory_lock(hashtext('nghe-dan-report-rows')) AS taken`;
const UNLOCK = `SELECT pg_advisory_unlock(hashtext('nghe-dan-report-rows'))`;
/** With what they repeat: that another repeats it is told of the petition repeated. */
const DUE = `
  WITH moved AS (
    SELECT id FROM app.petition WHERE NOT EXISTS (SELECT FROM app.report_rows_state WHERE definitions = $1)
    UNION SELECT c.petition_id FROM app.case_event e JOIN app.case_file c ON c.id = e.case_id WHERE e.tx >= (SELECT tx FROM app.report_rows_state) AND e.tx <= 9223372036854775807
    UNION SELECT petition_id FROM app.report_stale
  )
  SELECT id FROM moved
  UNION SELECT p.resend_of FROM moved m JOIN app.petition p ON p.id = m.id WHERE p.resend_of IS NOT NULL`;
const PLACES = `SELECT petition_id AS "petitionId", open, agencies, resend_of AS "resendOf", resent, changed_at AS "changedAt" FROM app.report_petition_places($1)`;
const KEPT = `
  SELECT r.kind, r.id, r.petition_id AS "petitionId", r.agency_id AS "agencyId", r.agencies, r.solo, r.resend_of AS "resendOf", t.traits, r.people, r.kept,
         r.day1, r.day2, r.day3, r.day4, r.day5, r.day6, r.changed_at AS "changedAt"
    FROM app.report_row r JOIN app.report_traits t ON t.id = r.traits_id WHERE r.petition_id = ANY ($1)`;
const PUT_TRAITS = `INSERT INTO app.report_traits (traits) SELECT * FROM unnest($1::text[]) ON CONFLICT DO NOTHING`;
const PUT_ROWS = `
  INSERT INTO app.report_row (kind, id, petition_id, agency_id, agencies, solo, resend_of, traits_id, people, day1, day2, day3, day4, day5, day6, kept, changed_at)
  SELECT x.kind, x.id, x."petitionId", x."agencyId", x.agencies, x.solo, x."resendOf", t.id, x.people, x.day1, x.day2, x.day3, x.day4, x.day5, x.day6, x.kept, x."changedAt"
    FROM jsonb_to_recordset($1) AS x(kind text, id uuid, "petitionId" uuid, "agencyId" int, agencies int[], solo boolean, "resendOf" uuid, traits text, people int,
         day1 date, day2 date, day3 date, day4 date, day5 date, day6 date, kept jsonb, "changedAt" timestamptz)
    JOIN app.report_traits t ON t.traits = x.traits`;
const REACH = `
  INSERT INTO app.report_rows_state (tx, definitions) VALUES ($1, $2)
  ON CONFLICT (only_row) DO UPDATE SET tx = excluded.tx, definitions = excluded.definitions, refreshed_at = now()`;
/** Of the petitions, not after the mark: what was noted meanwhile is due again. */
const NOTED = `DELETE FROM app.report_stale WHERE tx < $1 AND petition_id = ANY ($2)`;
/** After everything that could have been recorded. */
const ALWAYS = new Date('9999-01-01T00:00:00Z');

type Day = KeptRow['days'][number];
type KeptColumns = Omit<KeptRow, 'traits' | 'days'> &
  Readonly<Record<'day1' | 'day2' | 'day3' | 'day4' | 'day5' | 'day6', Day>> & { readonly traits: string };

/** The copy of form rows, kept by the worker or the owner. */
export class PostgresRowCopy extends RowCopy {
  constructor(private readonly pool: Pool) {
    super();
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

  override async due(definitions: string): Promise<readonly string[]> {
    return (await query<{ id: string }>(this.pool, DUE, [definitions])).map(({ id }) => id).sort();
  }

  override async everyPetition(): Promise<readonly string[]> {
    return (await query<{ id: string }>(this.pool, 'SELECT id FROM app.petition ORDER BY id')).map(({ id }) => id);
  }

  override async read(petitions: readonly string[]) {
    return this.within(async (db) => {
      const { cases, petitions: facts, marks, resends }: PetitionFacts = await factsOf(db, petitions, ALWAYS);
      const places = await query<PetitionPlace>(db, PLACES, [petitions]);
      return { cases, petitions: facts, places, more: { marks, resends, visits: [], sessions: [] } };
    });
  }

  override async kept(petitions: readonly string[]): Promise<readonly KeptRow[]> {
    const rows = await query<KeptColumns>(this.pool, KEPT, [petitions]);
    return rows.map(({ day1, day2, day3, day4, day5, day6, traits, ...row }) => ({
      ...row,
      traits: JSON.parse(traits) as KeptRow['traits'],
      days: row.kind === 'petition' ? [day1, day2, day3] : [day1, day2, day3, day4, day5, day6],
    }));
  }

  override async put(petitions: readonly string[], rows: readonly KeptRow[]): Promise<void> {
    const written = rows.map(({ days, traits, ...row }) => ({
      ...row,
      traits: traitsText(traits),
      ...Object.fromEntries(days.map((day, place) => [`day${place + 1}`, day])),
    }));
    await this.within(async (db) => {
      await query(db, 'DELETE FROM app.report_row WHERE petition_id = ANY ($1)', [petitions]);
      await query(db, PUT_TRAITS, [[...new Set(written.map(({ traits }) => traits))]]);
      await query(db, PUT_ROWS, [JSON.stringify(written)]);
    });
  }

  override async reach(mark: number, definitions: string, done: readonly string[]): Promise<void> {
    await this.within(async (db) => {
      await query(db, REACH, [mark, definitions]);
      await query(db, NOTED, [mark, done]);
    });
  }

  /** One transaction with every agency in scope and nobody's name: what is protected stays out of sight. */
  private async within<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    const db = await this.pool.connect();
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
}
