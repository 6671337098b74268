import { vietnamCalendar } from '#libs/calendar';
import { DEFAULT_SETTINGS } from '#libs/oversight';
import { instantOf, localDate } from '#libs/shared';
import { actDate } from './act-date.js';

const day = (
  occurredOn: string | undefined,
  { reason, last = '2026-07-01' }: { reason?: string; last?: string } = {},
) =>
  actDate({
    occurredOn: occurredOn ? localDate(occurredOn) : undefined,
    reason,
    lastEventOn: localDate(last),
    now: instantOf(localDate('2026-07-20'), '09:00'),
    settings: { ...DEFAULT_SETTINGS, backdateWorkingDays: 5 },
    calendar: vietnamCalendar(),
  });

describe('the day of an act', () => {
  it('is today unless another is named', () => {
    expect(day(undefined)).toBe('2026-07-20');
  });

  it('needs a reason past one working day, a weekend not counted', () => {
    expect(day('2026-07-17')).toBe('2026-07-17');
    expect(() => day('2026-07-16')).toThrow('CASEWORK.REASON_REQUIRED');
    expect(() => day('2026-07-16', { reason: '  ' })).toThrow('CASEWORK.REASON_REQUIRED');
    expect(day('2026-07-16', { reason: 'Đi công tác' })).toBe('2026-07-16');
  });

  it('lies within the limit of the agency, not before the act it follows, not in the future', () => {
    expect(day('2026-07-13', { reason: 'x' })).toBe('2026-07-13');
    expect(() => day('2026-07-10', { reason: 'x' })).toThrow('CASEWORK.BACKDATED');
    expect(() => day('2026-07-15', { reason: 'x', last: '2026-07-16' })).toThrow('CASEWORK.BACKDATED');
    expect(() => day('2026-07-21')).toThrow('CASEWORK.FUTURE_DATE');
  });
});
