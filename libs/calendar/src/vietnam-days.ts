import { type LocalDate, localDate } from '#libs/shared';
import type { CalendarEntry, DayOffKind } from './types.js';

/**
 * Days off of public servants, 2024–2027, one row a date. `knownFrom` is the date of the deciding paper where it was seen;
 * for days fixed by a law its commencement; where only the number of the paper was seen, the first day (of the year, for
 * the yearly notice) that it rules, which is never too early.
 */
const LABOUR_CODE = { basis: 'BLLĐ 2019 Đ.112 k1', knownFrom: '2021-01-01' };
const IN_LIEU = { basis: 'BLLĐ 2019 Đ.111 k3', knownFrom: '2021-01-01' };
const NOTICE_2024 = { basis: 'TB 5015/TB-LĐTBXH', knownFrom: '2024-01-01' };
const SWAP_2024 = { basis: 'TB 1570/TB-LĐTBXH', knownFrom: '2024-04-29' };
const NOTICE_2025 = { basis: 'TB 6150/TB-BLĐTBXH', knownFrom: '2024-11-26' };
const NOTICE_2026 = { basis: 'TB 9441/TB-BNV', knownFrom: '2026-01-01' };
const SWAP_NEW_YEAR_2026 = { basis: 'CV 12729/VPCP-KGVX', knownFrom: '2025-12-25' };
const CULTURE_DAY = { basis: 'NQ 28/2026/QH16', knownFrom: '2026-07-01' };
const NOTICE_2027 = { basis: 'Văn phòng Chính phủ, ngày 02/10/2026 (chưa rõ số)', knownFrom: '2026-10-02' };

interface Paper {
  readonly basis: string;
  readonly knownFrom: string;
}

interface Mark {
  readonly as?: DayOffKind;
  readonly confirmed?: boolean;
  readonly possible?: true;
}

const entry = (
  kind: 'off' | 'makeup',
  date: string,
  label: { name: string; paper: Paper },
  mark: Mark,
): CalendarEntry => ({
  date: localDate(date),
  kind,
  name: label.name,
  basis: label.paper.basis,
  confirmed: mark.confirmed ?? true,
  knownFrom: localDate(label.paper.knownFrom),
  knownTo: null,
  ...(kind === 'off' ? { offKind: mark.as ?? 'holiday' } : {}),
  ...(mark.possible ? { possible: true } : {}),
});

const off = (dates: string, name: string, paper: Paper, mark: Mark = {}): readonly CalendarEntry[] =>
  dates.split(' ').map((date) => entry('off', date, { name, paper }, mark));
const makeup = (date: string, name: string, paper: Paper, mark: Mark = {}): readonly CalendarEntry[] => [
  entry('makeup', date, { name, paper }, mark),
];

const YEAR_2024: readonly CalendarEntry[] = [
  ...off('2024-01-01', 'Tết Dương lịch', LABOUR_CODE),
  ...off('2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14', 'Tết Giáp Thìn', NOTICE_2024),
  ...off('2024-04-18', 'Giỗ Tổ Hùng Vương', LABOUR_CODE, { confirmed: false }),
  ...off('2024-04-29', 'Nghỉ hoán đổi dịp 30/4 và 01/5', SWAP_2024, { as: 'swap' }),
  ...off('2024-04-30', 'Ngày Chiến thắng 30/4', LABOUR_CODE),
  ...off('2024-05-01', 'Ngày Quốc tế lao động 01/5', LABOUR_CODE),
  ...makeup('2024-05-04', 'Làm bù cho ngày 29/4/2024', SWAP_2024),
  ...off('2024-09-02 2024-09-03', 'Quốc khánh', NOTICE_2024),
];

