export * from './postgres-ledger-archive.js';
export * from './signing-key.js';
export { AuditChecks, type AuditCheckRow } from './audit-checks.js';
