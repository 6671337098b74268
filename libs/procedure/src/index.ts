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
export { certifiedArrows, type CertifiedArrow, type PathStep } from './explore.js';
export { CHECKS, checkProcedure, type CheckOptions, type Finding } from './check.js';