const YEAR_2025: readonly CalendarEntry[] = [
  ...off('2025-01-01', 'Tết Dương lịch', LABOUR_CODE),
  ...off('2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31', 'Tết Ất Tỵ', NOTICE_2025),
  ...off('2025-04-07', 'Giỗ Tổ Hùng Vương', LABOUR_CODE),
  ...makeup('2025-04-26', 'Làm bù cho ngày 02/5/2025', NOTICE_2025),
  ...off('2025-04-30', 'Ngày Chiến thắng 30/4', LABOUR_CODE),
  ...off('2025-05-01', 'Ngày Quốc tế lao động 01/5', LABOUR_CODE),
  ...off('2025-05-02', 'Nghỉ hoán đổi dịp 30/4 và 01/5', NOTICE_2025, { as: 'swap' }),
  ...off('2025-09-01 2025-09-02', 'Quốc khánh', NOTICE_2025),
];

const YEAR_2026: readonly CalendarEntry[] = [
  ...off('2026-01-01', 'Tết Dương lịch', LABOUR_CODE),
  ...off('2026-01-02', 'Nghỉ hoán đổi dịp Tết Dương lịch', SWAP_NEW_YEAR_2026, { as: 'swap' }),
  ...makeup('2026-01-10', 'Làm bù cho ngày 02/01/2026', SWAP_NEW_YEAR_2026, { confirmed: false }),
  ...off('2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20', 'Tết Bính Ngọ', NOTICE_2026),
  ...off('2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương', IN_LIEU, { as: 'observed' }),
  ...off('2026-04-30', 'Ngày Chiến thắng 30/4', LABOUR_CODE),
  ...off('2026-05-01', 'Ngày Quốc tế lao động 01/5', LABOUR_CODE),
  ...makeup('2026-08-22', 'Làm bù cho ngày 31/8/2026', NOTICE_2026, { confirmed: false }),
  ...off('2026-08-31', 'Nghỉ hoán đổi dịp Quốc khánh', NOTICE_2026, { as: 'swap' }),
  ...off('2026-09-01 2026-09-02', 'Quốc khánh', NOTICE_2026),
  ...off('2026-11-23', 'Hoán đổi dịp Ngày Văn hóa Việt Nam (mới đề xuất)', CULTURE_DAY, {
    as: 'swap',
    confirmed: false,
    possible: true,
  }),
  ...off('2026-11-24', 'Ngày Văn hóa Việt Nam', CULTURE_DAY),
];

const YEAR_2027: readonly CalendarEntry[] = [
  ...off('2027-01-01', 'Tết Dương lịch', LABOUR_CODE),
  ...off('2027-02-04 2027-02-05 2027-02-08 2027-02-09 2027-02-10', 'Tết Đinh Mùi', NOTICE_2027),
  ...off('2027-04-16', 'Giỗ Tổ Hùng Vương', LABOUR_CODE),
  ...off('2027-04-30', 'Ngày Chiến thắng 30/4', LABOUR_CODE),
  ...off('2027-05-03', 'Nghỉ bù Ngày Quốc tế lao động 01/5', IN_LIEU, { as: 'observed' }),
  ...off('2027-09-02 2027-09-03', 'Quốc khánh', NOTICE_2027),
  ...off('2027-11-24', 'Ngày Văn hóa Việt Nam', CULTURE_DAY),
];

/** From when the days off of a whole year are known: Tết and Quốc khánh are fixed year by year (BLLĐ Đ.112 k3). */
export const YEARS_ANNOUNCED: readonly { readonly year: number; readonly knownFrom: LocalDate }[] = [
  { year: 2024, knownFrom: localDate(NOTICE_2024.knownFrom) },
  { year: 2025, knownFrom: localDate(NOTICE_2025.knownFrom) },
  { year: 2026, knownFrom: localDate(NOTICE_2026.knownFrom) },
  { year: 2027, knownFrom: localDate(NOTICE_2027.knownFrom) },
];

/** Every known entry in date order. */
export const VIETNAM_DAYS: readonly CalendarEntry[] = [...YEAR_2024, ...YEAR_2025, ...YEAR_2026, ...YEAR_2027];
