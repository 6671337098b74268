import { addDays, addMonths, type LocalDate } from '#libs/shared';
import type { Period } from './facts.js';

export type PeriodKind = 'month' | 'quarter' | 'half' | 'nineMonths' | 'year';
export interface ReportPeriod extends Period {
  /** 2026-01, 2026-Q1, 2026-6T, 2026-9T, 2026 */
  readonly key: string;
  readonly kind: PeriodKind;
  readonly title: string;
}

/** Which windows reports are made for, by circular. */
export interface PeriodRule {
  readonly circular: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** The day of a month a window begins on; it ends on the day before. */
  readonly firstDay: number;
  readonly kinds: readonly PeriodKind[];
  /** Kinds for which text and figures are sent; for the others figures alone. `null`: not known. */
  readonly inFull: readonly string[] | null;
  readonly says: string;
}

const OFFICIAL: readonly PeriodKind[] = ['quarter', 'half', 'nineMonths', 'year'];
const ALL_IN_FULL = ['Q1', '6T', '9T', 'year'] as const;
/** The windows as data. A month is a window of no circular that was seen. */
export const PERIOD_RULES: readonly PeriodRule[] = [
  {
    ...{ circular: 'TT 02/2021/TT-TTCP', firstDay: 15, kinds: OFFICIAL, inFull: null },
    ...{ validFrom: '2021-05-10' as LocalDate, validTo: '2024-03-04' as LocalDate },
    says: 'Kỳ số liệu từ ngày 15 đến ngày 14 (TT 02/2021/TT-TTCP); ngày gửi báo cáo chưa đối chiếu được.',
  },
  {
    ...{ circular: 'TT 01/2024/TT-TTCP', firstDay: 15, kinds: OFFICIAL, inFull: ALL_IN_FULL },
    ...{ validFrom: '2024-03-05' as LocalDate, validTo: '2025-09-29' as LocalDate },
    says: 'Kỳ số liệu từ ngày 15 đến ngày 14 (TT 01/2024/TT-TTCP); quý I, 6 tháng, 9 tháng, năm gửi cả lời văn, các quý khác chỉ gửi số liệu; ngày gửi chưa đối chiếu được.',
  },
  {
    ...{ circular: 'TT 06/2025/TT-TTCP', firstDay: 15, kinds: OFFICIAL, inFull: null },
    ...{ validFrom: '2025-09-30' as LocalDate, validTo: null },
    says: 'Mốc chốt của TT 06/2025/TT-TTCP chưa đối chiếu được; giữ kỳ từ ngày 15 đến ngày 14 như TT 02/2021 và TT 01/2024/TT-TTCP.',
  },
];
export const MONTH_SOURCE =
  'Kỳ tháng theo quy định nội bộ, cùng mốc từ ngày 15 đến ngày 14; không thông tư nào đã đọc quy định kỳ tháng.';

/** The rule in force on the last day of a window: the report is made then. */
export const periodRuleOn = (day: LocalDate): PeriodRule =>
  PERIOD_RULES.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo)) ??
  PERIOD_RULES[0]!;

/** Where a window comes from, to be said with it. */
export const sourceOfPeriod = ({ kind, to }: ReportPeriod): string =>
  kind === 'month' ? MONTH_SOURCE : periodRuleOn(to).says;
/** Whether text goes with the figures; `null`: not known. */
export function isInFull({ kind, key, to }: ReportPeriod): boolean | null {
  const { inFull } = periodRuleOn(to);
  if (kind === 'month' || inFull === null) return null;
  return inFull.includes(kind === 'year' ? 'year' : (key.split('-')[1] ?? ''));
}

/** Where the windows come from; those of the circular in force have not been seen. */
export const PERIOD_SOURCE =
  'Kỳ số liệu từ ngày 15 đến ngày 14 theo TT 02/2021 và TT 01/2024/TT-TTCP; mốc chốt của TT 06/2025/TT-TTCP chưa đối chiếu được.';
const ROMAN = ['I', 'II', 'III', 'IV'] as const;

const window = (start: LocalDate, fromMonth: number, toMonth: number): Period => ({
  from: addMonths(start, fromMonth),
  to: addDays(addMonths(start, toMonth), -1),
});

/** The windows of a reporting year that a circular knows: it begins in the middle of December of the year before. */
export function periodsOf(year: number): readonly ReportPeriod[] {
  const { firstDay } = periodRuleOn(`${year}-12-14` as LocalDate);
  const start = `${year - 1}-12-${firstDay}` as LocalDate;
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

/** The windows of a reporting year with its months last. */
export const allPeriodsOf = (year: number): readonly ReportPeriod[] => {
  const periods = periodsOf(year);
  return [...periods, ...reportMonthsOf(periods[0]!)];
};

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
