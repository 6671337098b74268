export { DEFAULT_SETTINGS, agencySettings, type AgencySettings } from './settings.js';
export {
  isWorkingInstant,
  nextWorkingInstant,
  openingFrom,
  openingOf,
  workingDaysLater,
  type WorkingHours,
} from './working-time.js';
export {
  APOLOGY_TASK,
  POLICY_LABEL,
  DEFAULT_POLICY,
  type EscalationPolicy,
  type EscalationRung,
  RUNG_KINDS,
  RUNG_ROLES,
  TASK_OWNERS,
} from './policy.js';
export { checkPolicy, type OfficePolicy } from './check-policy.js';
export { planMilestones, type MilestoneKind, type PlanInput, type PlannedMilestone } from './plan-milestones.js';
export {
  hasLapsed,
  machineStateOf,
  standingOf,
  stepDeadline,
  type DeadlineStanding,
  type DeadlineState,
  type MovedDeadline,
} from './deadline-machine.js';
export { DEADLINE_EVENT_TITLES, deadlineEventTitle, type DeadlineEventType } from './labels.js';
export * from './model.js';
export { Milestones, type NextDue } from './ports.js';
export { decideFirings, type FiringSurroundings } from './decide-firings.js';
export { Directory } from './recipients.js';
export { OversightService, SET_SIZE, type AdvanceOptions, type OversightDependencies } from './oversight-service.js';
export * from './calendar-change/index.js';
export * from './urging/index.js';
