import { rollForward, type ExplainedDay, type MakeupPolicy, type WorkCalendar } from '#libs/calendar';
import { addDays, type LocalDate } from '#libs/shared';
import { pauseOn, type PauseLaw } from './pauses.js';
import type { Pause } from './types.js';

export interface Counting {
  readonly calendar: WorkCalendar;
  readonly makeup: MakeupPolicy;
  readonly pauses: readonly Pause[];
  readonly pauseLaw: PauseLaw | null;
}

export interface Counted {
  /** The day the count is complete; null while the limit is suspended. */
  readonly end: LocalDate | null;
  readonly days: readonly ExplainedDay[];
}

const suspended = (date: LocalDate, pause: Pause, law: PauseLaw | null): ExplainedDay => ({
  date,
  counted: false,
  reason: 'suspended',
  name: law?.dayName ?? 'Tạm đình chỉ giải quyết',
  basis: pause.basis ?? law?.basis ?? '',
});

/** A calendar day counts even when nobody works on it; what is special about it stays visible. */
export function asCalendarDay(day: ExplainedDay): ExplainedDay {
  if (day.counted && day.reason === undefined) return day;
  const { reason: _, ...rest } = day;
  return { ...rest, counted: true };
}

/** Walks forward from the day after `from` until `n` days have counted (BLDS Đ.147.1). */
export function countForward(
  from: LocalDate,
  length: { n: number; unit: 'working_day' | 'calendar_day' },
  how: Counting,
): Counted {
  const days: ExplainedDay[] = [];
  let day = from;
  for (let left = length.n; left > 0;) {
    day = addDays(day, 1);
    const pause = how.pauses.length > 0 ? pauseOn(how.pauses, day) : undefined;
    if (pause) {
      days.push(suspended(day, pause, how.pauseLaw));
      if (pause.to === null) return { end: null, days };
      continue;
    }
    const described = how.calendar.describe(day, how.makeup);
    const explained = length.unit === 'calendar_day' ? asCalendarDay(described) : described;
    days.push(explained);
    if (explained.counted) left -= 1;
  }
  return { end: day, days };
}

const ROLLED = {
  counted: false,
  reason: 'rolled',
  name: 'Ngày làm việc tiếp theo',
  basis: 'BLDS 2015 Đ.148 k5',
} as const;

/** Carries a raw end that falls on a day off to the next working day, each skipped day named (BLDS Đ.148.5). */
export function rollEnd(rawEnd: LocalDate, how: Counting): { end: LocalDate; days: readonly ExplainedDay[] } {
  const end = rollForward(how.calendar, rawEnd, how.makeup);
  const days: ExplainedDay[] = [];
  for (let day = addDays(rawEnd, 1); day <= end; day = addDays(day, 1))
    days.push(day === end ? { date: day, ...ROLLED } : how.calendar.describe(day, how.makeup));
  return { end, days };
}
