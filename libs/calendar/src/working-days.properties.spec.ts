import { addDays, type LocalDate, localDate } from '#libs/shared';
import fc from 'fast-check';
import {
  addWorkingDays,
  countWorkingDays,
  explainDays,
  latestLawfulStart,
  rollForward,
  vietnamCalendar,
  withPossibleDaysOff,
} from './index.js';

const calendar = vietnamCalendar();
const day = fc.integer({ min: 0, max: 1460 }).map((n): LocalDate => addDays(localDate('2024-01-01'), n));
const workingDay = day.filter((d) => calendar.isWorkingDay(d, 'ignore'));
const length = fc.integer({ min: 0, max: 120 });
const makeup = fc.constantFrom('count' as const, 'ignore' as const);

describe('counting working days', () => {
  it('ends on a working day, later for more days, never earlier for a later start', () => {
    fc.assert(
      fc.property(day, length, makeup, (from, days, policy) => {
        const end = addWorkingDays(calendar, { from, days, makeup: policy });
        expect(days === 0 ? end === from : calendar.isWorkingDay(end, policy)).toBe(true);
        expect(addWorkingDays(calendar, { from, days: days + 1, makeup: policy }) > end).toBe(true);
        expect(addWorkingDays(calendar, { from: addDays(from, 1), days, makeup: policy }) >= end).toBe(true);
      }),
    );
  });

  it('is undone by counting, and by adding backwards from a working day', () => {
    fc.assert(
      fc.property(workingDay, fc.integer({ min: -120, max: 120 }), (from, days) => {
        const to = addWorkingDays(calendar, { from, days });
        expect(countWorkingDays(calendar, { from, to })).toBe(days);
        expect(addWorkingDays(calendar, { from: to, days: -days })).toBe(from);
      }),
    );
  });

  it('counts a make-up Saturday only to come earlier', () => {
    fc.assert(
      fc.property(day, length, (from, days) => {
        const ignored = addWorkingDays(calendar, { from, days, makeup: 'ignore' });
        expect(addWorkingDays(calendar, { from, days, makeup: 'count' }) <= ignored).toBe(true);
      }),
    );
  });

  it('explains every day of the span once, and as many counted as were asked for', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (from, days) => {
        const to = addWorkingDays(calendar, { from, days });
        const explained = explainDays(calendar, { from, to });
        expect(explained.filter((d) => d.counted)).toHaveLength(Math.abs(days));
        expect(explained.map((d) => d.date)).toEqual(explained.map((_, i) => addDays(explained[0]!.date, i)));
      }),
    );
  });
});

describe('the latest lawful start', () => {
  it('is the start itself when the step is counted forward from a working day', () => {
    fc.assert(
      fc.property(workingDay, length, (from, days) => {
        const due = addWorkingDays(calendar, { from, days });
        expect(latestLawfulStart(calendar, { due, days, unit: 'working_day' })).toBe(from);
      }),
    );
  });

  it('still ends in time, and the next working day would not', () => {
    const ends = {
      working_day: (from: LocalDate, days: number) => addWorkingDays(calendar, { from, days }),
      calendar_day: (from: LocalDate, days: number) => rollForward(calendar, addDays(from, days)),
    };
    fc.assert(
      fc.property(day, length, fc.constantFrom('working_day' as const, 'calendar_day' as const), (due, days, unit) => {
        const start = latestLawfulStart(calendar, { due, days, unit });
        expect(ends[unit](start, days) <= due).toBe(true);
        expect(ends[unit](addWorkingDays(calendar, { from: start, days: 1 }), days) <= due).toBe(false);
      }),
    );
  });
});

describe('days that are only proposed', () => {
  it('can be taken as off beside the calendar, which itself stays as it is', () => {
    const decided = withPossibleDaysOff(calendar)!;
    const from = localDate('2026-11-20');
    expect(addWorkingDays(calendar, { from, days: 5 })).toBe('2026-11-30');
    expect(addWorkingDays(decided, { from, days: 5 })).toBe('2026-12-01');
    expect(decided.describe(localDate('2026-11-23'), 'ignore')).toMatchObject({ counted: false, reason: 'holiday' });
    expect(withPossibleDaysOff(decided)).toBeNull();
  });
});
