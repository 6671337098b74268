export { PostgresReportFacts } from './postgres-report-facts.js';
export { PostgresInspections } from './postgres-inspections.js';
export { PostgresIssuedReports } from './postgres-issued-reports.js';
export { PostgresReadingLog } from './postgres-reading-log.js';
export { type NewRetentionRule, PostgresRetention } from './postgres-retention.js';
export { PostgresRateTargets } from './postgres-rate-targets.js';
export { PostgresScoreSource } from './postgres-score-source.js';
export { PostgresReportRows } from './postgres-report-rows.js';
export { PostgresRowCopy } from './postgres-row-copy.js';
