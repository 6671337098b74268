import { createHash } from 'node:crypto';
import type { ActorRole, CaseEventId, CaseFileId, JsonObject, JsonValue, LocalDate, UserId } from '#libs/shared';
import { canonicalJson } from './canonical.js';

export type LedgerKind = 'procedure' | 'deadline' | 'record' | 'reading';

/** One event before it is chained. Instants are ISO 8601 in UTC with milliseconds, as `Date.toISOString()` writes them. */
export interface LedgerDraft {
  readonly id: CaseEventId;
  readonly caseId: CaseFileId;
  readonly seq: number;
  readonly kind: LedgerKind;
  readonly type: string;
  readonly occurredOn: LocalDate;
  /** Business clock. */
  readonly recordedAt: string;
  /** System clock. */
  readonly systemAt: string;
  readonly actorId: UserId;
  readonly actorRole: ActorRole;
  readonly facts: JsonObject;
  readonly basis: readonly JsonValue[];
  readonly fromStage: string | null;
  readonly toStage: string | null;
  readonly subjectId: string | null;
  readonly corrects: CaseEventId | null;
}

/** Hashes are written as PostgreSQL writes bytea: `\x` and 64 lower-case hex digits. */
export type HashText = string;
export type Chained<Draft extends LedgerDraft> = Draft & { readonly prevHash: HashText; readonly hash: HashText };
export type LedgerEvent = Chained<LedgerDraft>;

/** What the first event of every case follows. */
export const GENESIS_HASH: HashText = `\\x${'00'.repeat(32)}`;

/** The columns that are hashed, under these names. Whatever else a row carries is not proved. */
export const HASHED_FIELDS = [
  'id',
  'caseId',
  'seq',
  'kind',
  'type',
  'occurredOn',
  'recordedAt',
  'systemAt',
  'actorId',
  'actorRole',
  'facts',
  'basis',
  'fromStage',
  'toStage',
  'subjectId',
  'corrects',
] as const satisfies readonly (keyof LedgerDraft)[];

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** RFC 8785 text of the hashed columns. @throws when an instant would not read back as it was written. */
export function canonicalText(event: LedgerDraft): string {
  if (!INSTANT.test(event.recordedAt) || !INSTANT.test(event.systemAt))
    throw new RangeError(`Instants of event ${event.id} need milliseconds and Z`);
  return canonicalJson(Object.fromEntries(HASHED_FIELDS.map((field) => [field, event[field]])));
}

export const toBytes = (hash: HashText): Buffer => Buffer.from(hash.slice(2), 'hex');
export const toHashText = (bytes: Uint8Array): HashText => `\\x${Buffer.from(bytes).toString('hex')}`;

/** SHA-256(prev_hash ‖ RFC 8785 canonical JSON of the stored values). */
export function hashEvent(prevHash: HashText, event: LedgerDraft): HashText {
  return toHashText(createHash('sha256').update(toBytes(prevHash)).update(canonicalText(event), 'utf8').digest());
}

/** Chains events of one case, in the order they are written, to the case's head. The last one's hash is the new head. */
export function chainEvents<Draft extends LedgerDraft>(head: HashText, drafts: readonly Draft[]): Chained<Draft>[] {
  let prevHash = head;
  return drafts.map((draft) => {
    const hash = hashEvent(prevHash, draft);
    const chained = { ...draft, prevHash, hash };
    prevHash = hash;
    return chained;
  });
}
