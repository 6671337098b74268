import type { Actor } from '#libs/access';
import type { LocalDate } from '#libs/shared';
import { query } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import { CASE_COLUMNS, CASE_JOINS, type CaseRow } from './case-list.js';

/** A stage whose owner holds one of the actor's roles. */
export interface OwnedStage {
  readonly procedure: string;
  readonly stage: string;
}

export interface WorkRow extends CaseRow {
  readonly liability: boolean;
  readonly assignee_id: number | null;
}

export interface TaskRow extends CaseRow {
  readonly assignee_id: number | null;
  readonly task_id: string;
  readonly kind: string;
}

const LIMIT = 200;
/** Unhandled for so long that somebody answers for it (NĐ154 Đ.41 k3b): an alarm of its own, not a limit of the petition. */
const LIABILITY = `EXISTS (SELECT FROM app.deadline l WHERE l.case_id = c.id AND l.kind = 'liability_threshold' AND l.closed_at IS NULL
                      AND l.due_on < app.business_today()) AS liability`;
/** Mine, or nobody's yet in my own agency at a stage that is in hands like mine. */
const CASES = `
  SELECT ${CASE_COLUMNS}, ${LIABILITY}, c.assignee_id FROM app.case_file c ${CASE_JOINS}
   WHERE c.closed_at IS NULL
     AND (c.assignee_id = $1
          OR c.assignee_id IS NULL AND (c.agency_id = $2 OR c.visible_to @> ARRAY[$1]::int[])
             AND (c.procedure, c.stage) IN (SELECT * FROM unnest($3::text[], $4::text[])))
   ORDER BY d.due_on NULLS LAST, c.id LIMIT ${LIMIT}`;
/** Papers to draft stand in the file itself; urging a file that is closed has no point, apologising for it still has. */
const TASKS = `
  SELECT ${CASE_COLUMNS}, t.id AS task_id, t.kind, t.assignee_id FROM app.task t JOIN app.case_file c ON c.id = t.case_id ${CASE_JOINS}
   WHERE t.done_at IS NULL AND t.kind NOT LIKE 'issue:%' AND (c.closed_at IS NULL OR t.kind = 'apology-letter')
     AND (t.assignee_id = $1 OR t.assignee_id IS NULL AND t.agency_id = $2 AND t.owner_role = ANY ($3::text[]))
   ORDER BY t.created_at, t.id LIMIT ${LIMIT}`;

export class MyWork {
  constructor(private readonly transactions: TransactionRunner) {}

  get(actor: Actor, owned: readonly OwnedStage[]): Promise<{ cases: WorkRow[]; tasks: TaskRow[] }> {
    return this.transactions.run(actor, async (tx) => {
      const db = clientOf(tx);
      const cases = await query<WorkRow>(db, CASES, [
        actor.userId,
        actor.agencyId,
        owned.map(({ procedure }) => procedure),
        owned.map(({ stage }) => stage),
      ]);
      const tasks = await query<TaskRow>(db, TASKS, [actor.userId, actor.agencyId, actor.roles]);
      return { cases, tasks };
    });
  }
}

export interface InboxRow {
  readonly id: string;
  /** `null`: about no file, as when the calendar of next year is missing. */
  readonly case_id: string | null;
  readonly deadline_id: string | null;
  readonly topic: string;
  readonly created_at: Date;
  readonly created_on: LocalDate;
  readonly read_at: Date | null;
  readonly register_label: string | null;
  readonly rule_version: string | null;
  readonly due_on: LocalDate | null;
  readonly pack_id: string | null;
  readonly pack_title: string | null;
}

const INBOX = `
  SELECT i.id, i.case_id, i.deadline_id, i.topic, i.created_at, (i.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS created_on, i.read_at,
         p.register_label, d.rule_version, d.due_on, k.id AS pack_id, k.title AS pack_title
    FROM app.inbox i
    LEFT JOIN app.case_file c ON c.id = i.case_id
    LEFT JOIN app.petition p ON p.id = c.petition_id
    LEFT JOIN app.deadline d ON d.id = i.deadline_id
    LEFT JOIN app.report_pack k ON i.topic = 'report.packReady' AND k.id = i.source_id
   WHERE i.user_id = $1 AND ($2 OR i.read_at IS NULL)
     AND ($3::uuid IS NULL OR (i.created_at, i.id) < (SELECT b.created_at, b.id FROM app.inbox b WHERE b.id = $3))
   ORDER BY i.created_at DESC, i.id DESC LIMIT $4`;

export class InboxReader {
  constructor(private readonly transactions: TransactionRunner) {}

  page(
    actor: Actor,
    { all, after, limit }: { all: boolean; after: string | null; limit: number },
  ): Promise<{ rows: InboxRow[]; unread: number }> {
    return this.transactions.run(actor, async (tx) => {
      const db = clientOf(tx);
      const rows = await query<InboxRow>(db, INBOX, [actor.userId, all, after, limit + 1]);
      const count = await query<{ unread: number }>(
        db,
        'SELECT count(*) AS unread FROM app.inbox WHERE user_id = $1 AND read_at IS NULL',
        [actor.userId],
      );
      return { rows, unread: count[0]?.unread ?? 0 };
    });
  }

  /** False where the notice is nobody's or somebody else's. Reading one twice is no mistake. */
  markRead(actor: Actor, id: string): Promise<boolean> {
    return this.transactions.run(actor, async (tx) => {
      const rows = await query(
        clientOf(tx),
        'UPDATE app.inbox SET read_at = coalesce(read_at, app.business_now()) WHERE id = $1 AND user_id = $2 RETURNING id',
        [id, actor.userId],
      );
      return rows.length === 1;
    });
  }

  async markAllRead(actor: Actor): Promise<void> {
    await this.transactions.run(actor, (tx) =>
      query(clientOf(tx), 'UPDATE app.inbox SET read_at = app.business_now() WHERE user_id = $1 AND read_at IS NULL', [
        actor.userId,
      ]),
    );
  }
}
