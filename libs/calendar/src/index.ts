export * from './types.js';
export { type CalendarFile, calendarFromFile } from './calendar-file.js';
export { dayIn, type Lateness, type LatenessInput, statusOn } from './lateness.js';
export { LiveCalendar } from './live-calendar.js';
export {
  calendarEntries,
  checkPublishedDays,
  PUBLISHED_KINDS,
  publishedCalendar,
  type PublishedChange,
  type PublishedDay,
  type PublishedKind,
} from './published-days.js';
export { VIETNAM_DAYS } from './vietnam-days.js';
export { vietnamCalendar, withPossibleDaysOff } from './work-calendar.js';
export { changedDays, nextYearWarning } from './calendar-changes.js';
export {
  addWorkingDays,
  type BackwardInput,
  countWorkingDays,
  type DaySpan,
  explainDays,
  horizonWarning,
  latestLawfulStart,
  rollBackward,
  rollForward,
  type WorkingDayCount,
} from './working-days.js';
