import { addWorkingDays, rollBackward, type WorkCalendar } from '#libs/calendar';
import { addDays, type LocalDate } from '#libs/shared';

/** A group of days; an end that is left out is open. */
export interface DayBucket {
  readonly key: string;
  readonly title: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

const LATE_STEPS = [3, 10, 30, 60] as const;
const AGE_STEPS = [10, 30, 60, 90, 180] as const;

/** The nth working day counted back from today, today the first where it is worked. */
const workedBack = (calendar: WorkCalendar, today: LocalDate, n: number): LocalDate =>
  addWorkingDays(calendar, { from: rollBackward(calendar, today), days: -(n - 1) });

/** Last days of limits by the working days gone since, as `countWorkingDays` counts them; together they are every day before today. */
export function lateBuckets(calendar: WorkCalendar, today: LocalDate): DayBucket[] {
  const ends = [0, ...LATE_STEPS];
  return ends.map((after, i) => {
    const last = LATE_STEPS[i];
    const to = i === 0 ? addDays(today, -1) : addDays(workedBack(calendar, today, after + 1), -1);
    if (last === undefined) return { key: `late-${after + 1}`, title: `Trên ${after} ngày làm việc`, to };
    const title = i === 0 ? `Đến ${last} ngày làm việc` : `${after + 1}–${last} ngày làm việc`;
    return { key: `late-${after + 1}`, title, from: workedBack(calendar, today, last + 1), to };
  });
}

/** Days of receipt by the calendar days gone since; together they are every day. */
export function ageBuckets(today: LocalDate): DayBucket[] {
  const ends = [-1, ...AGE_STEPS];
  return ends.map((after, i) => {
    const last = AGE_STEPS[i];
    const to = i === 0 ? {} : { to: addDays(today, -(after + 1)) };
    if (last === undefined) return { key: `age-${after + 1}`, title: `Trên ${after} ngày`, ...to };
    const title = i === 0 ? `Đến ${last} ngày` : `${after + 1}–${last} ngày`;
    return { key: `age-${after + 1}`, title, from: addDays(today, -last), ...to };
  });
}

export const holds = ({ from, to }: DayBucket, day: LocalDate): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to);
