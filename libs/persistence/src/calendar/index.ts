export { PostgresCalendarChanges, readPublished } from './postgres-calendar-changes.js';
export { PostgresCalendarJobs } from './postgres-calendar-jobs.js';
export {
  CalendarReader,
  type CalendarEntryRow,
  type PreviewCounts,
  type PreviewHeadRow,
  type PreviewRow,
  type PublicationRow,
} from './calendar-reader.js';
export { CalendarKeeper } from './calendar-keeper.js';
