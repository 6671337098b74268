import { addDays, localDate } from '#libs/shared';
import { toldQuarters, toldYear } from './protected-figures.js';

describe('when numbers of denunciations are told', () => {
  const told = (year: number, today: string) =>
    toldQuarters(year, localDate(today)).map(({ period, knownOn }) => [period.key, knownOn]);

  it('only of quarters that are over and settled, as known on one day for ever', () => {
    expect(told(2026, '2026-03-24')).toEqual([]);
    expect(told(2026, '2026-03-25')).toEqual([['2026-Q1', '2026-03-24']]);
    expect(told(2026, '2026-06-24')).toEqual(told(2026, '2026-03-25'));
    expect(told(2026, '2026-11-22').map(([key]) => key)).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
    expect(told(2026, '2031-01-01')).toHaveLength(4);
  });

  it('so that on no two days what is told of a quarter is counted from other records', () => {
    const knownOn = new Map<string, string>();
    for (let day = localDate('2026-01-01'); day < '2027-03-01'; day = addDays(day, 1))
      for (const { period, knownOn: on } of toldQuarters(2026, day)) {
        expect([period.key, knownOn.get(period.key) ?? on]).toEqual([period.key, on]);
        expect(on < day).toBe(true);
        knownOn.set(period.key, on);
      }
    expect(knownOn.size).toBe(4);
  });

  it('of the newest year that has one', () => {
    expect(['2026-01-05', '2026-03-24', '2026-03-25', '2026-12-20'].map((day) => toldYear(localDate(day)))).toEqual([
      2025, 2025, 2026, 2026,
    ]);
  });
});
