import { addDays, localDate } from '#libs/shared';
import known from './fixtures/known-days.json' with { type: 'json' };
import { VIETNAM_DAYS, vietnamCalendar } from './index.js';

const dates = (kind: 'off' | 'makeup'): readonly string[] =>
  VIETNAM_DAYS.filter((e) => e.kind === kind && !e.possible).map((e) => e.date);

describe('the days off and make-up days of 2024-2027', () => {
  it('are those of the published table', () => {
    expect(dates('off')).toEqual(known.off);
    expect(dates('makeup')).toEqual(known.makeup);
  });

  it('each carry a name and a paper, and stand once, in order', () => {
    const all = VIETNAM_DAYS.map((e) => e.date);
    expect(all).toEqual([...new Set(all)].toSorted());
    expect(VIETNAM_DAYS.filter((e) => e.name === '' || e.basis === '')).toEqual([]);
    expect(VIETNAM_DAYS.filter((e) => e.knownFrom > e.date)).toEqual([]);
  });

  it('mark what no paper confirms', () => {
    expect(VIETNAM_DAYS.filter((e) => !e.confirmed).map((e) => e.date)).toEqual(known.unconfirmed);
  });

  it('are weekdays when off, Saturdays when made up', () => {
    const calendar = vietnamCalendar();
    for (const date of known.off) expect(new Date(`${date}T00:00:00Z`).getUTCDay() % 6).not.toBe(0);
    for (const date of known.makeup) {
      expect(calendar.isWorkingDay(localDate(date), 'ignore')).toBe(false);
      expect(calendar.isWorkingDay(localDate(date), 'count')).toBe(true);
    }
  });

  it('leave a day that is only proposed an ordinary working day', () => {
    const swap = localDate('2026-11-23');
    expect(vietnamCalendar().isWorkingDay(swap, 'ignore')).toBe(true);
    expect(vietnamCalendar().describe(swap, 'ignore')).toMatchObject({ counted: true, confirmed: false });
  });

  it('name Tết and its notice, the weekend, the make-up Saturday', () => {
    const calendar = vietnamCalendar();
    expect(calendar.describe(localDate('2026-02-16'), 'ignore')).toEqual({
      date: '2026-02-16',
      counted: false,
      reason: 'holiday',
      name: 'Tết Bính Ngọ',
      basis: 'TB 9441/TB-BNV',
    });
    expect(calendar.describe(localDate('2026-02-14'), 'ignore')).toEqual({
      date: '2026-02-14',
      counted: false,
      reason: 'weekend',
    });
    expect(calendar.describe(localDate('2026-08-22'), 'ignore')).toMatchObject({ counted: false, reason: 'makeup' });
    expect(calendar.describe(localDate('2026-08-22'), 'count')).toMatchObject({ counted: true, reason: 'makeup' });
    expect(calendar.describe(addDays(localDate('2026-02-16'), -3), 'ignore')).toEqual({
      date: '2026-02-13',
      counted: true,
    });
  });
});
