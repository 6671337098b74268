export { PostgresCaseFiles } from './postgres-case-files.js';
export { PostgresWorkload } from './postgres-workload.js';
export { PostgresOutbox } from './postgres-outbox.js';
