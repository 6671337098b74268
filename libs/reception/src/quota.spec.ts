import { localDate } from '#libs/shared';
import { owedIn, standing, weeksOf, type QuotaDay } from './quota.js';

const day = localDate;

describe('days a leader owes', () => {
  it('changes with the law of the month: one day a week, then two days a month', () => {
    expect(owedIn(day('2026-06-01'), 'commune')).toMatchObject({
      ruleId: 'TCD.XA.OLD',
      unit: 'days_per_week',
      days: 4,
    });
    expect(owedIn(day('2026-07-01'), 'commune')).toMatchObject({ ruleId: 'TCD.XA', unit: 'days_per_month', days: 2 });
    expect(owedIn(day('2026-07-01'), 'province')).toMatchObject({ ruleId: 'TCD.TINH', days: 1 });
    expect(owedIn(day('2026-07-01'), 'department')).toMatchObject({ ruleId: 'TCD.HEAD', days: 1 });
    expect(owedIn(day('2014-06-01'), 'commune')).toBeNull();
  });

  it('gives each week to one month only, the one with its Thursday', () => {
    const weeks = ['2026-05-01', '2026-06-01', '2026-07-01'].flatMap((month) =>
      weeksOf(day(month)).map(({ from }) => from),
    );
    expect(new Set(weeks).size).toBe(weeks.length);
    expect(weeks).toContain('2026-06-29');
    expect(weeksOf(day('2026-06-01')).map(({ from }) => from)).toEqual([
      '2026-06-01',
      '2026-06-08',
      '2026-06-15',
      '2026-06-22',
    ]);
  });

  const june = owedIn(day('2026-06-01'), 'commune')!;
  const held = (...days: string[]): QuotaDay[] => days.map((heldOn) => ({ heldOn: day(heldOn), status: 'held' }));

  it('does not let two days in one week make up for another week', () => {
    const met = standing(june, held('2026-06-02', '2026-06-09', '2026-06-16', '2026-06-23'), day('2026-07-01'));
    expect(met).toMatchObject({ held: 4, missing: 0, breached: false });
    const bunched = standing(june, held('2026-06-02', '2026-06-03', '2026-06-16', '2026-06-23'), day('2026-07-01'));
    expect(bunched).toMatchObject({ held: 4, missing: 1, breached: true });
  });

  it('counts a day once, and only where the leader received in person', () => {
    const july = owedIn(day('2026-07-01'), 'commune')!;
    const days: QuotaDay[] = [
      ...held('2026-07-07', '2026-07-07'),
      { heldOn: day('2026-07-14'), status: 'heldByOther' },
    ];
    expect(standing(july, days, day('2026-07-20'))).toMatchObject({
      held: 1,
      heldByOther: 1,
      missing: 1,
      breached: false,
    });
    expect(standing(july, days, day('2026-08-01'))).toMatchObject({ breached: true });
    const planned: QuotaDay[] = [...held('2026-07-07'), { heldOn: day('2026-07-28'), status: 'upcoming' }];
    expect(standing(july, planned, day('2026-07-20'))).toMatchObject({ planned: 1, missing: 0 });
  });
});
