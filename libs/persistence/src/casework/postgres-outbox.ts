import { SYSTEM_ACTOR } from '#libs/access';
import {
  Outbox,
  type CaseRow,
  type EffectOutcome,
  type HandedOut,
  type InboxLine,
  type PendingEffect,
  type Tx as OpaqueTx,
} from '#libs/casework';
import { CITIZEN_TOPICS } from '#libs/notifications';
import type { CaseFileId, EffectId, JsonObject, LocalDate } from '#libs/shared';
import type { Connections } from '../connections.js';
import { readPerson, type RawPerson } from '../oversight/people.js';
import { query, queryOne, statement } from '../query.js';
import { clientOf, TransactionRunner, type Tx } from '../transaction.js';
import { camelRow, snakeRows } from './json-names.js';
import { PostgresRelatedFiles } from './postgres-related-files.js';

const HAND_OUT = statement<HandedOut>(
  'outbox.hand-out',
  `UPDATE app.effect SET sent_at = now(), attempts = attempts + 1
    WHERE id IN (SELECT id FROM app.effect WHERE done_at IS NULL AND failed_at IS NULL AND (sent_at IS NULL OR sent_at < now() - make_interval(secs => $2 * least(power(2, attempts - 1), 240)))
                  ORDER BY sent_at NULLS FIRST, id LIMIT $1 FOR UPDATE SKIP LOCKED)
   RETURNING id, kind, attempts`,
);
const PENDING = statement<{ id: EffectId }>(
  'outbox.pending',
  `SELECT id FROM app.effect WHERE done_at IS NULL AND failed_at IS NULL AND kind = ANY ($1::text[]) ORDER BY created_at, ordinal, id LIMIT $2`,
);
interface TakenRow {
  readonly id: EffectId;
  readonly kind: string;
  readonly case_id: CaseFileId | null;
  readonly payload: JsonObject;
  readonly event_id: string | null;
  readonly occurred_on: LocalDate | null;
  readonly recorded_at: Date | null;
  readonly facts: JsonObject | null;
}
const TAKE = statement<TakenRow>(
  'outbox.take',
  `WITH f AS MATERIALIZED (SELECT id, kind, case_id, payload, event_id FROM app.effect w WHERE id = $1 AND done_at IS NULL AND failed_at IS NULL
      AND (kind NOT LIKE 'case.%' OR NOT EXISTS (
        SELECT FROM app.effect b WHERE b.event_id = w.event_id AND b.ordinal < w.ordinal AND b.done_at IS NULL AND b.kind LIKE 'case.%'))
    FOR UPDATE SKIP LOCKED)
   SELECT f.*, e.occurred_on, e.recorded_at, e.facts FROM f LEFT JOIN app.case_event e ON e.id = f.event_id AND e.case_id = f.case_id`,
);
const BEFORE = statement<{ id: EffectId }>(
  'outbox.before',
  `SELECT b.id FROM app.effect w JOIN app.effect b ON b.event_id = w.event_id AND b.ordinal < w.ordinal
    WHERE w.id = $1 AND w.kind LIKE 'case.%' AND w.done_at IS NULL AND b.done_at IS NULL AND b.kind LIKE 'case.%' ORDER BY b.ordinal`,
);
const DONE = statement<object>('outbox.done', 'UPDATE app.effect SET done_at = now(), last_error = $2 WHERE id = $1');
const FAILED = statement<object>(
  'outbox.failed',
  'UPDATE app.effect SET last_error = $2 WHERE id = $1 AND done_at IS NULL',
);
const GIVE_UP = statement<object>(
  'outbox.give-up',
  'UPDATE app.effect SET last_error = $2, failed_at = now() WHERE id = $1 AND done_at IS NULL',
);
const AROUND = statement<{ row: object; people: readonly RawPerson[] }>(
  'outbox.around',
  `SELECT to_jsonb(c) - 'shard_id' AS row, app.people_around(ARRAY[c.agency_id, c.province_id], c.visible_to || c.assignee_id, app.business_today()) AS people
     FROM app.case_file c WHERE c.id = $1`,
);
const POST = statement<object>(
  'outbox.post',
  `INSERT INTO app.inbox (user_id, case_id, topic, source_id, created_at)
   SELECT user_id, case_id, topic, source_id, created_at
     FROM jsonb_to_recordset($1) AS i(user_id int, case_id uuid, topic text, source_id uuid, created_at timestamptz)
   ON CONFLICT (source_id, user_id) DO NOTHING`,
);
const TELL = statement<object>(
  'outbox.tell-citizens',
  `INSERT INTO app.message (contact_id, case_id, topic, source_id, created_at)
   SELECT c.id, f.id, $2, $3, $4 FROM app.case_file f JOIN app.contact c ON c.petition_id = f.petition_id AND c.withdrawn_at IS NULL
    WHERE f.id = $1 AND f.visible_to IS NULL
   ON CONFLICT (source_id, contact_id) DO NOTHING`,
);
const TASK = statement<object>(
  'outbox.task',
  `INSERT INTO app.task (case_id, agency_id, visible_to, kind, owner_role, assignee_id, source_id, created_at)
   SELECT c.id, c.agency_id, c.visible_to, $2, $3, c.assignee_id, $4, coalesce($5::timestamptz, app.business_now()) FROM app.case_file c WHERE c.id = $1
   ON CONFLICT (source_id, kind) DO NOTHING`,
);
const OPENING = statement<{ facts: JsonObject }>(
  'outbox.opening',
  'SELECT facts FROM app.case_event WHERE case_id = $1 AND seq = 1',
);
const CHILD = statement<{ found: boolean }>(
  'outbox.child',
  `SELECT EXISTS (SELECT FROM app.case_file WHERE petition_id = $1 AND procedure = $2 AND parent_case_id = $3 AND part IS NOT DISTINCT FROM $4) AS found`,
);
const FORGET = statement<{ gone: number }>(
  'outbox.forget',
  `WITH e AS (DELETE FROM app.effect WHERE done_at < now() - make_interval(days => $1) RETURNING 1),
        i AS (DELETE FROM app.idempotency WHERE created_at < now() - make_interval(days => $1) RETURNING 1)
   SELECT (SELECT count(*) FROM e)::int + (SELECT count(*) FROM i)::int AS gone`,
);

