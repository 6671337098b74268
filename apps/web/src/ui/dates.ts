import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat.js';
import 'dayjs/locale/vi.js';

dayjs.extend(customParseFormat);
dayjs.locale('vi');

/** 2026-07-01 → 01/07/2026; a bare year stays a year. */
export function day(date: string | null | undefined): string {
  if (!date) return '';
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}` : date;
}

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
/** 09:41 ngày 22/11/2026, Hà Nội time whatever the machine's zone. */
export function instant(at: string | null | undefined): string {
  if (!at) return '';
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  const parts = clock.formatToParts(new Date(at));
  return `${part('hour')}:${part('minute')} ngày ${part('day')}/${part('month')}/${part('year')}`;
}
/** The day in Hà Nội of an instant, as `YYYY-MM-DD`. */
export const dayOfInstant = (at: string): string => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);

const epochDay = (date: string): number =>
  Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / 86_400_000;
export const daysBetween = (from: string, to: string): number => epochDay(to) - epochDay(from);
export const addDays = (date: string, days: number): string =>
  new Date((epochDay(date) + days) * 86_400_000).toISOString().slice(0, 10);
export const isoWeekday = (date: string): number => ((epochDay(date) + 3) % 7) + 1;
export const WEEKDAYS = ['Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy', 'Chủ nhật'] as const;
export const weekday = (date: string): string => WEEKDAYS[isoWeekday(date) - 1] ?? '';

/** What an officer types for a day: 5/1/2026, 05012026, 5/1 (this year). `null` when it is no existing day. */
export function parseDay(text: string, today: string): string | null {
  const clean = text.trim().replaceAll(/[.\-\s]/g, '/');
  const packed = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(clean);
  const parted = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(clean);
  const match = packed ?? parted;
  if (!match) return null;
  const [, dd = '', mm = '', yy] = match;
  const year = yy === undefined ? today.slice(0, 4) : yy.length === 2 ? `20${yy}` : yy;
  const date = `${year}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`;
  const existing = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(existing.getTime()) && existing.toISOString().slice(0, 10) === date ? date : null;
}
