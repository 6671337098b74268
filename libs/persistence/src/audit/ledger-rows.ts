import type { HashText, LedgerEvent } from '#libs/audit';

/** Whatever keeps a chain in the ledger: case files, reception sessions and visits (docs/adr/0015), administration books (docs/adr/0023). */
export const CHAINED = `(SELECT id, seq, head_hash FROM app.case_file UNION ALL SELECT id, seq, head_hash FROM app.reception_session
  UNION ALL SELECT id, seq, head_hash FROM app.reception_visit UNION ALL SELECT id, seq, head_hash FROM app.administration_book) c`;

/**
 * Columns of `app.case_event` under the names that are hashed. Instants come as text to the microsecond: a driver's Date
 * would hide a change below the millisecond.
 */
export const EVENT_COLUMNS = `
  e.id, e.case_id AS "caseId", e.seq, e.kind, e.type, e.occurred_on AS "occurredOn",
  to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS "recordedAt",
  to_char(e.system_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS "systemAt",
  e.actor_id AS "actorId", e.actor_role AS "actorRole", e.facts, e.basis, e.from_stage AS "fromStage", e.to_stage AS "toStage",
  e.subject_id AS "subjectId", e.corrects, e.prev_hash::text AS "prevHash", e.hash::text AS hash`;

export type EventRow = Omit<LedgerEvent, 'recordedAt' | 'systemAt'> & {
  readonly recordedAt: string | null;
  readonly systemAt: string | null;
};

/** `….123000` is how a stored `….123Z` looks; anything finer was never written by us and is left to differ. */
const instant = (text: string | null): string =>
  text === null ? 'infinity' : `${text.endsWith('000') ? text.slice(0, -3) : text}Z`;

export const toLedgerEvent = (row: EventRow): LedgerEvent => ({
  ...row,
  recordedAt: instant(row.recordedAt),
  systemAt: instant(row.systemAt),
});

export interface LeafRow {
  readonly leafNo: number;
  readonly eventId: string;
  readonly eventHash: HashText;
  readonly currentHash: HashText | null;
}
