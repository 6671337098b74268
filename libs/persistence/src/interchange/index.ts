export { PostgresPackageBook } from './postgres-package-book.js';
export { PostgresAxisBook } from './postgres-axis-book.js';
export {
  type AgencyCount,
  NationalRecords,
  type PackageRow,
  type RecordFilter,
  type RecordRow,
} from './national-records.js';
export {
  AxisMessages,
  type KeptRow,
  type MessageFilter,
  type MessageRow,
  type PassedRow,
  type StatusRow,
} from './axis-messages.js';
