export * from './model.js';
export {
  ReceptionStore,
  type Leader,
  type ReceptionRows,
  type ReceptionTable,
  type RowFilter,
  type SessionCounts,
  type TimelineRow,
} from './ports.js';
export type { ReceptionDependencies } from './dependencies.js';
export { ReceptionService } from './reception-service.js';
export { monthOf, owedIn, QUOTA_STATUSES, type QuotaStatus, standing, weeksOf } from './quota.js';
export type { ReceptionWarning } from './visit-rules.js';
export type { PersonInput } from './people.js';
export type { SessionPlan } from './use-cases/plan-sessions/open-session.js';
export type { ScheduleCommand, SessionCommand } from './use-cases/plan-sessions/plan-sessions.js';
export type { MoveCommand } from './use-cases/move-session/move-session.js';
export type { VisitCommand } from './use-cases/receive-visit/receive-visit.js';
export type { OutcomeCommand } from './use-cases/settle-visit/settle-visit.js';
export type { QuotaRow } from './use-cases/read-quota/read-quota.js';
export type { Duty } from './use-cases/list-duties/list-duties.js';
export type { RegisterLine, RegisterPage, RegisterQuery } from './use-cases/keep-register/read-register.js';
export type { ExportedRegister } from './use-cases/keep-register/export-register.js';
export type { Page, ScheduleFile, SessionFile, VisitFile } from './use-cases/read-sessions/read-sessions.js';
export { TYPE_TITLES } from './use-cases/keep-register/register-book.js';
