export { PostgresCaseFiles } from './postgres-case-files.js';
export { PostgresOutbox } from './postgres-outbox.js';
