import { addDays, daysBetween, type LocalDate } from '#libs/shared';
import type { ExplainedDay, MakeupPolicy, WorkCalendar } from './types.js';

/** A year without a single working day is a broken calendar, not a long wait. */
const LONGEST_REST = 366;

/** The next working day after `date` in the direction of `step`. */
function nextWorkingDay(
  calendar: WorkCalendar,
  date: LocalDate,
  how: { makeup: MakeupPolicy; step: 1 | -1 },
): LocalDate {
  let day = date;
  for (let i = 0; i < LONGEST_REST; i += 1) {
    day = addDays(day, how.step);
    if (calendar.isWorkingDay(day, how.makeup)) return day;
  }
  throw new RangeError(`Lịch ${calendar.version} không có ngày làm việc nào quanh ngày ${date}`);
}

export interface WorkingDayCount {
  readonly from: LocalDate;
  /** Whole days; negative counts backwards; 0 is the day itself, working or not. */
  readonly days: number;
  readonly makeup?: MakeupPolicy;
}

/** The day `days` working days after `from`; the day itself is not counted (BLDS Đ.147.1) and nothing is rolled. */
export function addWorkingDays(calendar: WorkCalendar, input: WorkingDayCount): LocalDate {
  const { from, days, makeup = 'ignore' } = input;
  const how = { makeup, step: days < 0 ? (-1 as const) : (1 as const) };
  let day = from;
  for (let left = Math.abs(days); left > 0; left -= 1) day = nextWorkingDay(calendar, day, how);
  return day;
}

export interface DaySpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly makeup?: MakeupPolicy;
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. Inverse of {@link addWorkingDays} on working days. */
export function countWorkingDays(calendar: WorkCalendar, span: DaySpan): number {
  const { from, to, makeup = 'ignore' } = span;
  const length = daysBetween(from, to);
  const sign = length < 0 ? -1 : 1;
  let count = 0;
  for (let i = 1; i <= Math.abs(length); i += 1) if (calendar.isWorkingDay(addDays(from, i * sign), makeup)) count += 1;
  return count === 0 ? 0 : count * sign;
}

/** The day itself if it is worked, else the next working day (BLDS Đ.148.5). */
export const rollForward = (calendar: WorkCalendar, date: LocalDate, makeup: MakeupPolicy = 'ignore'): LocalDate =>
  calendar.isWorkingDay(date, makeup) ? date : nextWorkingDay(calendar, date, { makeup, step: 1 });

/** The day itself if it is worked, else the last working day before it. */
export const rollBackward = (calendar: WorkCalendar, date: LocalDate, makeup: MakeupPolicy = 'ignore'): LocalDate =>
  calendar.isWorkingDay(date, makeup) ? date : nextWorkingDay(calendar, date, { makeup, step: -1 });

/** Each day after `from` up to `to` (before `from` down to `to` when `to` is earlier), in date order, counted or skipped with its reason. */
export function explainDays(calendar: WorkCalendar, span: DaySpan): readonly ExplainedDay[] {
  const { from, to, makeup = 'ignore' } = span;
  const length = daysBetween(from, to);
  const first = length >= 0 ? addDays(from, 1) : to;
  return Array.from({ length: Math.abs(length) }, (_, i) => calendar.describe(addDays(first, i), makeup));
}

export interface BackwardInput {
  /** The last lawful day of the step that must be finished. */
  readonly due: LocalDate;
  /** Length of the step, at least 0. */
  readonly days: number;
  readonly unit: 'working_day' | 'calendar_day';
  readonly makeup?: MakeupPolicy;
}

/** The latest working day on which a step of that length can start and still end, rolling included, by `due`. */
export function latestLawfulStart(calendar: WorkCalendar, input: BackwardInput): LocalDate {
  const { due, days, unit, makeup = 'ignore' } = input;
  const lastWorked = rollBackward(calendar, due, makeup);
  if (unit === 'working_day') return addWorkingDays(calendar, { from: lastWorked, days: -days, makeup });
  return rollBackward(calendar, addDays(lastWorked, -days), makeup);
}

/** A Vietnamese sentence when a day lies outside the years whose days off are known, else null. */
export function horizonWarning(calendar: WorkCalendar, ...days: readonly LocalDate[]): string | null {
  const { from, to } = calendar.horizon;
  if (days.every((day) => from <= day && day <= to)) return null;
  return `Lịch nghỉ mới biết từ năm ${from.slice(0, 4)} đến năm ${to.slice(0, 4)}; ngoài khoảng này chỉ trừ ngày nghỉ hằng tuần, kết quả có thể thay đổi.`;
}
