import { type Actor, SYSTEM_ACTOR } from '#libs/access';
import {
  type Channel,
  type Contact,
  type DeliveryLine,
  Messages,
  type Settle,
  type Settled,
  type WaitingMessage,
} from '#libs/notifications';
import type { CaseFileId } from '#libs/shared';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

interface ClaimedRow {
  readonly id: string;
  readonly topic: string;
  readonly case_id: CaseFileId | null;
  readonly attempts: number;
  readonly to_citizen: boolean;
  readonly withdrawn: boolean;
  readonly contact: Contact;
}
const CLAIM = statement<ClaimedRow>(
  'messages.claim',
  `WITH m AS MATERIALIZED (
     SELECT * FROM app.message WHERE state = 'waiting' AND (not_before IS NULL OR not_before <= app.business_now())
      ORDER BY not_before NULLS FIRST, id LIMIT $1 FOR UPDATE SKIP LOCKED)
   SELECT m.id, m.topic, m.case_id, m.attempts, c.petition_id IS NOT NULL AS to_citizen, 
          c.withdrawn_at IS NOT NULL OR (c.petition_id IS NOT NULL AND f.visible_to IS NOT NULL) AS withdrawn,
          json_build_object('id', c.id, 'channel', c.channel, 'address', c.address, 'quietFrom', left(c.quiet_from::text, 5), 'quietTo', left(c.quiet_to::text, 5)) AS contact
     FROM m JOIN app.contact c ON c.id = m.contact_id LEFT JOIN app.case_file f ON f.id = m.case_id ORDER BY m.id`,
);
const NOW = statement<{ now: Date }>('messages.now', 'SELECT app.business_now() AS now');
const LATER = statement<object>('messages.later', 'UPDATE app.message SET not_before = $2 WHERE id = $1');
const SETTLE = statement<object>(
  'messages.settle',
  `UPDATE app.message SET state = $2, attempts = attempts + $3, last_error = $4, not_before = $5, gateway_ref = $6,
          settled_at = CASE WHEN $2 = 'waiting' THEN NULL ELSE app.business_now() END WHERE id = $1`,
);
const OF_CASE = statement<DeliveryLine & { readonly channel: Channel }>(
  'messages.of-case',
  `SELECT m.id, c.channel, m.topic, m.state, m.attempts, m.last_error AS "lastError", m.created_at AS "createdAt", m.settled_at AS "settledAt"
     FROM app.message m JOIN app.contact c ON c.id = m.contact_id WHERE m.case_id = $1 ORDER BY m.created_at DESC, m.id DESC LIMIT 200`,
);

export class PostgresMessages extends Messages {
  constructor(private readonly runner: TransactionRunner) {
    super();
  }

  override claim(
    limit: number,
    work: (now: Date, rows: readonly WaitingMessage[], settle: Settle) => Promise<void>,
  ): Promise<boolean> {
    return this.runner.run(SYSTEM_ACTOR, async (tx) => {
      const db = clientOf(tx);
      const rows = await query(db, CLAIM, [limit]);
      if (rows.length === 0) return false;
      const { now } = await queryOne(db, NOW);
      const settle = async (id: string, outcome: Settled): Promise<void> =>
        void (await query(db, SETTLE, [id, ...columns(outcome)]));
      await work(
        now,
        rows.map(readRow),
        Object.assign(settle, {
          later: async (id: string, notBefore: Date) => void (await query(db, LATER, [id, notBefore])),
        }),
      );
      return true;
    });
  }

  override ofCase(actor: Actor, caseId: CaseFileId): Promise<DeliveryLine[]> {
    return this.runner.run(actor, (tx) => query(clientOf(tx), OF_CASE, [caseId]));
  }
}

/** State, tries to add, error, next try, reference. */
function columns(outcome: Settled): readonly unknown[] {
  switch (outcome.state) {
    case 'sent':
    case 'dryRun':
      return [outcome.state, 1, null, null, outcome.ref];
    case 'withdrawn':
      return ['withdrawn', 0, null, null, null];
    case 'failed':
      return [outcome.notBefore === null ? 'failed' : 'waiting', 1, outcome.error, outcome.notBefore, null];
  }
}

const readRow = (row: ClaimedRow): WaitingMessage => ({
  id: row.id,
  contact: row.contact,
  toCitizen: row.to_citizen,
  topic: row.topic,
  caseId: row.case_id,
  attempts: row.attempts,
  withdrawn: row.withdrawn,
});
