import { addDays, localDate } from '#libs/shared';
import {
  addWorkingDays,
  calendarEntries,
  changedDays,
  checkPublishedDays,
  LiveCalendar,
  nextYearWarning,
  publishedCalendar,
  vietnamCalendar,
  type PublishedChange,
  type PublishedDay,
} from './index.js';

const day = (date: string, kind: PublishedDay['kind'], name = 'Nghỉ hoán đổi'): PublishedDay => ({
  ...{ date: localDate(date), kind, name },
  basis: 'CV 9999/VPCP-KGVX',
  confirmed: true,
});
const change = (knownFrom: string, ...days: readonly PublishedDay[]): PublishedChange => ({
  days,
  announcesYear: null,
  knownFrom: localDate(knownFrom),
});
const SWAP = change('2026-11-10', day('2026-11-23', 'off'), day('2026-11-28', 'makeup', 'Làm bù'));
const swapped = localDate('2026-11-23');

describe('published days', () => {
  it('are nothing without a publication: the calendar is the built-in one', () => {
    expect(publishedCalendar([]).version).toBe(vietnamCalendar().version);
    expect(calendarEntries([])).toEqual(calendarEntries([change('2026-11-10')]));
  });

  it('make a proposed day a day off, with name and paper, and a rest day a make-up day', () => {
    const calendar = publishedCalendar([SWAP]);
    expect(vietnamCalendar().isWorkingDay(swapped, 'ignore')).toBe(true);
    expect(calendar.describe(swapped, 'ignore')).toEqual({
      ...{ date: swapped, counted: false, reason: 'holiday', name: 'Nghỉ hoán đổi', basis: 'CV 9999/VPCP-KGVX' },
    });
    expect(calendar.possibleDaysOff).toEqual([]);
    expect(calendar.isWorkingDay(localDate('2026-11-28'), 'count')).toBe(true);
    expect(calendar.isWorkingDay(localDate('2026-11-28'), 'ignore')).toBe(false);
    expect(addWorkingDays(calendar, { from: localDate('2026-11-20'), days: 1 })).toBe('2026-11-25');
  });

  it('take a holiday back and say by which paper', () => {
    const calendar = publishedCalendar([change('2026-11-10', day('2026-11-24', 'ordinary', 'Bãi bỏ'))]);
    expect(calendar.describe(localDate('2026-11-24'), 'ignore')).toEqual({
      ...{ date: '2026-11-24', counted: true, name: 'Bãi bỏ', basis: 'CV 9999/VPCP-KGVX' },
    });
  });

  it('give way to a later publication; withdrawn they leave what was built in', () => {
    const later = publishedCalendar([SWAP, change('2026-11-12', day('2026-11-23', 'ordinary'))]);
    expect(later.isWorkingDay(swapped, 'ignore')).toBe(true);
    expect(later.possibleDaysOff).toEqual([]);
    const withdrawn = publishedCalendar([
      SWAP,
      change('2026-11-12', day('2026-11-23', 'withdraw'), day('2026-11-28', 'withdraw')),
    ]);
    expect(withdrawn.version).toBe(vietnamCalendar().version);
    expect(withdrawn.possibleDaysOff).toHaveLength(1);
  });

  it('are known from their publication on', () => {
    const asOf = (on: string) => publishedCalendar([SWAP], { asOf: localDate(on) });
    expect(asOf('2026-11-09').isWorkingDay(swapped, 'ignore')).toBe(true);
    expect(asOf('2026-11-10').isWorkingDay(swapped, 'ignore')).toBe(false);
  });

  it('carry the horizon on where a whole year is announced', () => {
    const announced = (announcesYear: number) => publishedCalendar([{ ...SWAP, announcesYear }]).horizon.to;
    expect(announced(2028)).toBe('2028-12-31');
    expect(announced(2029)).toBe('2027-12-31');
  });

  it.each([
    ['2026-11-28', 'off', 'CALENDAR.REST_DAY'],
    ['2026-11-23', 'makeup', 'CALENDAR.WEEKDAY'],
  ] as const)('%s cannot be %s', (date, kind, code) => {
    expect(() => checkPublishedDays([day(date, kind)])).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ code, pointer: '/entries/0/date' })] }),
    );
  });

  it('name a day once', () => {
    expect(() => checkPublishedDays([day('2026-11-23', 'off'), day('2026-11-23', 'ordinary')])).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ code: 'CALENDAR.TWICE' })] }),
    );
    expect(() => checkPublishedDays(SWAP.days)).not.toThrow();
  });
});

describe('the calendar a process counts by', () => {
  it('is the newest it was told of, and still knows the earlier ones', () => {
    const live = new LiveCalendar();
    const first = live.version;
    live.learn([SWAP]);
    expect(live.version).toBe(publishedCalendar([SWAP]).version);
    expect(live.isWorkingDay(swapped, 'ignore')).toBe(false);
    expect(live.earlier(first)?.isWorkingDay(swapped, 'ignore')).toBe(true);
    expect(live.superseded).toEqual([first]);
    live.learn([]);
    expect(live.changes).toEqual([SWAP]);
    expect(live.isWorkingDay(swapped, 'ignore')).toBe(false);
  });

  it('names the days that count otherwise, as they stand now', () => {
    const span = { from: localDate('2026-11-20'), to: localDate('2026-11-30') };
    const named = (makeup: 'ignore' | 'count') =>
      changedDays(vietnamCalendar(), publishedCalendar([SWAP]), { ...span, makeup }).map(({ date }) => date);
    expect(named('ignore')).toEqual(['2026-11-23']);
    expect(named('count')).toEqual(['2026-11-23', '2026-11-28']);
    const before = { from: span.from, to: addDays(swapped, -1), makeup: 'ignore' as const };
    expect(changedDays(vietnamCalendar(), publishedCalendar([SWAP]), before)).toEqual([]);
  });

  it('asks for the days of next year from October on', () => {
    const warned = (on: string) => nextYearWarning(vietnamCalendar(), localDate(on));
    expect(warned('2027-09-30')).toBeNull();
    expect(warned('2027-10-01')).toContain('Chưa có lịch nghỉ năm 2028');
    expect(warned('2028-01-02')).toContain('Chưa có lịch nghỉ năm 2028');
    expect(nextYearWarning(publishedCalendar([{ ...SWAP, announcesYear: 2028 }]), localDate('2027-12-01'))).toBeNull();
  });
});
