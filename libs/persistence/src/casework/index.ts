export { PostgresCaseFiles } from './postgres-case-files.js';
export { PostgresAgencyChanges } from './postgres-agency-changes.js';
export { PostgresWorkload } from './postgres-workload.js';
export { PostgresCaseNotes } from './postgres-case-notes.js';
export { PostgresPersonalTasks } from './postgres-personal-tasks.js';
export { PostgresOutbox } from './postgres-outbox.js';
