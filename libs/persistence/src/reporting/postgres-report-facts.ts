import type { Actor } from '#libs/access';
import {
  type CaseMarks,
  FORM_MARKS,
  type FormMore,
  HANDLING_STEPS,
  MARK_FACTS,
  MILESTONES,
  type PetitionFact,
  type PetitionMore,
  ReportFacts,
  RESOLVING_RULES,
  type StoredCaseFact,
} from '#libs/reporting';
import type { UserId } from '#libs/shared';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import { CASE_COLUMNS, marksOf, PETITION_COLUMNS, type Step, withFields } from './fact-statements.js';
import { OPENINGS, SESSIONS, VISITS, VISITS_MORE } from './form-statements.js';

const CASES = statement<StoredCaseFact>(
  'report.cases',
  `SELECT ${CASE_COLUMNS}
     FROM app.report_case_facts($1, $2, $3, $4) ORDER BY received_on, case_id`,
);
const PETITIONS = statement<PetitionFact>(
  'report.petitions',
  `SELECT ${PETITION_COLUMNS}
     FROM app.report_petition_facts($1, $2) ORDER BY received_on, petition_id`,
);
const MARKS = statement<{ caseId: string; steps: readonly Step[] }>(
  'report.marks',
  'SELECT case_id AS "caseId", steps FROM app.report_case_marks($1, $2, $3)',
);
const RESENDS = statement<PetitionMore>(
  'report.resends',
  'SELECT petition_id AS "petitionId", resend_of AS "resendOf" FROM app.report_petition_resends($1)',
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
      return withFields(clientOf(tx), await query(clientOf(tx), CASES, values), knownAt);
    });
  }

  override petitions(actor: Actor, knownAt: Date, { protectedOnly }: { readonly protectedOnly: boolean }) {
    return this.runner.run(actor, async (tx) =>
      withFields(clientOf(tx), await query(clientOf(tx), PETITIONS, [knownAt, protectedOnly]), knownAt),
    );
  }

  override visits(actor: Actor, knownAt: Date) {
    return this.runner.run(actor, (tx) => query(clientOf(tx), VISITS, [knownAt]));
  }

  override async handling(actor: Actor, knownAt: Date): Promise<readonly CaseMarks[]> {
    const marks = JSON.stringify({ 'petition-handling': HANDLING_STEPS });
    const rows = await this.runner.run(actor, (tx) => query(clientOf(tx), MARKS, [knownAt, marks, []]));
    return marksOf(rows);
  }

  override async formMore(actor: Actor, knownAt: Date): Promise<FormMore> {
    return this.runner.run(actor, async (tx) => {
      const client = clientOf(tx);
      const marks = await query(client, MARKS, [knownAt, JSON.stringify(FORM_MARKS), MARK_FACTS]);
      return {
        marks: marksOf(marks),
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
