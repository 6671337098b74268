export { type BackupRun, type BackupRunKind, recordRun } from './backup-runs.js';
export type { KeySource } from './check-backup.js';
export { type DrillCheck, type DrillReport, drill, drillText } from './drill.js';
export { backupsIn, backupRefused } from './manifest.js';
export type { RecoveryTarget } from './recovery.js';
export { chooseBackup, layKey, restoreBackup } from './restore.js';
export { type BackupResult, fetchWal, takeBackup } from './take-backup.js';
