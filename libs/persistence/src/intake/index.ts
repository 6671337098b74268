export { PostgresPetitions } from './postgres-petitions.js';
export { PostgresCaseRecords } from './postgres-case-records.js';
export { PostgresRegistrationKeys } from './postgres-registration-keys.js';
export { PostgresImports } from './postgres-imports.js';
export { PostgresAttachments } from './postgres-attachments.js';
export { PostgresKeyChecks } from './postgres-key-checks.js';
export { PostgresForwarding } from './postgres-forwarding.js';
export { PostgresOnlineFilings } from './postgres-online-filings.js';