/** Effect rows in PostgreSQL, seen by the worker only. */
export class PostgresOutbox extends Outbox {
  override readonly related = new PostgresRelatedFiles();
  private readonly runner: TransactionRunner;

  constructor(private readonly connections: Connections) {
    super();
    this.runner = new TransactionRunner(connections);
  }

  override handOut(limit: number, leaseMs: number): Promise<readonly HandedOut[]> {
    return query(this.connections.worker, HAND_OUT, [limit, leaseMs / 1000]);
  }

  override async pending(kinds: readonly string[], limit: number): Promise<readonly EffectId[]> {
    return (await query(this.connections.worker, PENDING, [kinds, limit])).map(({ id }) => id);
  }

  override async before(effectId: EffectId): Promise<readonly EffectId[]> {
    return (await query(this.connections.worker, BEFORE, [effectId])).map(({ id }) => id);
  }

  override take(
    effectId: EffectId,
    work: (tx: OpaqueTx, effect: PendingEffect) => Promise<EffectOutcome>,
  ): Promise<boolean> {
    return this.runner.run(SYSTEM_ACTOR, async (tx) => {
      const [row] = await query(clientOf(tx), TAKE, [effectId]);
      if (!row) return false;
      const outcome = await work(tx, readEffect(row));
      await query(clientOf(tx), DONE, [effectId, outcome?.refused ?? null]);
      return true;
    });
  }

  override async noteFailure(effectId: EffectId, code: string): Promise<void> {
    await query(this.connections.worker, FAILED, [effectId, code]);
  }

  override async giveUp(effectId: EffectId, code: string): Promise<void> {
    await query(this.connections.worker, GIVE_UP, [effectId, code]);
  }

  override async around(tx: OpaqueTx, caseId: CaseFileId) {
    const found = await queryOne(clientOf(tx as Tx), AROUND, [caseId]);
    const row = camelRow<CaseRow>(found.row);
    return { row, about: row, people: found.people.map(readPerson) };
  }

  override async post(tx: OpaqueTx, lines: readonly InboxLine[]): Promise<void> {
    if (lines.length > 0) await query(clientOf(tx as Tx), POST, [JSON.stringify(snakeRows(lines))]);
  }

  override async tellCitizens(
    tx: OpaqueTx,
    { caseId, topic, sourceId, createdAt }: Omit<InboxLine, 'userId'>,
  ): Promise<void> {
    if (CITIZEN_TOPICS.includes(topic)) await query(clientOf(tx as Tx), TELL, [caseId, topic, sourceId, createdAt]);
  }

  override async openTask(
    tx: OpaqueTx,
    { kind, ownerRole, effect, row }: Parameters<Outbox['openTask']>[1],
  ): Promise<void> {
    await query(clientOf(tx as Tx), TASK, [row.id, kind, ownerRole, effect.id, effect.event?.recordedAt ?? null]);
  }

  override async openingFacts(tx: OpaqueTx, caseId: CaseFileId): Promise<JsonObject> {
    return (await queryOne(clientOf(tx as Tx), OPENING, [caseId])).facts;
  }

  override async hasChild(
    tx: OpaqueTx,
    { petitionId, procedure, parentCaseId, part }: Parameters<Outbox['hasChild']>[1],
  ): Promise<boolean> {
    return (await queryOne(clientOf(tx as Tx), CHILD, [petitionId, procedure, parentCaseId, part])).found;
  }

  override async forget(olderThanDays: number): Promise<number> {
    return (await queryOne(this.connections.worker, FORGET, [olderThanDays])).gone;
  }
}

const readEffect = ({
  id,
  kind,
  case_id,
  payload,
  event_id,
  occurred_on,
  recorded_at,
  facts,
}: TakenRow): PendingEffect => ({
  id,
  kind,
  caseId: case_id,
  payload,
  event:
    event_id && occurred_on && recorded_at
      ? { id: event_id, occurredOn: occurred_on, recordedAt: recorded_at.toISOString(), facts: facts ?? {} }
      : null,
});
