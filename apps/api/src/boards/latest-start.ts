import { type ExplainedDay, latestLawfulStart, type WorkCalendar } from '#libs/calendar';
import { addDays, type LocalDate } from '#libs/shared';
import type { BackwardDayDto, LatestStartDto, LatestStartQuery } from './leader-board.dto.js';

export const whyOff = ({ counted, name, reason }: ExplainedDay): string | null =>
  counted ? null : (name ?? (reason === 'weekend' ? 'Ngày nghỉ hằng tuần' : 'Ngày nghỉ'));

/** The last day to start a step of so many working days, each day told as it was counted back from the last day of the limit. */
export function latestStart(calendar: WorkCalendar, { due, days }: LatestStartQuery): Omit<LatestStartDto, 'note'> {
  const last = due as LocalDate;
  const startBy = latestLawfulStart(calendar, { due: last, days, unit: 'working_day' });
  const explanation: BackwardDayDto[] = [];
  let done = 0;
  for (let day = last; day >= startBy; day = addDays(day, -1)) {
    const described = calendar.describe(day, 'ignore');
    const off = whyOff(described);
    const counted = off === null && done < days;
    if (counted) done += 1;
    explanation.push({
      ...{ date: day, counted },
      why: counted
        ? `Ngày làm việc thứ ${done}, tính ngược từ ngày hết hạn`
        : off === null
          ? 'Bắt đầu muộn nhất ngày này'
          : `${off}${described.basis ? ` (${described.basis})` : ''}: không đếm`,
    });
  }
  return { due, days, startBy, explanation };
}
