import { vietnamCalendar } from '#libs/calendar';
import { latestStart } from './latest-start.js';

const calendar = vietnamCalendar();

describe('the last day to start a step', () => {
  it('is told day by day, back over a weekend', () => {
    const { startBy, explanation } = latestStart(calendar, { due: '2026-08-11', days: 3 });
    expect(startBy).toBe('2026-08-06');
    expect(explanation.map(({ date, counted }) => [date, counted])).toEqual([
      ['2026-08-11', true],
      ['2026-08-10', true],
      ['2026-08-09', false],
      ['2026-08-08', false],
      ['2026-08-07', true],
      ['2026-08-06', false],
    ]);
    expect(explanation.at(-1)?.why).toBe('Bắt đầu muộn nhất ngày này');
    expect(explanation[2]?.why).toContain('không đếm');
  });

  it('names the holiday and the decision that made it one', () => {
    const { startBy, explanation } = latestStart(calendar, { due: '2026-09-03', days: 1 });
    const off = explanation.filter(({ counted, why }) => !counted && why.includes('không đếm'));
    expect(explanation.filter(({ counted }) => counted)).toHaveLength(1);
    expect(off.some(({ why }) => /Quốc khánh/i.test(why))).toBe(true);
    expect(startBy < '2026-09-01').toBe(true);
  });

  it('of a step done the same day is the last working day itself', () => {
    expect(latestStart(calendar, { due: '2026-08-09', days: 0 })).toMatchObject({ startBy: '2026-08-07' });
  });
});
