import type { Actor } from '#libs/access';
import {
  type PastKeeping,
  Retention,
  type RetentionDecision,
  type RetentionProposal,
  type RetentionRule,
} from '#libs/reporting';
import type { AgencyId, ProcedureName } from '#libs/shared';
import type { AdministrationJournal } from '../administration/index.js';
import { query, queryOne, type Queryable } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

const RULES = `
  SELECT DISTINCT ON (r.procedure) r.id, r.procedure, r.years, r.basis, u.full_name AS "setByName", r.set_at AS "setAt"
    FROM app.retention_rule r JOIN app.app_user u ON u.id = r.set_by WHERE r.province_id = $1
   ORDER BY r.procedure, r.set_at DESC, r.id DESC`;
const MOST = 500;
/** Closed for longer than the newest rule of their kind says, and on no list that waits or was approved. */
const PAST = `
  SELECT c.id AS "caseFileId", p.register_label AS "registerLabel", c.procedure, c.procedure_version AS "procedureVersion", c.agency_id AS "agencyId",
         c.closed_on AS "closedOn", (c.closed_on + make_interval(years => r.years))::date AS "keepUntil", r.years, r.basis, r.id AS "ruleId"
    FROM app.case_file c JOIN app.petition p ON p.id = c.petition_id
    JOIN LATERAL (SELECT x.id, x.years, x.basis FROM app.retention_rule x WHERE x.province_id = c.province_id AND x.procedure = c.procedure
                   ORDER BY x.set_at DESC, x.id DESC LIMIT 1) r ON r.years IS NOT NULL
   WHERE c.closed_on IS NOT NULL AND c.agency_id = ANY ($1::int[]) AND c.closed_on + make_interval(years => r.years) < app.business_today()
     AND NOT EXISTS (SELECT FROM app.retention_item i JOIN app.retention_proposal q ON q.id = i.proposal_id WHERE i.case_id = c.id AND q.state <> 'rejected')
   ORDER BY "keepUntil", c.id LIMIT ${MOST}`;
const PROPOSALS = `
  SELECT q.id, q.agency_id AS "agencyId", q.items, q.note, m.full_name AS "madeByName", q.made_at AS "madeAt", q.state, d.full_name AS "decidedByName",
         q.decided_at AS "decidedAt", q.decision_no AS "decisionNo", q.decision_reason AS "decisionReason"
    FROM app.retention_proposal q JOIN app.app_user m ON m.id = q.made_by LEFT JOIN app.app_user d ON d.id = q.decided_by
   ORDER BY q.made_at DESC, q.id DESC LIMIT 100`;
const LINES = `
  SELECT c.id AS "caseFileId", p.register_label AS "registerLabel", c.procedure, c.procedure_version AS "procedureVersion", c.agency_id AS "agencyId",
         i.closed_on AS "closedOn", i.keep_until AS "keepUntil", r.years, r.basis, r.id AS "ruleId"
    FROM app.retention_item i JOIN app.case_file c ON c.id = i.case_id JOIN app.petition p ON p.id = c.petition_id JOIN app.retention_rule r ON r.id = i.rule_id
   WHERE i.proposal_id = $1 ORDER BY i.keep_until, c.id`;
const MAKE = `INSERT INTO app.retention_proposal (agency_id, items, note, made_by, made_at)
  SELECT $1, $2, $3, app.user_id(), app.business_now() RETURNING id`;
const ADD = `INSERT INTO app.retention_item (proposal_id, case_id, rule_id, closed_on, keep_until)
  SELECT $1, x."caseFileId", x."ruleId", x."closedOn", x."keepUntil"
    FROM jsonb_to_recordset($2) AS x("caseFileId" uuid, "ruleId" uuid, "closedOn" date, "keepUntil" date)`;
const DECIDE = `UPDATE app.retention_proposal SET state = $2, decided_by = app.user_id(), decided_at = app.business_now(), decision_no = $3, decision_reason = $4
  WHERE id = $1 AND state = 'proposed' RETURNING agency_id AS "agencyId", items`;

const pastOf = (db: Queryable, agencies: readonly AgencyId[]) => query<PastKeeping>(db, PAST, [agencies]);

export interface NewRetentionRule {
  readonly procedure: ProcedureName;
  readonly years: number | null;
  readonly basis: string;
}

export class PostgresRetention extends Retention {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly journal: AdministrationJournal,
  ) {
    super();
  }

  override rules(actor: Actor): Promise<RetentionRule[]> {
    return this.transactions.run(actor, (tx) => query<RetentionRule>(clientOf(tx), RULES, [actor.provinceId]));
  }

  /** The new version and its line in the book of the province, together. */
  setRule(actor: Actor, { procedure, years, basis }: NewRetentionRule): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      await queryOne(clientOf(tx), 'SELECT app.retention_rule_set($1, $2, $3, $4) AS id', [
        ...[actor.provinceId, procedure, years, basis],
      ]);
      const facts = { procedure, years };
      return {
        result: undefined,
        acts: [{ agencyId: actor.provinceId, type: 'RETENTION_RULE_SET', facts, texts: { basis } }],
      };
    });
  }

  /** Of the actor's agencies, as far as they see the files. */
  override past(actor: Actor): Promise<PastKeeping[]> {
    return this.transactions.run(actor, (tx) => pastOf(clientOf(tx), actor.agencies));
  }

  override proposals(actor: Actor): Promise<RetentionProposal[]> {
    return this.transactions.run(actor, (tx) => query<RetentionProposal>(clientOf(tx), PROPOSALS));
  }

  override linesOf(actor: Actor, proposalId: string): Promise<PastKeeping[]> {
    return this.transactions.run(actor, (tx) => query<PastKeeping>(clientOf(tx), LINES, [proposalId]));
  }

  /** The files of one's own agency that are past their keeping now, as one list; null where there are none. */
  propose(actor: Actor, note: string): Promise<string | null> {
    return this.journal.act(actor, async (tx) => {
      const db = clientOf(tx);
      const lines = await pastOf(db, [actor.agencyId]);
      if (lines.length === 0) return { result: null, acts: [] };
      const { id } = await queryOne<{ id: string }>(db, MAKE, [actor.agencyId, lines.length, note]);
      await query(db, ADD, [id, JSON.stringify(lines)]);
      const facts = { proposalId: id, items: lines.length };
      return { result: id, acts: [{ agencyId: actor.agencyId, type: 'RETENTION_PROPOSED', facts, texts: { note } }] };
    });
  }

  /** False where it was decided before, or is not in reach. */
  decide(actor: Actor, proposalId: string, { state, decisionNo, reason }: RetentionDecision): Promise<boolean> {
    return this.journal.act(actor, async (tx) => {
      const values = [proposalId, state, decisionNo, reason];
      const [decided] = await query<{ agencyId: AgencyId; items: number }>(clientOf(tx), DECIDE, values);
      if (!decided) return { result: false, acts: [] };
      const facts = { proposalId, state, items: decided.items };
      const texts = { decisionNo, reason };
      return { result: true, acts: [{ agencyId: decided.agencyId, type: 'RETENTION_DECIDED', facts, texts }] };
    });
  }
}
