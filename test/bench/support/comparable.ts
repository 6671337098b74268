import type { Pool } from 'pg';

type Row = Record<string, unknown>;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Tables a history writes, with the columns that differ between any two runs: chance, system time and what follows from them. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  petition: ['lookup_hash', 'lookup_secret_hash', 'sealed', 'sealed_key'],
  petitioner: ['sealed', 'sealed_key'],
  case_file: ['head_hash'],
  case_event: ['system_at', 'tx', 'prev_hash', 'hash'],
  event_text: ['salt', 'sealed', 'sealed_key'],
  deadline: [],
  milestone: [],
  effect: ['id', 'created_at', 'done_at'],
  task: ['id'],
  inbox: ['id'],
  case_link: [],
  case_grant: ['id'],
  read_sight: [],
  register_counter: [],
  idempotency: ['key', 'request_hash', 'created_at'],
  attachment: [],
  petition_link: [],
  import_batch: [],
  ledger_leaf: [],
  reception_session: ['head_hash'],
  reception_visit: ['head_hash', 'sealed', 'sealed_key'],
  reception_person: ['sealed', 'sealed_key'],
  reception_deadline: [],
};

/** Stamped with the business clock, which runs on between two acts: equal to the day. A plan's instants are compared whole. */
const STAMPS = ['registered_at', 'recorded_at', 'fired_at', 'created_at', 'closed_at', 'granted_at', 'revoked_at'];

/** Names for ids by what they stand for, so that two histories with ids of their own can be laid side by side. */
const NAMES = `
  WITH p AS (SELECT p.id, a.code || ' ' || p.register_label AS name FROM app.petition p JOIN app.agency a ON a.id = p.agency_id),
       c AS (SELECT c.id, c.procedure || ' of ' || p.name AS name FROM app.case_file c JOIN p ON p.id = c.petition_id),
       d AS (SELECT d.id, d.rule_id || '#' || row_number() OVER (PARTITION BY d.case_id, d.rule_id ORDER BY e.seq) || ' of ' || c.name AS name
               FROM app.deadline d JOIN c ON c.id = d.case_id LEFT JOIN app.case_event e ON e.id = d.opened_by),
       s AS (SELECT s.id, s.kind || ' session of ' || a.code || ' on ' || s.held_on AS name FROM app.reception_session s JOIN app.agency a ON a.id = s.agency_id),
       v AS (SELECT v.id, v.register_series || ' ' || v.register_number || '/' || v.register_year || ' of ' || a.code AS name
               FROM app.reception_visit v JOIN app.agency a ON a.id = v.agency_id),
       r AS (SELECT * FROM s UNION ALL SELECT * FROM v)
  SELECT id, name FROM p UNION ALL SELECT id, name FROM c UNION ALL SELECT id, name FROM d
  UNION ALL SELECT n.id, 'person ' || n.ordinal || ' of ' || p.name FROM app.petitioner n JOIN p ON p.id = n.petition_id
  UNION ALL SELECT e.id, 'event ' || e.seq || ' of ' || c.name FROM app.case_event e JOIN c ON c.id = e.case_id
  UNION ALL SELECT f.id, 'effect of ' || e.type || '/' || e.seq || ' of ' || c.name
    FROM app.effect f JOIN c ON c.id = f.case_id JOIN app.case_event e ON e.id = f.event_id
  UNION ALL SELECT * FROM r
  UNION ALL SELECT e.id, 'event ' || e.seq || ' of ' || r.name FROM app.case_event e JOIN r ON r.id = e.case_id
  UNION ALL SELECT n.id, 'visitor ' || n.ordinal || ' of ' || v.name FROM app.reception_person n JOIN v ON v.id = n.visit_id
  UNION ALL SELECT l.id, l.rule_id || ' of ' || r.name FROM app.reception_deadline l JOIN r ON r.id = coalesce(l.visit_id, l.session_id)
  UNION ALL SELECT m.id, m.kind || '/' || m.generation || ' of ' || d.name FROM app.milestone m JOIN d ON d.id = m.deadline_id`;

const dayOfStamp = (value: unknown): unknown => (typeof value === 'string' ? value.slice(0, 10) : value);

/** A commitment to words is salted: only that there is one can be compared. */
const withoutCommitments = (text: string): string => text.replace(/"sha256": ?"[0-9a-f]{64}"/g, '"sha256":"…"');

/** Every row of a history as one line of text, per table, sorted. Equal histories give equal lines. */
export async function comparable(db: Pool): Promise<Record<string, string[]>> {
  const { rows: named } = await db.query<{ id: string; name: string }>(NAMES);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const lines: Record<string, string[]> = {};
  for (const [table, chance] of Object.entries(TABLES)) {
    const { rows } = await db.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM app.${table} t`);
    lines[table] = rows.map(({ row }) => line(row, { chance, names })).sort();
  }
  return lines;
}

function line(row: Row, { chance, names }: { chance: readonly string[]; names: ReadonlyMap<string, string> }): string {
  const kept: Row = {};
  for (const column of Object.keys(row).sort()) {
    if (chance.includes(column)) kept[column] = row[column] === null ? null : '…';
    else kept[column] = STAMPS.includes(column) ? dayOfStamp(row[column]) : row[column];
  }
  return withoutCommitments(JSON.stringify(kept)).replace(UUID, (id) => names.get(id) ?? id);
}
