/**
 * A calendar day in Asia/Ho_Chi_Minh, written `YYYY-MM-DD`. Statutory dates are days, never instants: the brand keeps
 * unchecked text and timestamps out of legal arithmetic, and the text order is the date order.
 */
declare const localDateBrand: unique symbol;
export type LocalDate = string & { readonly [localDateBrand]: true };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

const toEpochDay = (date: LocalDate): number =>
  Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / DAY_MS;
const fromEpochDay = (day: number): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10) as LocalDate;

/** True when `text` is an existing day between 1900 and 2199. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string') return false;
  const match = PATTERN.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  return year >= 1900 && year < 2200 && fromEpochDay(toEpochDay(text as LocalDate)) === text;
}

/** @throws RangeError when the text is not an existing day. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`Ngày không hợp lệ: ${JSON.stringify(text)} (cần dạng NNNN-TT-NN)`);
  return text;
}

/** `days` may be negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => fromEpochDay(toEpochDay(date) + days);

/** Days from `from` to `to`; positive when `to` is later. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => toEpochDay(to) - toEpochDay(from);

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export const isoWeekday = (date: LocalDate): number => ((toEpochDay(date) + 3) % 7) + 1;

/** Same day of a later month, or its last day where there is none (BLDS Đ.148.3). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const first = new Date(Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(+date.slice(8, 10), last));
  return first.toISOString().slice(0, 10) as LocalDate;
}

export const minDate = (a: LocalDate, b: LocalDate): LocalDate => (a <= b ? a : b);
export const maxDate = (a: LocalDate, b: LocalDate): LocalDate => (a >= b ? a : b);

/** The day in Hà Nội (UTC+7, no daylight saving) at an instant. */
export const dayOf = (instant: Date): LocalDate =>
  fromEpochDay(Math.floor((instant.getTime() + 7 * 3_600_000) / DAY_MS));

/** The instant of `HH:MM` Hà Nội time on a day. */
export const instantOf = (date: LocalDate, time = '00:00'): Date => new Date(`${date}T${time}:00+07:00`);

/** 2026-07-01 → 01/07/2026, as every Vietnamese paper writes it. */
export const formatDay = (date: LocalDate): string => `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
