import type { HashText, KeyRecord, LedgerEvent, PlacedEvent, SignedTreeHead } from '#libs/audit';
import type { Pool, PoolClient } from 'pg';
import { query } from '../query.js';

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

export type PlacedRow = EventRow & { readonly leafNo: number | null };
export const toPlacedEvent = ({ leafNo, ...row }: PlacedRow): PlacedEvent => ({ ...toLedgerEvent(row), leafNo });

/** What row scope lets through of the ledger, in the order of case and seq. @param which Text of the program, never of a person. */
export const placedEventsOf = (which: string): string => `SELECT ${EVENT_COLUMNS}, l.leaf_no AS "leafNo"
  FROM app.case_event e LEFT JOIN app.ledger_leaf l ON l.event_id = e.id WHERE ${which} ORDER BY e.case_id, e.seq`;
export const PLACED_EVENTS = placedEventsOf('true');
export const caseHeadsOf = (which: string): string =>
  `SELECT id AS "caseId", seq, head_hash::text AS "headHash" FROM ${CHAINED} WHERE ${which} ORDER BY id`;
export const CASE_HEADS = caseHeadsOf('true');

const HEADS = `SELECT tree_size AS "treeSize", encode(root_hash, 'hex') AS "rootHash", signed_at AS "signedAt", key_id AS "keyId",
  replace(encode(signature, 'base64'), E'\\n', '') AS signature FROM app.tree_head`;
const KEYS = `SELECT key_id AS "keyId", public_key AS "publicKey", previous_key_id AS "previousKeyId", tree_size AS "treeSize",
  encode(root_hash, 'hex') AS "rootHash", since, reason, replace(encode(signature, 'base64'), E'\\n', '') AS signature,
  replace(encode(previous_signature, 'base64'), E'\\n', '') AS "previousSignature" FROM app.audit_key ORDER BY ordinal`;

/** @param rest Which heads, in what order: text of the program, never of a person. */
export async function readHeads(
  db: Pool | PoolClient,
  rest: string = 'ORDER BY tree_size',
  values: readonly unknown[] = [],
): Promise<SignedTreeHead[]> {
  const rows = await query<Omit<SignedTreeHead, 'signedAt'> & { signedAt: Date }>(db, `${HEADS} ${rest}`, [...values]);
  return rows.map((row) => ({ ...row, signedAt: row.signedAt.toISOString() }));
}

export async function readKeys(db: Pool | PoolClient): Promise<KeyRecord[]> {
  const rows = await query<Omit<KeyRecord, 'since'> & { since: Date }>(db, KEYS);
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}
