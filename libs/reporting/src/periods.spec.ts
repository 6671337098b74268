import { addDays, type LocalDate } from '#libs/shared';
import { allPeriodsOf, isInFull, PERIOD_RULES, periodRuleOn, sourceOfPeriod } from './periods.js';

const of = (year: number, key: string) => allPeriodsOf(year).find((period) => period.key === key)!;

describe('windows of reports', () => {
  it.each([
    ['2026', '2025-12-15', '2026-12-14'],
    ['2026-6T', '2025-12-15', '2026-06-14'],
    ['2026-9T', '2025-12-15', '2026-09-14'],
    ['2026-Q1', '2025-12-15', '2026-03-14'],
    ['2026-Q2', '2026-03-15', '2026-06-14'],
    ['2026-Q4', '2026-09-15', '2026-12-14'],
    ['2026-01', '2025-12-15', '2026-01-14'],
    ['2026-12', '2026-11-15', '2026-12-14'],
  ])('%s runs from %s to %s', (key, from, to) => expect(of(2026, key)).toMatchObject({ from, to }));

  it('quarters and months fill the year without a gap', () => {
    for (const kind of ['quarter', 'month']) {
      const windows = allPeriodsOf(2026).filter((period) => period.kind === kind);
      expect(windows).toHaveLength(kind === 'month' ? 12 : 4);
      windows.slice(1).forEach(({ from }, place) => expect(from).toBe(addDays(windows[place]!.to, 1)));
      expect([windows[0]?.from, windows.at(-1)?.to]).toEqual(['2025-12-15', '2026-12-14']);
    }
  });

  it('each says its circular; the one in force says that its cut-offs are not known, a month that it is ours', () => {
    PERIOD_RULES.slice(1).forEach(({ validFrom }, place) =>
      expect(addDays(PERIOD_RULES[place]!.validTo!, 1)).toBe(validFrom),
    );
    expect(periodRuleOn('2025-09-29' as LocalDate).circular).toBe('TT 01/2024/TT-TTCP');
    expect(sourceOfPeriod(of(2026, '2026-Q1'))).toMatch(/TT 06\/2025.*chưa đối chiếu/);
    expect(sourceOfPeriod(of(2025, '2025-Q1'))).toMatch(/TT 01\/2024/);
    expect(sourceOfPeriod(of(2026, '2026-05'))).toMatch(/quy định nội bộ/);
    expect(['2025-Q1', '2025-Q2', '2025-6T'].map((key) => isInFull(of(2025, key)))).toEqual([true, false, true]);
    expect(isInFull(of(2026, '2026-Q1'))).toBeNull();
  });
});
