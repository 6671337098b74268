import type { Actor } from '#libs/access';
import { type NewTarget, RateTargets, type Target } from '#libs/reporting';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

const ALL = statement<Target>(
  'rateTarget.all',
  `SELECT t.id, t.agency_id AS "agencyId", t.rate, t.per_mille AS "perMille", t.source_kind AS kind, t.source, t.from_on AS "from",
          u.full_name AS "setByName", t.set_at AS "setAt", t.withdrawn_at AS "withdrawnAt", t.withdraw_reason AS "withdrawReason"
     FROM app.rate_target t JOIN app.app_user u ON u.id = t.set_by ORDER BY t.set_at DESC, t.id DESC`,
);
const SET = statement<object>(
  'rateTarget.set',
  `INSERT INTO app.rate_target (id, agency_id, province_id, rate, per_mille, source_kind, source, from_on, set_by, set_at)
   SELECT $1, a.id, a.province_id, $3, $4, $5, $6, $7, $8, app.business_now() FROM app.agency a WHERE a.id = $2`,
);
const WITHDRAW = statement<{ id: string }>(
  'rateTarget.withdraw',
  `UPDATE app.rate_target SET withdrawn_by = $2, withdrawn_at = app.business_now(), withdraw_reason = $3
    WHERE id = $1 AND withdrawn_at IS NULL AND agency_id = ANY ((SELECT app.agencies())::int[]) RETURNING id`,
);

export class PostgresRateTargets extends RateTargets {
  constructor(private readonly runner: TransactionRunner) {
    super();
  }

  override all(actor: Actor): Promise<Target[]> {
    return this.runner.run(actor, (tx) => query(clientOf(tx), ALL, []));
  }

  override async set(actor: Actor, id: string, target: NewTarget): Promise<void> {
    const { agencyId, rate, perMille, kind, source, from } = target;
    const values = [id, agencyId, rate, perMille, kind, source, from, actor.userId];
    await this.runner.run(actor, (tx) => query(clientOf(tx), SET, values));
  }

  override async withdraw(actor: Actor, id: string, reason: string): Promise<boolean> {
    const rows = await this.runner.run(actor, (tx) => query(clientOf(tx), WITHDRAW, [id, actor.userId, reason]));
    return rows.length > 0;
  }
}
