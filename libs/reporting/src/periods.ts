import { addMonths, type LocalDate } from '#libs/shared';
import type { Period } from './facts.js';

export type PeriodKind = 'month' | 'quarter' | 'half' | 'nineMonths' | 'year';
export interface ReportPeriod extends Period {
  /** 2026-01, 2026-Q1, 2026-6T, 2026-9T, 2026 */
  readonly key: string;
  readonly kind: PeriodKind;
  readonly title: string;
}

/** Where the windows come from; those of the circular in force have not been seen. */
export const PERIOD_SOURCE =
  'Kỳ số liệu từ ngày 15 đến ngày 14 theo TT 02/2021 và TT 01/2024/TT-TTCP; mốc chốt của TT 06/2025/TT-TTCP chưa đối chiếu được.';
const ROMAN = ['I', 'II', 'III', 'IV'] as const;

const window = (start: LocalDate, fromMonth: number, toMonth: number): Period => ({
  from: addMonths(start, fromMonth),
  to: `${addMonths(start, toMonth).slice(0, 8)}14` as LocalDate,
});

/** The windows of a reporting year: it begins on the 15th of December of the year before. */
export function periodsOf(year: number): readonly ReportPeriod[] {
  const start = `${year - 1}-12-15` as LocalDate;
  return [
    { key: `${year}`, kind: 'year', title: `Năm ${year}`, ...window(start, 0, 12) },
    { key: `${year}-9T`, kind: 'nineMonths', title: `9 tháng năm ${year}`, ...window(start, 0, 9) },
    { key: `${year}-6T`, kind: 'half', title: `6 tháng năm ${year}`, ...window(start, 0, 6) },
    ...ROMAN.map((roman, quarter) => ({
      key: `${year}-Q${quarter + 1}`,
      kind: 'quarter' as const,
      title: `Quý ${roman} năm ${year}`,
      ...window(start, quarter * 3, quarter * 3 + 3),
    })),
  ];
}

/** The reporting months of a period, the first and the last as far as they belong to it: each runs from the 15th to the 14th. */
export function reportMonthsOf({ from, to }: Period): readonly ReportPeriod[] {
  const months: ReportPeriod[] = [];
  const first = `${from.slice(0, 8)}15` as LocalDate;
  for (let start = from < first ? addMonths(first, -1) : first; start <= to; start = addMonths(start, 1)) {
    const end = `${addMonths(start, 1).slice(0, 8)}14` as LocalDate;
    const [month, year] = [Number(end.slice(5, 7)), end.slice(0, 4)];
    months.push({
      ...{ key: end.slice(0, 7), kind: 'month', title: `Tháng ${month}/${year}` },
      ...{ from: start < from ? from : start, to: end > to ? to : end },
    });
  }
  return months;
}

/** The last quarters up to a day, the running one as far as it has come. */
export function quartersUpTo(to: LocalDate, howMany = 8): readonly ReportPeriod[] {
  const year = reportingYear(to);
  const years = Array.from({ length: Math.ceil(howMany / 4) + 1 }, (_, i) => year - i).reverse();
  return years
    .flatMap((one) => periodsOf(one).filter(({ kind }) => kind === 'quarter'))
    .filter(({ from }) => from <= to)
    .slice(-howMany)
    .map((quarter) => (quarter.to > to ? { ...quarter, to } : quarter));
}

/** The reporting year a day belongs to: the last half of December is of the next. */
export const reportingYear = (day: LocalDate): number => Number(day.slice(0, 4)) + (day.slice(5) >= '12-15' ? 1 : 0);
