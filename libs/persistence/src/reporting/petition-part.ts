import {
  type CopiedPart,
  type KeptRow,
  type PetitionFacts,
  type PetitionPlace,
  type PetitionsRead,
  traitsText,
} from '#libs/reporting';
import type { Pool } from 'pg';
import { query } from '../query.js';
import { ALWAYS, copying, putTraits } from './copying.js';
import { factsOf } from './fact-statements.js';

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
const PUT_ROWS = `
  INSERT INTO app.report_row (kind, id, petition_id, agency_id, agencies, solo, resend_of, traits_id, people, day1, day2, day3, day4, day5, day6, kept, changed_at)
  SELECT x.kind, x.id, x."petitionId", x."agencyId", x.agencies, x.solo, x."resendOf", t.id, x.people, x.day1, x.day2, x.day3, x.day4, x.day5, x.day6, x.kept, x."changedAt"
    FROM jsonb_to_recordset($1) AS x(kind text, id uuid, "petitionId" uuid, "agencyId" int, agencies int[], solo boolean, "resendOf" uuid, traits text, people int,
         day1 date, day2 date, day3 date, day4 date, day5 date, day6 date, kept jsonb, "changedAt" timestamptz)
    JOIN app.report_traits t ON t.traits = x.traits`;

type Day = KeptRow['days'][number];
type KeptColumns = Omit<KeptRow, 'traits' | 'days'> &
  Readonly<Record<'day1' | 'day2' | 'day3' | 'day4' | 'day5' | 'day6', Day>> & { readonly traits: string };

/** Petitions in the copy, with their files of resolving. */
export class PetitionPart implements CopiedPart<PetitionsRead, KeptRow> {
  constructor(private readonly pool: Pool) {}

  async due(definitions: string): Promise<readonly string[]> {
    return (await query<{ id: string }>(this.pool, DUE, [definitions])).map(({ id }) => id).sort();
  }

  async every(): Promise<readonly string[]> {
    return (await query<{ id: string }>(this.pool, 'SELECT id FROM app.petition ORDER BY id')).map(({ id }) => id);
  }

  async read(petitions: readonly string[]): Promise<PetitionsRead> {
    return copying(this.pool, async (db) => {
      const { cases, petitions: facts, marks, resends }: PetitionFacts = await factsOf(db, petitions, ALWAYS);
      const places = await query<PetitionPlace>(db, PLACES, [petitions]);
      return { cases, petitions: facts, places, more: { marks, resends, visits: [], sessions: [] } };
    });
  }

  async kept(petitions: readonly string[]): Promise<readonly KeptRow[]> {
    const rows = await query<KeptColumns>(this.pool, KEPT, [petitions]);
    return rows.map(({ day1, day2, day3, day4, day5, day6, traits, ...row }) => ({
      ...row,
      traits: JSON.parse(traits) as KeptRow['traits'],
      days: row.kind === 'petition' ? [day1, day2, day3] : [day1, day2, day3, day4, day5, day6],
    }));
  }

  async put(petitions: readonly string[], rows: readonly KeptRow[]): Promise<void> {
    const written = rows.map(({ days, traits, ...row }) => ({
      ...row,
      traits: traitsText(traits),
      ...Object.fromEntries(days.map((day, place) => [`day${place + 1}`, day])),
    }));
    await copying(this.pool, async (db) => {
      await query(db, 'DELETE FROM app.report_row WHERE petition_id = ANY ($1)', [petitions]);
      await putTraits(db, written);
      await query(db, PUT_ROWS, [JSON.stringify(written)]);
    });
  }
}
