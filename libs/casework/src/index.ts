export * from './types.js';
export * from './model.js';
export { CaseFiles, TextSeal, type CommitAnswer, type Tx } from './ports.js';
export { CaseworkService } from './casework-service.js';
export type { CaseworkDependencies } from './dependencies.js';
export type { OpenedCase } from './use-cases/open-case/open-cases.js';
export { computeColumns, explainDeadline } from './compute.js';
export { ROLE_TITLES } from './labels.js';
export * from './outbox.js';
export { AgencyChanges, type OpenFile, type Succession } from './agency-changes.js';
export { succeedAgency, type SucceedParts } from './use-cases/succeed-agency/succeed-agency.js';
export { Workload } from './workload.js';
export { handOverWork, type HandedOver, type HandOver } from './use-cases/hand-over-work/hand-over-work.js';
export * from './related-files.js';
export * from './notes.js';
export * from './personal-tasks.js';
export {
  changeNote,
  readNotes,
  writeNote,
  type NoteParts,
  type NotesView,
  type NoteView,
} from './use-cases/write-note/write-note.js';
export { finishTask, type FinishTaskParts } from './use-cases/finish-task/finish-task.js';
export {
  migrateCases,
  type MigratedCase,
  type MigrateOptions,
  type MigrationReport,
} from './use-cases/migrate-cases/migrate-cases.js';
export type { ClockChange, MigrationPlan, MigrationRefusal } from './use-cases/migrate-cases/plan-migration.js';
export {
  EFFECT_KINDS,
  EffectRunner,
  EffectWaits,
  MOVING_KINDS,
  type EffectKind,
} from './use-cases/carry-out-effect/carry-out-effect.js';
// What acts outside a case file are judged by too: reception moves sessions with the same forms, days and refusals.
export { actDate } from './act-date.js';
export { invalidInput, keyReused, refused, roleRefused, stale, unknownEvent } from './errors.js';
export { readInputs } from './inputs.js';
