export { REPORT_FORMS, reportForm } from './catalogue.js';
export * from './cells.js';
export { COLUMN_UNITS } from './form.js';
export type { ColumnUnit, Expression, FormColumn, FormIdentity, ReportForm } from './form.js';
export { type AddedForm, addedForms, formOf, type FormRegister } from './form-register.js';
export * from './identities.js';
export { FORM_MARKS, MARK_FACTS, type CaseMarks, type MarkedStep } from './marks.js';
export {
  formFacts,
  formFactsOf,
  mattersOf,
  type CaseRow,
  type FormFacts,
  type FormMore,
  type OpeningRow,
  type PetitionMore,
  type PetitionRow,
  type ReceivedBy,
  type SessionRow,
  type VisitMore,
  type VisitRow,
} from './rows.js';
export {
  assertIdentities,
  brokenLines,
  countForm,
  countFormByAgency,
  labelOf,
  lineNamed,
  type CountedForm,
  type FormLine,
  type NamedIdentity,
  type ShownCell,
} from './counted-form.js';
export { exportForm, FORM_FORMATS, formFileName, formFileStem, type FormFormat } from './export-form.js';
export { FORM_TESTS, readFormDocument, type FormFault } from './form-document.js';
export { formJson } from './print-json.js';
export { headsOf, type HeadCell } from './heads.js';
export { agenciesOfLines, lineScoped, linesOf, type FormAgency, type LineKind, type LineScope } from './lines.js';
export { identityLine, STATE_WORDS, type Letterhead, type PrintedForm } from './printed.js';
export { sessionOf, visitOf, type CountedReception, type StoredReception } from './stored-receptions.js';
export { caseOf, petitionOf, traitsText, type CountedStoredRow, type StoredRow } from './stored-rows.js';
export { workbookOf } from './sheet-xlsx.js';
