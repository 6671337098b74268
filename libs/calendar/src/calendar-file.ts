import { AppError, isLocalDate, type LocalDate, localDate } from '#libs/shared';
import type { CalendarEntry, WorkCalendar } from './types.js';
import { createCalendar } from './work-calendar.js';

/** An agency's own calendar: `{"weekend":[6,7],"off":["2026-02-16"],"makeup":["2026-01-10"]}`, ISO weekdays. */
export interface CalendarFile {
  readonly weekend?: readonly number[];
  readonly off?: readonly string[];
  readonly makeup?: readonly string[];
}

const invalid = (detail: string): AppError =>
  new AppError({ code: 'CALENDAR.FILE_INVALID', status: 422, title: 'Tệp lịch làm việc không đúng định dạng', detail });

function weekendOf(value: unknown): readonly number[] {
  if (value === undefined) return [6, 7];
  const days = Array.isArray(value) ? value : [];
  const valid = Array.isArray(value) && days.every((d) => Number.isInteger(d) && d >= 1 && d <= 7);
  if (!valid || new Set(days).size > 6)
    throw invalid('"weekend" là danh sách các thứ nghỉ trong tuần, từ 1 (thứ Hai) đến 7 (Chủ nhật), không quá 6 ngày');
  return days;
}

function datesOf(field: 'off' | 'makeup', value: unknown): readonly LocalDate[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw invalid(`"${field}" phải là danh sách ngày NNNN-TT-NN`);
  for (const date of value)
    if (!isLocalDate(date)) throw invalid(`"${field}" có ngày không hợp lệ: ${JSON.stringify(date)}`);
  return [...new Set(value as LocalDate[])].sort();
}

const fileEntry = (date: LocalDate, kind: 'off' | 'makeup'): CalendarEntry => ({
  date,
  kind,
  name: kind === 'off' ? 'Ngày nghỉ theo tệp lịch' : 'Ngày làm bù theo tệp lịch',
  basis: 'Tệp lịch làm việc của đơn vị',
  confirmed: true,
  knownFrom: localDate('1900-01-01'),
  knownTo: null,
});

/**
 * Replaces the built-in calendar. A date both off and made up is off.
 * @throws AppError `CALENDAR.FILE_INVALID`
 */
export function calendarFromFile(json: unknown): WorkCalendar {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw invalid('cần một đối tượng JSON có "weekend", "off", "makeup"');
  const unknown = Object.keys(json).filter((key) => !['weekend', 'off', 'makeup'].includes(key));
  if (unknown.length > 0) throw invalid(`không có trường ${unknown.map((key) => JSON.stringify(key)).join(', ')}`);
  const file = json as Record<keyof CalendarFile, unknown>;
  const weekend = weekendOf(file.weekend);
  const off = datesOf('off', file.off);
  const makeup = datesOf('makeup', file.makeup);
  const entries = [...off.map((d) => fileEntry(d, 'off')), ...makeup.map((d) => fileEntry(d, 'makeup'))];
  // The file answers for every day it is asked about, so it carries no horizon.
  return createCalendar({
    name: 'file',
    weekend,
    entries,
    horizon: { from: localDate('1900-01-01'), to: localDate('2199-12-31') },
  });
}
