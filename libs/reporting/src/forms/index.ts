export { REPORT_FORMS, reportForm } from './catalogue.js';
export * from './cells.js';
export type { ColumnUnit, Expression, FormColumn, FormIdentity, ReportForm } from './form.js';
export * from './identities.js';
export { FORM_MARKS, MARK_FACTS, type CaseMarks, type MarkedStep } from './marks.js';
export {
  formFacts,
  formFactsOf,
  type CaseRow,
  type FormFacts,
  type FormMore,
  type PetitionMore,
  type PetitionRow,
  type ReceivedBy,
  type SessionRow,
  type VisitMore,
  type VisitRow,
} from './rows.js';
