import {
  addWorkingDays,
  explainDays,
  horizonWarning,
  type ExplainedDay,
  type MakeupPolicy,
  type WorkCalendar,
  withPossibleDaysOff,
} from '#libs/calendar';
import { addDays, formatDay, type LocalDate } from '#libs/shared';
import { asCalendarDay, type Counting, countForward, rollEnd } from './count-days.js';

export interface CountInput {
  readonly from: LocalDate;
  /** Whole days: 0 is the day itself, negative counts backwards; neither is rolled. */
  readonly days: number;
  readonly unit: 'working_day' | 'calendar_day';
  readonly makeup?: MakeupPolicy;
}

/** A bare count, without a rule: what `computeDeadline` does once the law has been chosen. */
export interface CountComputation {
  readonly due: LocalDate;
  /** Calendar days: the end before it moves off a day off; null for working days. */
  readonly rawEnd: LocalDate | null;
  readonly warnOn: LocalDate | null;
  readonly days: readonly ExplainedDay[];
  readonly notes: readonly string[];
  readonly calendarVersion: string;
}

interface Ends {
  readonly due: LocalDate;
  readonly rawEnd: LocalDate | null;
  readonly days: readonly ExplainedDay[];
}

const backwards = (input: CountInput, how: Counting): Ends => {
  const working = input.unit === 'working_day';
  const due = working
    ? addWorkingDays(how.calendar, { from: input.from, days: input.days, makeup: how.makeup })
    : addDays(input.from, input.days);
  const days = explainDays(how.calendar, { from: input.from, to: due, makeup: how.makeup });
  return { due, rawEnd: working ? null : due, days: working ? days : days.map(asCalendarDay) };
};

function ends(input: CountInput, how: Counting): Ends {
  if (input.days < 0) return backwards(input, how);
  const rawOf = (day: LocalDate): LocalDate | null => (input.unit === 'calendar_day' ? day : null);
  if (input.days === 0)
    return {
      due: input.from,
      rawEnd: rawOf(input.from),
      days: [{ date: input.from, counted: false, reason: 'start' }],
    };
  // Without pauses a count always ends.
  const counted = countForward(input.from, { n: input.days, unit: input.unit }, how);
  const end = counted.end ?? input.from;
  if (input.unit === 'working_day') return { due: end, rawEnd: null, days: counted.days };
  const rolled = rollEnd(end, how);
  return { due: rolled.end, rawEnd: end, days: [...counted.days, ...rolled.days] };
}

/**
 * Counts days from a day that is itself not counted (BLDS Đ.147.1); a calendar-day end on a day off moves to the next
 * working day (Đ.148.5). `warnOn` is the earlier result where make-up days make a difference.
 */
export function countFrom(input: CountInput, calendar: WorkCalendar): CountComputation {
  const makeup = input.makeup ?? 'ignore';
  const how: Counting = { calendar, makeup, pauses: [], pauseLaw: null };
  const main = ends(input, how);
  const other = ends(input, { ...how, makeup: makeup === 'ignore' ? 'count' : 'ignore' }).due;
  const proposed = withPossibleDaysOff(calendar);
  const ifDecided = proposed ? ends(input, { ...how, calendar: proposed }).due : main.due;
  const horizon = horizonWarning(calendar, input.from, main.due);
  const warnOn = other < main.due ? other : null;
  return {
    ...main,
    warnOn,
    notes: [
      ...(warnOn ? [`Nếu tính cả ngày làm bù thì kết quả sớm hơn: ngày ${formatDay(warnOn)}.`] : []),
      ...(ifDecided === main.due
        ? []
        : [
            `Nếu ngày nghỉ mới được đề xuất trong khoảng này được quyết định thì kết quả là ngày ${formatDay(ifDecided)}.`,
          ]),
      ...(horizon ? [horizon] : []),
    ],
    calendarVersion: calendar.version,
  };
}
