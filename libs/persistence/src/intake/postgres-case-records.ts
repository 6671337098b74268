import type { AnyActor } from '#libs/access';
import { chainEvents, type LedgerDraft } from '#libs/audit';
import { CaseRecords, uuidAt, type CaseRecord, type Tx as OpaqueTx } from '#libs/intake';
import { dayOf, type ActorRole, type CaseEventId, type CaseFileId } from '#libs/shared';
import { snakeRows } from '../casework/json-names.js';
import { businessNow } from '../clock.js';
import { query, statement } from '../query.js';
import { clientOf, type Tx } from '../transaction.js';
import { jsonRows } from './json-rows.js';

interface Head {
  readonly id: CaseFileId;
  readonly seq: number;
  readonly head_hash: Buffer;
}

const MOVED_ON = statement<{ id: CaseFileId }>(
  'intake.moved-on',
  `SELECT id FROM (SELECT id, rev, closed_at FROM app.case_file WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE) f WHERE rev > 1 OR closed_at IS NOT NULL`,
);
const HEADS = statement<Head>(
  'intake.case-heads',
  `SELECT id, seq, head_hash FROM app.case_file WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
);
const WRITE = statement<object>('intake.case-write', `SELECT app.case_write($1::jsonb)`);
const MOVE_HEADS = statement<object>(
  'intake.move-heads',
  `UPDATE app.case_file c SET seq = n.seq, head_hash = n.hash FROM unnest($1::uuid[], $2::int[], $3::bytea[]) AS n(id, seq, hash) WHERE c.id = n.id`,
);
const CLOSE = statement<object>(
  'intake.close-files',
  `WITH closed AS (
     UPDATE app.case_file SET rev = rev + 1, closed_at = $2, closed_on = $3, last_event_on = $3, outcome = 'voided' WHERE id = ANY ($1::uuid[]) RETURNING id
   ), tasks AS (
     UPDATE app.task SET done_at = $2 WHERE case_id = ANY ($1::uuid[]) AND done_at IS NULL
   ), clocks AS (
     UPDATE app.deadline SET state = 'void', closed_at = $2 WHERE case_id = ANY ($1::uuid[]) AND closed_at IS NULL RETURNING id
   )
   UPDATE app.milestone SET state = 'cancelled' WHERE case_id = ANY ($1::uuid[]) AND state = 'pending'`,
);

const roleOf = (actor: AnyActor): ActorRole => ('system' in actor ? 'system' : (actor.roles[0] ?? 'receptionist'));

/** Ledger events of intake, chained to the head of each file inside the caller's transaction. */
export class PostgresCaseRecords extends CaseRecords {
  constructor(private readonly systemNow: () => Date) {
    super();
  }

  override async movedOn(tx: OpaqueTx, caseFileIds: readonly CaseFileId[]): Promise<readonly CaseFileId[]> {
    return (await query(clientOf(tx as Tx), MOVED_ON, [caseFileIds])).map(({ id }) => id);
  }

  override async record(
    tx: OpaqueTx,
    actor: AnyActor,
    records: readonly CaseRecord[],
    options: { readonly close: boolean } = { close: false },
  ): Promise<void> {
    if (records.length === 0) return;
    const db = clientOf(tx as Tx);
    const now = await businessNow(tx as Tx);
    const files = [...new Set(records.map(({ caseFileId }) => caseFileId))];
    const heads = await query(db, HEADS, [files]);
    const events = heads.flatMap((head) =>
      chainEvents(
        `\\x${head.head_hash.toString('hex')}`,
        records
          .filter(({ caseFileId }) => caseFileId === head.id)
          .map((record, i) => this.draft(record, { actor, now, seq: head.seq + 1 + i })),
      ),
    );
    const texts = events.flatMap(({ record: { words }, id, caseId }) =>
      words ? [{ ...words, eventId: id, caseId }] : [],
    );
    const stored = events.map(({ record: _record, ...event }) => event);
    await query(db, WRITE, [
      `{"events": ${JSON.stringify(snakeRows(stored))}${texts.length > 0 ? `, "texts": ${jsonRows(texts)}` : ''}}`,
    ]);
    const last = new Map(stored.map((event) => [event.caseId, event]));
    const ends = [...last.values()];
    await query(db, MOVE_HEADS, [
      ends.map(({ caseId }) => caseId),
      ends.map(({ seq }) => seq),
      ends.map(({ hash }) => hash),
    ]);
    if (options.close) await query(db, CLOSE, [files, now, dayOf(now)]);
  }

  private draft(
    record: CaseRecord,
    at: { readonly actor: AnyActor; readonly now: Date; readonly seq: number },
  ): LedgerDraft & { readonly record: CaseRecord } {
    const systemNow = this.systemNow();
    return {
      record,
      id: record.eventId ?? uuidAt<CaseEventId>(systemNow),
      caseId: record.caseFileId,
      seq: at.seq,
      kind: 'record',
      type: record.type,
      occurredOn: dayOf(at.now),
      recordedAt: at.now.toISOString(),
      systemAt: systemNow.toISOString(),
      actorId: at.actor.userId,
      actorRole: roleOf(at.actor),
      facts: record.facts,
      basis: [],
      fromStage: null,
      toStage: null,
      subjectId: null,
      corrects: null,
    };
  }
}
