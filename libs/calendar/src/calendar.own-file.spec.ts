import { localDate } from '#libs/shared';
import { addWorkingDays, calendarFromFile, rollForward } from './index.js';

describe('an agency calendar from a file', () => {
  const calendar = calendarFromFile({ weekend: [7], off: ['2026-02-16'], makeup: ['2026-02-15'] });

  it('replaces weekend, days off and make-up days', () => {
    expect(addWorkingDays(calendar, { from: localDate('2026-02-13'), days: 2 })).toBe('2026-02-17');
    expect(addWorkingDays(calendar, { from: localDate('2026-02-13'), days: 2, makeup: 'count' })).toBe('2026-02-15');
    expect(rollForward(calendar, localDate('2026-09-02'))).toBe('2026-09-02');
  });

  it('has a version of its own that follows its content', () => {
    const other = calendarFromFile({ weekend: [7], off: ['2026-02-17'] });
    expect(calendar.version).toMatch(/^file\./);
    expect(other.version).not.toBe(calendar.version);
  });

  it.each([
    [null],
    [[]],
    [{ weekend: [0] }],
    [{ weekend: [1, 2, 3, 4, 5, 6, 7] }],
    [{ off: ['2026-02-30'] }],
    [{ off: '2026-02-16' }],
    [{ makeup: [20260110] }],
    [{ holidays: [] }],
  ])('refuses %j', (json) => {
    expect(() => calendarFromFile(json)).toThrow('CALENDAR.FILE_INVALID');
  });
});
