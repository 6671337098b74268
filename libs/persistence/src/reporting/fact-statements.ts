import {
  type CaseMarks,
  FORM_MARKS,
  MARK_FACTS,
  type MarkedStep,
  MILESTONES,
  type PetitionFact,
  type PetitionFacts,
  type PetitionMore,
  RESOLVING_RULES,
  type StoredCaseFact,
} from '#libs/reporting';
import { query, statement, type Queryable } from '../query.js';

export const CASE_COLUMNS = `case_id AS "caseId", petition_id AS "petitionId", parent_case_id AS "parentCaseId", register_label AS "registerLabel",
          petition_type AS "petitionType", field, agency_id AS "agencyId", procedure, procedure_version AS "procedureVersion", protected,
          received_on AS "receivedOn", opened_on AS "openedOn", stage, accepted_on AS "acceptedOn", resolved_on AS "resolvedOn",
          resolved_as AS "resolvedAs", leader_id AS "leaderId", due_on AS "dueOn", raw_end AS "rawEnd", ended_on AS "endedOn"`;
export const PETITION_COLUMNS = `petition_id AS "petitionId", register_label AS "registerLabel", agency_id AS "agencyId", petition_type AS "petitionType", field,
          channel, received_on AS "receivedOn", people, protected`;

/** Where a day stands to the period from $2 to $3: 0 before it, 1 in it, 2 after it; null: never. */
export const place = (day: string): string => `((${day} >= $2::date)::int + (${day} > $3::date)::int)`;

export type Step = readonly [MarkedStep['mark'], string, MarkedStep['on'], string | null, MarkedStep['facts']];
export const stepOf = ([mark, type, on, toStage, facts]: Step): MarkedStep => ({ mark, type, on, toStage, facts });
export const marksOf = (rows: readonly { caseId: string; steps: readonly Step[] }[]): CaseMarks[] =>
  rows.map(({ caseId, steps }) => ({ caseId, steps: steps.map(stepOf) }));

const CASES_OF = statement<StoredCaseFact>(
  'report.casesOf',
  `SELECT ${CASE_COLUMNS} FROM app.report_case_facts_of($1, $2, $3, $4) ORDER BY received_on, case_id`,
);
const PETITIONS_OF = statement<PetitionFact>(
  'report.petitionsOf',
  `SELECT ${PETITION_COLUMNS} FROM app.report_petition_facts_of($1, $2) ORDER BY received_on, petition_id`,
);
const MARKS_OF = statement<{ caseId: string; steps: readonly Step[] }>(
  'report.marksOf',
  'SELECT case_id AS "caseId", steps FROM app.report_case_marks_of($1, $2, $3, $4)',
);
const RESENDS_OF = statement<PetitionMore>(
  'report.resendsOf',
  'SELECT petition_id AS "petitionId", resend_of AS "resendOf" FROM app.report_petition_resends_of($1, $2)',
);

/** Facts of some petitions in the order in which all of them are told: which file speaks for a petition hangs on it. */
export async function factsOf(db: Queryable, petitions: readonly string[], knownAt: Date): Promise<PetitionFacts> {
  if (petitions.length === 0) return { cases: [], petitions: [], marks: [], resends: [] };
  return {
    cases: await query(db, CASES_OF, [petitions, knownAt, JSON.stringify(MILESTONES), RESOLVING_RULES]),
    petitions: await query(db, PETITIONS_OF, [petitions, knownAt]),
    marks: marksOf(await query(db, MARKS_OF, [petitions, knownAt, JSON.stringify(FORM_MARKS), MARK_FACTS])),
    resends: await query(db, RESENDS_OF, [petitions, knownAt]),
  };
}

/** The first value replaced after an instant is the one that stood then. */
const FIELDS_WERE = statement<{ petitionId: string; field: string | null }>(
  'report.fieldsWere',
  `SELECT DISTINCT ON (w.petition_id) w.petition_id AS "petitionId", w.field
     FROM app.petition_field_was w WHERE w.replaced_at > $1 ORDER BY w.petition_id, w.replaced_at`,
);

/** Facts with the field (lĩnh vực) that stood then: a registrar may have put it right since. */
export async function withFields<Fact extends { readonly petitionId: string | null; readonly field: string | null }>(
  db: Queryable,
  facts: readonly Fact[],
  knownAt: Date,
): Promise<Fact[]> {
  const were = new Map((await query(db, FIELDS_WERE, [knownAt])).map((row) => [row.petitionId, row.field]));
  if (were.size === 0) return [...facts];
  return facts.map((fact) =>
    fact.petitionId !== null && were.has(fact.petitionId)
      ? { ...fact, field: were.get(fact.petitionId) ?? null }
      : fact,
  );
}
