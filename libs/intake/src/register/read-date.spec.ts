import fc from 'fast-check';
import { addDays, daysBetween, localDate } from '#libs/shared';
import { dayOfSerial, readDate } from './read-date.js';

const TODAY = localDate('2026-11-22');
const text = (value: string) => readDate({ kind: 'text', value }, TODAY);

describe('dates of a register', () => {
  it.each([
    ['19/1/2026', '2026-01-19'],
    ['05.03.2026', '2026-03-05'],
    ['5-3-2026', '2026-03-05'],
    ['5/3/26', '2026-03-05'],
    ['5 / 3 / 2026', '2026-03-05'],
    ['2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026-03-05T08:30:00', '2026-03-05'],
    ['05/03/2026 08:30', '2026-03-05'],
    ['ngày 5 tháng 3 năm 2026', '2026-03-05'],
    ['Ngày 05/03/2026', '2026-03-05'],
    ['46055', '2026-02-02'],
  ])('reads %s', (value, day) => expect(text(value)).toEqual({ day, fault: null }));

  it('never reads month before day, nor a day that is not', () => {
    for (const value of ['03/25/2026', '31/02/2026', '29/2/2026', 'hôm qua', '2026', '13/2026', '0/1/2026'])
      expect([value, text(value).fault?.code]).toEqual([value, 'DATE_UNREADABLE']);
  });

  it('reads date cells and serial numbers', () => {
    expect(readDate({ kind: 'date', day: localDate('2026-01-06') }, TODAY).day).toBe('2026-01-06');
    expect(readDate({ kind: 'number', value: 46055.7 }, TODAY).day).toBe('2026-02-02');
    expect(readDate({ kind: 'number', value: 20260105 }, TODAY).fault?.code).toBe('DATE_UNREADABLE');
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 80_000 }),
        (serial) => daysBetween(localDate('1900-03-01'), dayOfSerial(serial)) === serial - 61,
      ),
    );
  });

  it('tells a missing day, a future one and one from long ago', () => {
    expect(readDate(null, TODAY).fault?.code).toBe('DATE_MISSING');
    expect(text('  ').fault?.code).toBe('DATE_MISSING');
    expect(text('03/05/2062').fault).toEqual({
      code: 'DATE_IN_FUTURE',
      message: 'Ngày 03/05/2062 sau ngày hôm nay 22/11/2026.',
    });
    expect(readDate({ kind: 'date', day: TODAY }, TODAY).fault).toBeNull();
    expect(readDate({ kind: 'date', day: addDays(TODAY, 1) }, TODAY).fault?.code).toBe('DATE_IN_FUTURE');
    expect(text('01/01/1950').fault?.code).toBe('DATE_TOO_OLD');
  });
});
