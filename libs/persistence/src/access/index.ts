export * from './argon2-hasher.js';
export * from './postgres-accounts.js';
export * from './postgres-sessions.js';
export * from './postgres-second-factors.js';
export * from './postgres-attempts.js';
export * from './postgres-outside-identities.js';
export * from './agency-directory.js';
export {
  Boards,
  boardPage,
  PLANNED_ONCE,
  type BoardDays,
  type BoardRow,
  type Counts,
  type OverdueFilter,
} from './boards.js';
export { CaseList, type CaseFilter, type CaseRow } from './case-list.js';
export * from './case-people.js';
export * from './case-surroundings.js';
export * from './clock-requests.js';
export * from './ledger-reader.js';
export * from './national-package.js';
export * from './my-work.js';
export * from './petition-detail.js';
export { PetitionList, type DeadlineBriefRow, type PetitionFilter, type PetitionRow } from './petition-list.js';
export * from './public-status-reader.js';
export * from './readiness.js';
export * from './reference-reader.js';
export { DEFAULT_LIMIT, type Place, type Scope, scopeOf } from './scope.js';
export { searchTerms } from './search-terms.js';
export * from './postgres-delegations.js';
export * from './postgres-identity-records.js';
export * from './postgres-secrecy-records.js';
export * from './quick-search.js';
export * from './user-settings.js';
export * from './online-reader.js';
export * from './earlier-answers.js';
export * from './seen-targets.js';
