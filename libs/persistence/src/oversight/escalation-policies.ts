import type { Actor } from '#libs/access';
import type { OfficePolicy } from '#libs/oversight';
import type { AgencyId, JsonObject } from '#libs/shared';
import type { AdministrationJournal } from '../administration/index.js';
import { query, queryOne } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

export interface PolicyVersion {
  readonly agencyId: AgencyId;
  readonly version: number;
  /** Null: given up, as the province has it. */
  readonly policy: OfficePolicy | null;
  readonly setByName: string;
  readonly setAt: Date;
  readonly reason: string | null;
}
export interface AgencyPolicyRow {
  readonly agencyId: AgencyId;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly provinceId: AgencyId;
  readonly settings: JsonObject;
  /** Last version of the agency's own; 0: it never had one. */
  readonly version: number;
  readonly own: boolean;
  readonly follows: boolean;
}
/** Open limits by what a new version would mean for them, of the files the reader sees. */
export interface PolicyImpactRow {
  readonly agencyId: AgencyId;
  readonly open: number;
  readonly reminders: number;
  readonly climbing: number;
  readonly calledOff: number;
}

const AGENCIES = `
  SELECT a.id AS "agencyId", a.code, a.name, a.level, a.province_id AS "provinceId", a.settings,
         coalesce((SELECT max(version) FROM app.escalation_policy p WHERE p.agency_id = a.id), 0) AS version,
         app.latest_policy(a.id) IS NOT NULL AS own, app.latest_policy(a.id) IS NULL AND app.latest_policy(a.province_id) IS NOT NULL AS follows
    FROM app.agency a WHERE a.id = ANY ((SELECT app.agencies())::int[]) AND a.valid_to IS NULL
   ORDER BY (a.id = a.province_id) DESC, a.name, a.id`;
const HISTORY = `
  SELECT p.agency_id AS "agencyId", p.version, p.policy, u.full_name AS "setByName", p.set_at AS "setAt",
         (SELECT x.text FROM app.administration_book b JOIN app.case_event e ON e.case_id = b.id AND e.type = 'ESCALATION_POLICY_SET'
            JOIN app.event_text x ON x.event_id = e.id AND x.field = 'reason'
           WHERE b.agency_id = p.agency_id AND (e.facts ->> 'version')::int = p.version LIMIT 1) AS reason
    FROM app.escalation_policy p JOIN app.app_user u ON u.id = p.set_by
   WHERE p.agency_id = $1 ORDER BY p.version DESC LIMIT 50`;
const IMPACT = `
  SELECT d.agency_id AS "agencyId", count(DISTINCT d.id)::int AS open,
         count(DISTINCT d.id) FILTER (WHERE m.kind IN ('remind3', 'remind1'))::int AS reminders,
         count(DISTINCT d.id) FILTER (WHERE m.kind LIKE 'rung%' AND NOT m.kind = ANY ($2::text[]))::int AS climbing,
         count(DISTINCT d.id) FILTER (WHERE m.kind = ANY ($2::text[]))::int AS "calledOff"
    FROM app.deadline d LEFT JOIN app.milestone m ON m.deadline_id = d.id AND m.state = 'pending'
   WHERE d.closed_at IS NULL AND d.agency_id = ANY ($1::int[]) AND d.kind IN ('maximum', 'internal_until_confirmed')
   GROUP BY d.agency_id ORDER BY d.agency_id`;

/** Versions of what agencies set for themselves. */
export class EscalationPolicies {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly journal: AdministrationJournal,
  ) {}

  agencies(actor: Actor): Promise<AgencyPolicyRow[]> {
    return this.transactions.run(actor, (tx) => query<AgencyPolicyRow>(clientOf(tx), AGENCIES));
  }

  history(actor: Actor, agencyId: AgencyId): Promise<PolicyVersion[]> {
    return this.transactions.run(actor, (tx) => query<PolicyVersion>(clientOf(tx), HISTORY, [agencyId]));
  }

  /** `endedRungs`: kinds the new ladder no longer has. */
  impact(actor: Actor, agencies: readonly AgencyId[], endedRungs: readonly string[]): Promise<PolicyImpactRow[]> {
    return this.transactions.run(actor, (tx) => query<PolicyImpactRow>(clientOf(tx), IMPACT, [agencies, endedRungs]));
  }

  /** The new version and its line in the book of the agency, together. @throws AppError where somebody set one since. */
  set(
    actor: Actor,
    agencyId: AgencyId,
    { policy, seen, reason }: { readonly policy: OfficePolicy | null; readonly seen: number; readonly reason: string },
  ): Promise<number> {
    return this.journal.act(actor, async (tx) => {
      const { version } = await queryOne<{ version: number }>(
        clientOf(tx),
        'SELECT app.escalation_policy_set($1, $2::jsonb, $3) AS version',
        [agencyId, policy === null ? null : JSON.stringify(policy), seen],
      );
      const facts = { version, policy: policy as unknown as JsonObject | null };
      return { result: version, acts: [{ agencyId, type: 'ESCALATION_POLICY_SET', facts, texts: { reason } }] };
    });
  }
}
