import { countWorkingDays, vietnamCalendar } from '#libs/calendar';
import { addDays, localDate } from '#libs/shared';
import { ageBuckets, holds, lateBuckets } from './day-buckets.js';

const calendar = vietnamCalendar();
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  'late-1': [0, 3],
  'late-4': [4, 10],
  'late-11': [11, 30],
  'late-31': [31, 60],
  'late-61': [61, Infinity],
};

describe('groups of days', () => {
  // A working day, a Saturday, the middle of Tết, the day after it.
  it.each(['2026-07-15', '2026-07-18', '2026-02-18', '2026-02-23'])(
    'every past day is in the one group of its working days late, seen from %s',
    (from) => {
      const today = localDate(from);
      const buckets = lateBuckets(calendar, today);
      for (let back = 1; back <= 150; back += 1) {
        const due = addDays(today, -back);
        const late = countWorkingDays(calendar, { from: due, to: today });
        const found = buckets.filter((bucket) => holds(bucket, due));
        expect({ due, keys: found.map(({ key }) => key) }).toEqual({
          due,
          keys: Object.entries(RANGES).flatMap(([key, [a, b]]) => (late >= a && late <= b ? [key] : [])),
        });
      }
      expect(buckets.some((bucket) => holds(bucket, today))).toBe(false);
    },
  );

  it('every day of receipt is in one group', () => {
    const today = localDate('2026-07-15');
    const buckets = ageBuckets(today);
    for (let back = 0; back <= 400; back += 1)
      expect(buckets.filter((bucket) => holds(bucket, addDays(today, -back)))).toHaveLength(1);
    expect(buckets.map(({ title }) => title)).toEqual([
      'Đến 10 ngày',
      '11–30 ngày',
      '31–60 ngày',
      '61–90 ngày',
      '91–180 ngày',
      'Trên 180 ngày',
    ]);
  });
});
