import type { AnyActor } from '#libs/access';
import { Workload } from '#libs/casework';
import type { CaseFileId, UserId } from '#libs/shared';
import { query } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

const OPEN = `SELECT id FROM app.case_file WHERE assignee_id = $1 AND closed_at IS NULL ORDER BY received_on, id`;

export class PostgresWorkload extends Workload {
  constructor(private readonly transactions: TransactionRunner) {
    super();
  }

  override openCasesOf(actor: AnyActor, userId: UserId): Promise<CaseFileId[]> {
    return this.transactions.run(actor, async (tx) =>
      (await query<{ id: CaseFileId }>(clientOf(tx), OPEN, [userId])).map(({ id }) => id),
    );
  }
}
