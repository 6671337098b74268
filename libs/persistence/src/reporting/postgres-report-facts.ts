import type { Actor } from '#libs/access';
import {
  type CaseMarks,
  FORM_MARKS,
  type FormMore,
  HANDLING_STEPS,
  MARK_FACTS,
  type MarkedStep,
  MILESTONES,
  type OpeningRow,
  type PetitionFact,
  type PetitionMore,
  ReportFacts,
  RESOLVING_RULES,
  type SessionRow,
  type StoredCaseFact,
  type VisitFact,
  type VisitMore,
} from '#libs/reporting';
import type { UserId } from '#libs/shared';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';

const CASES = statement<StoredCaseFact>(
  'report.cases',
  `SELECT case_id AS "caseId", petition_id AS "petitionId", parent_case_id AS "parentCaseId", register_label AS "registerLabel",
          petition_type AS "petitionType", field, agency_id AS "agencyId", procedure, procedure_version AS "procedureVersion", protected,
          received_on AS "receivedOn", opened_on AS "openedOn", stage, accepted_on AS "acceptedOn", resolved_on AS "resolvedOn",
          resolved_as AS "resolvedAs", leader_id AS "leaderId", due_on AS "dueOn", raw_end AS "rawEnd", ended_on AS "endedOn"
     FROM app.report_case_facts($1, $2, $3, $4) ORDER BY received_on, case_id`,
);
const PETITIONS = statement<PetitionFact>(
  'report.petitions',
  `SELECT petition_id AS "petitionId", register_label AS "registerLabel", agency_id AS "agencyId", petition_type AS "petitionType", field,
          channel, received_on AS "receivedOn", people, protected
     FROM app.report_petition_facts($1, $2) ORDER BY received_on, petition_id`,
);
const VISITS = statement<VisitFact>(
  'report.visits',
  `SELECT visit_id AS "visitId", register_label AS "registerLabel", agency_id AS "agencyId", visit_type AS "visitType",
          session_kind AS "sessionKind", visited_on AS "visitedOn", people
     FROM app.report_visit_facts($1) ORDER BY visited_on, visit_id`,
);
type Step = readonly [MarkedStep['mark'], string, MarkedStep['on'], string | null, MarkedStep['facts']];
const MARKS = statement<{ caseId: string; steps: readonly Step[] }>(
  'report.marks',
  'SELECT case_id AS "caseId", steps FROM app.report_case_marks($1, $2, $3)',
);
const RESENDS = statement<PetitionMore>(
  'report.resends',
  'SELECT petition_id AS "petitionId", resend_of AS "resendOf" FROM app.report_petition_resends($1)',
);
const VISITS_MORE = statement<VisitMore>(
  'report.visitsMore',
  'SELECT visit_id AS "visitId", received_by AS "by", first_visit_id AS "firstVisitId" FROM app.report_visit_more($1)',
);
const SESSIONS = statement<SessionRow>(
  'report.sessions',
  `SELECT session_id AS id, agency_id AS "agencyId", held_on AS "heldOn", label, received_by AS "by"
     FROM app.report_sessions($1) ORDER BY held_on, session_id`,
);
/** The first value replaced after an instant is the one that stood then. */
const FIELDS_WERE = statement<{ petitionId: string; field: string | null }>(
  'report.fieldsWere',
  `SELECT DISTINCT ON (w.petition_id) w.petition_id AS "petitionId", w.field
     FROM app.petition_field_was w WHERE w.replaced_at > $1 ORDER BY w.petition_id, w.replaced_at`,
);
/** Of each agency and first day the last version that was confirmed by then; a confirmed row never changes. */
const OPENINGS = statement<OpeningRow>(
  'report.openings',
  `SELECT DISTINCT ON (o.agency_id, o.starts_on) o.agency_id AS "agencyId", o.starts_on AS "startsOn", o.figures
     FROM app.opening_balance o WHERE o.state = 'confirmed' AND o.confirmed_at <= $1
    ORDER BY o.agency_id, o.starts_on, o.version DESC`,
);
const NAMES = statement<{ id: UserId; name: string }>(
  'report.names',
  'SELECT id, full_name AS name FROM app.app_user WHERE id = ANY ($1::int[])',
);

export class PostgresReportFacts extends ReportFacts {
  constructor(private readonly runner: TransactionRunner) {
    super();
  }

  override cases(actor: Actor, knownAt: Date, { protectedOnly }: { readonly protectedOnly: boolean }) {
    return this.runner.run(actor, async (tx) => {
      const values = [knownAt, JSON.stringify(MILESTONES), RESOLVING_RULES, protectedOnly];
      return withFields(tx, await query(clientOf(tx), CASES, values), knownAt);
    });
  }

  override petitions(actor: Actor, knownAt: Date, { protectedOnly }: { readonly protectedOnly: boolean }) {
    return this.runner.run(actor, async (tx) =>
      withFields(tx, await query(clientOf(tx), PETITIONS, [knownAt, protectedOnly]), knownAt),
    );
  }

  override visits(actor: Actor, knownAt: Date) {
    return this.runner.run(actor, (tx) => query(clientOf(tx), VISITS, [knownAt]));
  }

  override async handling(actor: Actor, knownAt: Date): Promise<readonly CaseMarks[]> {
    const marks = JSON.stringify({ 'petition-handling': HANDLING_STEPS });
    const rows = await this.runner.run(actor, (tx) => query(clientOf(tx), MARKS, [knownAt, marks, []]));
    return rows.map(({ caseId, steps }) => ({ caseId, steps: steps.map(stepOf) }));
  }

  override async formMore(actor: Actor, knownAt: Date): Promise<FormMore> {
    return this.runner.run(actor, async (tx) => {
      const client = clientOf(tx);
      const marks = await query(client, MARKS, [knownAt, JSON.stringify(FORM_MARKS), MARK_FACTS]);
      return {
        marks: marks.map(({ caseId, steps }) => ({ caseId, steps: steps.map(stepOf) })),
        resends: await query(client, RESENDS, [knownAt]),
        visits: await query(client, VISITS_MORE, [knownAt]),
        sessions: await query(client, SESSIONS, [knownAt]),
        openings: await query(client, OPENINGS, [knownAt]),
      };
    });
  }

  override async names(actor: Actor, users: readonly UserId[]): Promise<ReadonlyMap<UserId, string>> {
    const rows = await this.runner.run(actor, (tx) => query(clientOf(tx), NAMES, [users]));
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** Facts with the field (lĩnh vực) that stood then: a registrar may have put it right since. */
async function withFields<Fact extends { readonly petitionId: string | null; readonly field: string | null }>(
  tx: Tx,
  facts: Fact[],
  knownAt: Date,
): Promise<Fact[]> {
  const were = new Map((await query(clientOf(tx), FIELDS_WERE, [knownAt])).map((row) => [row.petitionId, row.field]));
  if (were.size === 0) return facts;
  return facts.map((fact) =>
    fact.petitionId !== null && were.has(fact.petitionId)
      ? { ...fact, field: were.get(fact.petitionId) ?? null }
      : fact,
  );
}

const stepOf = ([mark, type, on, toStage, facts]: Step): MarkedStep => ({ mark, type, on, toStage, facts });
