import {
  type CopiedPart,
  type KeptReception,
  type ReceptionPlace,
  type ReceptionsRead,
  type SessionRow,
  traitsText,
  type VisitFact,
  type VisitMore,
} from '#libs/reporting';
import type { Pool } from 'pg';
import { query, type Queryable } from '../query.js';
import { ALWAYS, copying, putTraits } from './copying.js';
import { SESSIONS_OF, VISITS_MORE_OF, VISITS_OF } from './form-statements.js';

const EVERY = `SELECT id FROM app.reception_visit UNION ALL SELECT id FROM app.reception_session`;
const DUE = `
  SELECT id FROM (${EVERY}) every WHERE NOT EXISTS (SELECT FROM app.report_rows_state WHERE definitions = $1)
  UNION SELECT app.report_receptions_moved() WHERE EXISTS (SELECT FROM app.report_rows_state WHERE definitions = $1)`;
const PLACES = `SELECT id, open, solo, changed_at AS "changedAt" FROM app.report_reception_places($1)`;
const KEPT = `
  SELECT r.kind, r.id, r.agency_id AS "agencyId", r.solo, r.first_id AS "firstId", t.traits, r.people, r.day, r.kept, r.changed_at AS "changedAt"
    FROM app.report_reception_row r JOIN app.report_traits t ON t.id = r.traits_id WHERE r.id = ANY ($1)`;
const PUT_ROWS = `
  INSERT INTO app.report_reception_row (kind, id, agency_id, solo, first_id, traits_id, people, day, kept, changed_at)
  SELECT x.kind, x.id, x."agencyId", x.solo, x."firstId", t.id, x.people, x.day, x.kept, x."changedAt"
    FROM jsonb_to_recordset($1) AS x(kind text, id uuid, "agencyId" int, solo boolean, "firstId" uuid, traits text, people int, day date, kept jsonb, "changedAt" timestamptz)
    JOIN app.report_traits t ON t.traits = x.traits`;

type KeptColumns = Omit<KeptReception, 'traits'> & { readonly traits: string };

/** Facts of some visits and sessions. */
export async function receptionsOf(
  db: Queryable,
  ids: readonly string[],
  knownAt: Date,
): Promise<{ readonly facts: VisitFact[]; readonly visits: VisitMore[]; readonly sessions: SessionRow[] }> {
  if (ids.length === 0) return { facts: [], visits: [], sessions: [] };
  return {
    facts: await query(db, VISITS_OF, [ids, knownAt]),
    visits: await query(db, VISITS_MORE_OF, [ids, knownAt]),
    sessions: await query(db, SESSIONS_OF, [ids, knownAt]),
  };
}

/** Visits and sessions in the copy. */
export class ReceptionPart implements CopiedPart<ReceptionsRead, KeptReception> {
  constructor(private readonly pool: Pool) {}

  async due(definitions: string): Promise<readonly string[]> {
    return (await query<{ id: string }>(this.pool, DUE, [definitions])).map(({ id }) => id).sort();
  }

  async every(): Promise<readonly string[]> {
    return (await query<{ id: string }>(this.pool, `${EVERY} ORDER BY id`)).map(({ id }) => id);
  }

  async read(ids: readonly string[]): Promise<ReceptionsRead> {
    return copying(this.pool, async (db) => ({
      ...(await receptionsOf(db, ids, ALWAYS)),
      places: await query<ReceptionPlace>(db, PLACES, [ids]),
    }));
  }

  async kept(ids: readonly string[]): Promise<readonly KeptReception[]> {
    const rows = await query<KeptColumns>(this.pool, KEPT, [ids]);
    return rows.map(({ traits, ...row }) => ({ ...row, traits: JSON.parse(traits) as KeptReception['traits'] }));
  }

  async put(ids: readonly string[], rows: readonly KeptReception[]): Promise<void> {
    const written = rows.map(({ traits, ...row }) => ({ ...row, traits: traitsText(traits) }));
    await copying(this.pool, async (db) => {
      await query(db, 'DELETE FROM app.report_reception_row WHERE id = ANY ($1)', [ids]);
      await putTraits(db, written);
      await query(db, PUT_ROWS, [JSON.stringify(written)]);
    });
  }
}
