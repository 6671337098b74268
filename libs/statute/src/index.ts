export * from './types.js';
export { computeDeadline } from './compute-deadline.js';
export { type CountComputation, countFrom, type CountInput } from './count-from.js';
export { dayLines, explain } from './explain.js';
export { type Alarm, alarmOf, type KindConduct, openKinds } from './kinds.js';
export {
  FROM_EVENT_LABELS,
  fromEventLabel,
  RULE_KIND_LABELS,
  RULE_UNIT_LABELS,
  RULE_VARIANT_LABELS,
} from './labels.js';
export { variantFor } from './length-of.js';
export { type PauseLaw, pauseLawOf } from './pauses.js';
export type { StatuteCode } from './refusals.js';
export { allRules, isInForce, referenceTo, ruleById, ruleInForce, versionsOf } from './rules.js';
export { rulePackProblems, validateRulePacks } from './validate-rule-packs.js';
export {
  AUTHORITIES,
  COMPETENCE_TARGETS,
  type Authority,
  type CompetenceMatter,
  type CompetenceRow,
  type CompetenceTarget,
  type Instance,
} from './competence/types.js';
export { competenceRows } from './competence/rows.js';
export { competentAuthority, type Competence, type CompetenceQuestion } from './competence/competent-authority.js';
