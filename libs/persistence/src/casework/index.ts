export { PostgresCaseFiles } from './postgres-case-files.js';
export { PostgresAgencyChanges } from './postgres-agency-changes.js';
export { PostgresWorkload } from './postgres-workload.js';
export { PostgresOutbox } from './postgres-outbox.js';
