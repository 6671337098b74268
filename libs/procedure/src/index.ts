export * from './types.js';
export {
  BEFORE_OPENING,
  OPEN,
  cite,
  defineProcedure,
  effects,
  type Arrow,
  type ProcedureSpec,
  type Region,
  type Stage,
} from './define.js';
export { advance, available, open } from './kernel.js';
export { ProcedureRegistry } from './registry.js';
export { eventTable, input, need, option, requirementTable } from './form.js';
export { certifiedArrows, type CertifiedArrow } from './explore.js';
export type { PathStep } from './walk-arrow.js';
export { CHECKS, checkProcedure, type CheckOptions, type Finding } from './check.js';
export { certify, hashOf, type Certificate } from './certificate.js';
export { procedureMarkdown, procedureText } from './document.js';
export { arrowsOf } from './graph.js';
export { mermaid } from './mermaid.js';
export {
  checkMigration,
  clocksIn,
  MAIN_REGION,
  mapState,
  migratedFacts,
  regionsIn,
  rulesOf,
  type CaseMigration,
  type MappedState,
  type StageTarget,
} from './migration.js';
export { goldenPaths } from './paths.js';
