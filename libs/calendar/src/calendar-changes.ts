import { addDays, formatDay, localDate, type LocalDate } from '#libs/shared';
import type { ExplainedDay, MakeupPolicy, WorkCalendar } from './types.js';

/** Days of a span, both ends included, that one calendar counts and the other does not, as the second describes them. */
export function changedDays(
  before: WorkCalendar,
  after: WorkCalendar,
  span: { readonly from: LocalDate; readonly to: LocalDate; readonly makeup: MakeupPolicy },
): readonly ExplainedDay[] {
  const changed: ExplainedDay[] = [];
  for (let day = span.from; day <= span.to; day = addDays(day, 1))
    if (before.isWorkingDay(day, span.makeup) !== after.isWorkingDay(day, span.makeup))
      changed.push(after.describe(day, span.makeup));
  return changed;
}

/** The yearly notice comes in the last quarter; from then on its absence is worth a word. */
const ASKED_FROM_MONTH = 10;

/** A Vietnamese sentence from October on, while the days off of next year are not in the calendar; else null. */
export function nextYearWarning(calendar: WorkCalendar, today: LocalDate): string | null {
  const year = Number(today.slice(0, 4));
  const needed = Number(today.slice(5, 7)) >= ASKED_FROM_MONTH ? year + 1 : year;
  const last = localDate(`${needed}-12-31`);
  if (calendar.horizon.to >= last) return null;
  return `Chưa có lịch nghỉ năm ${needed} (lịch mới biết đến ngày ${formatDay(calendar.horizon.to)}). Quản trị cần công bố lịch nghỉ; thời hạn lấn sang năm ${needed} có thể thay đổi.`;
}
