import type { Actor } from '#libs/access';
import { type PersonalTask, PersonalTasks, type TaskDone } from '#libs/casework';
import { PostgresCaseRecords } from '../intake/postgres-case-records.js';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

const FIND = statement<PersonalTask>(
  'task.find',
  `SELECT id, case_id AS "caseFileId", kind, owner_role AS "ownerRole", assignee_id AS "assigneeId", agency_id AS "agencyId",
          done_at IS NOT NULL AS done, visible_to AS "visibleTo" FROM app.task WHERE id = $1`,
);
const FINISH = statement<{ id: string }>(
  'task.finish',
  `UPDATE app.task SET done_at = app.business_now(), done_by = $2 WHERE id = $1 AND done_at IS NULL RETURNING id`,
);

export class PostgresPersonalTasks extends PersonalTasks {
  private readonly records = new PostgresCaseRecords(() => new Date());

  constructor(private readonly transactions: TransactionRunner) {
    super();
  }

  override find(actor: Actor, id: string): Promise<PersonalTask | null> {
    return this.transactions.run(actor, async (tx) => (await query(clientOf(tx), FIND, [id]))[0] ?? null);
  }

  override finish(actor: Actor, task: PersonalTask, { eventId, facts, texts }: TaskDone): Promise<boolean> {
    return this.transactions.run(actor, async (tx) => {
      if ((await query(clientOf(tx), FINISH, [task.id, actor.userId])).length === 0) return false;
      const [words] = texts;
      await this.records.record(tx, actor, [
        { eventId, caseFileId: task.caseFileId, type: 'TASK_DONE', facts, ...(words ? { words } : {}) },
      ]);
      return true;
    });
  }
}
