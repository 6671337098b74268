import { addDays, formatDay, isLocalDate, localDate, type LocalDate } from '#libs/shared';
import { foldText } from '../text/fold.js';

export type DateCell =
  | { readonly kind: 'date'; readonly day: LocalDate }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | null;

export interface DateReading {
  readonly day: LocalDate | null;
  readonly fault: {
    readonly code: 'DATE_MISSING' | 'DATE_UNREADABLE' | 'DATE_IN_FUTURE' | 'DATE_TOO_OLD';
    readonly message: string;
  } | null;
}

/** Serial 2: the spreadsheet calendar starts at 1 = 1900-01-01 and counts a 29 February 1900 that never was. */
const SERIAL_TWO = localDate('1900-01-01');
const OLDEST = localDate('1990-01-01');

/** The day of an Excel serial number; its fraction is the time of day. */
export const dayOfSerial = (serial: number): LocalDate => addDays(SERIAL_TWO, Math.floor(serial) - 2);

const two = (text: string): string => text.padStart(2, '0');
const fullYear = (text: string): string => (text.length === 2 ? `20${text}` : text);

function dayOfText(text: string): LocalDate | null {
  const plain = text.normalize('NFKC').trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/.exec(plain);
  const usual = /^(?:ngày\s+)?(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4}|\d{2})(?:[,\s].*)?$/iu.exec(plain);
  const words = /^(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/.exec(foldText(plain));
  const parts = iso
    ? [iso[1], iso[2], iso[3]]
    : usual
      ? [fullYear(usual[3] ?? ''), usual[2], usual[1]]
      : words
        ? [words[3], words[2], words[1]]
        : null;
  if (!parts) return /^\d{5}$/.test(plain) ? dayOfSerial(Number(plain)) : null;
  const day = `${parts[0]}-${two(parts[1] ?? '')}-${two(parts[2] ?? '')}`;
  return isLocalDate(day) ? day : null;
}

function dayOfCell(cell: NonNullable<DateCell>): LocalDate | null {
  if (cell.kind === 'date') return cell.day;
  if (cell.kind === 'text') return dayOfText(cell.value);
  return cell.value >= 20_000 && cell.value < 100_000 ? dayOfSerial(cell.value) : null;
}

/**
 * A day from a register in any of its four shapes: date cell, serial number, text day/month/year in its variants, ISO.
 * Text is never read as month/day/year. A day after `today` is a fault: nobody received a petition tomorrow.
 */
export function readDate(cell: DateCell, today: LocalDate): DateReading {
  if (cell === null || (cell.kind === 'text' && cell.value.trim() === ''))
    return { day: null, fault: { code: 'DATE_MISSING', message: 'Chưa có ngày.' } };
  const day = dayOfCell(cell);
  if (day === null)
    return {
      day: null,
      fault: { code: 'DATE_UNREADABLE', message: 'Không đọc được ngày; hãy ghi theo dạng ngày/tháng/năm.' },
    };
  if (day > today)
    return {
      day,
      fault: { code: 'DATE_IN_FUTURE', message: `Ngày ${formatDay(day)} sau ngày hôm nay ${formatDay(today)}.` },
    };
  if (day < OLDEST)
    return { day, fault: { code: 'DATE_TOO_OLD', message: `Ngày ${formatDay(day)} quá xa trong quá khứ.` } };
  return { day, fault: null };
}
