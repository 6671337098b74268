import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  formatDay,
  instantOf,
  isLocalDate,
  isoWeekday,
  localDate,
} from './index.js';

describe('LocalDate', () => {
  it('accepts existing days only', () => {
    expect(isLocalDate('2028-02-29')).toBe(true);
    for (const bad of ['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', null, 20260101])
      expect(isLocalDate(bad)).toBe(false);
    expect(() => localDate('2026-02-30')).toThrow('Ngày không hợp lệ');
  });

  it('adds and counts days both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (n) => {
        const start = localDate('2026-07-01');
        return daysBetween(start, addDays(start, n)) === n;
      }),
    );
  });

  it('ends a month-based period on the last day where the month is shorter', () => {
    expect(addMonths(localDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(localDate('2026-11-22'), 12)).toBe('2027-11-22');
  });

  it('turns instants into Hà Nội days whatever the machine zone', () => {
    expect(dayOf(new Date('2026-06-30T17:00:00Z'))).toBe('2026-07-01');
    expect(dayOf(new Date('2026-06-30T16:59:59Z'))).toBe('2026-06-30');
    expect(instantOf(localDate('2026-07-01'), '07:30').toISOString()).toBe('2026-07-01T00:30:00.000Z');
    expect(isoWeekday(localDate('2026-11-22'))).toBe(7);
    expect(formatDay(localDate('2026-07-01'))).toBe('01/07/2026');
  });
});
