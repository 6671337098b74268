import { AppError, isSealedType, type LocalDate } from '#libs/shared';
import { findResendsInBatch, type ResendMatch } from '../resend/find-in-batch.js';
import type { ResendSubject } from '../resend/score.js';
import { foldText } from '../text/fold.js';
import { findHeader, repeatsHeader, type Header } from './headings.js';
import { readRow, type RegisterRow } from './read-row.js';
import { readsAsDenunciation } from './vocabulary.js';
import type { Sheet, SheetRow } from './sheet.js';

export interface SkippedRow {
  readonly sheet: string;
  readonly row: number;
  readonly why: 'header' | 'columnNumbers' | 'groupTitle' | 'total' | 'signature';
}

export interface RegisterReading {
  readonly rows: readonly RegisterRow[];
  /** Rows that hold no petition: repeated headers, month titles, totals, signatures. Listed, so that nothing vanishes. */
  readonly skipped: readonly SkippedRow[];
  /** Sheets that were not read: hidden, or without a header of a register. */
  readonly otherSheets: readonly string[];
  readonly resends: readonly ResendMatch<RegisterRow>[];
}

export const hasError = (row: RegisterRow): boolean => row.faults.some((fault) => fault.severity === 'error');

/** Rows kept secret: denunciations, mixed ones, and those that may be (unknown type, or words that denounce). */
export const isSealedRow = (row: RegisterRow): boolean =>
  row.type === null || isSealedType(row.type) || (row.content !== null && readsAsDenunciation(row.content));

const PETITION_COLUMNS = ['name', 'nameAndAddress', 'personalId', 'content', 'type', 'receivedOn', 'address'] as const;

function whySkipped(row: SheetRow, header: Header): SkippedRow['why'] | null {
  if (repeatsHeader(row, header)) return 'header';
  const texts = [...row.cells.values()].filter((cell) => !cell.mergedCopy).map((cell) => foldText(cell.text));
  const distinct = new Set(texts);
  if (
    distinct.size >= 3 &&
    [...distinct].every((text) => /^\d{1,2}$|^[a-d]$/.test(text)) &&
    [...row.cells.values()].every((cell) => /^\(?[\da-d]{1,2}\)?$/i.test(cell.text.trim()))
  )
    return 'columnNumbers';
  if (distinct.size > 2) return null;
  const only = [...distinct].join(' ');
  if (/^(tong( cong| so)?|cong)\b/.test(only)) return 'total';
  if (/^(thang|quy|tuan|nam) (\d|[ivx])/.test(only) || /^[ivx]+ /.test(only)) return 'groupTitle';
  if (/^(nguoi lap|nguoi vao so|thu truong|chu tich|tm uy ban|ngay \d+ thang|xac nhan)/.test(only)) return 'signature';
  return null;
}

/** Only an ordinal number (a line prepared but not used), or nothing at all under the known headings. */
const isEmptyLine = (row: SheetRow, header: Header): boolean => {
  const ordinal = header.columns.get('ordinal');
  return [...row.cells].every(
    ([column, cell]) => cell.text.trim() === '' || (column === ordinal && /^\d+\.?$/.test(cell.text.trim())),
  );
};

function readSheet(sheet: Sheet, header: Header, today: LocalDate): { rows: RegisterRow[]; skipped: SkippedRow[] } {
  const rows: RegisterRow[] = [];
  const skipped: SkippedRow[] = [];
  for (const row of sheet.rows) {
    if (row.number <= header.lastRow || isEmptyLine(row, header)) continue;
    const filled = PETITION_COLUMNS.filter((column) => row.cells.get(header.columns.get(column) ?? -1));
    const why =
      filled.length <= 2 || repeatsHeader(row, header) || [...row.cells.values()].every((cell) => cell.text.length <= 4)
        ? whySkipped(row, header)
        : null;
    if (why) skipped.push({ sheet: sheet.name, row: row.number, why });
    else rows.push(readRow(sheet, row, { header, today }));
  }
  return { rows, skipped };
}

export const subjectOf = (row: RegisterRow): ResendSubject => ({
  type: row.type,
  parties: [{ name: row.name, personalId: row.personalId, address: row.address }],
  content: row.content,
});

/**
 * Everything a register workbook holds: rows with their faults, what was skipped and why, and likely resends among the
 * rows. `today` bounds the dates. @throws AppError `IMPORT.NO_HEADER` when no sheet looks like a register.
 */
export function readRegister(sheets: readonly Sheet[], today: LocalDate): RegisterReading {
  const withHeader = sheets.map((sheet) => ({ sheet, header: sheet.hidden ? null : findHeader(sheet) }));
  const read = withHeader.flatMap(({ sheet, header }) => (header ? [readSheet(sheet, header, today)] : []));
  if (read.length === 0)
    throw new AppError({
      code: 'IMPORT.NO_HEADER',
      status: 422,
      title: 'Không tìm thấy dòng tiêu đề của sổ',
      detail: 'Sổ cần có dòng tiêu đề với ít nhất ba cột quen thuộc, ví dụ: Ngày nhận, Họ và tên, Nội dung.',
    });
  const rows = read.flatMap((part) => part.rows);
  return {
    rows,
    skipped: read.flatMap((part) => part.skipped),
    otherSheets: withHeader
      .filter(({ sheet, header }) => !header && sheet.rows.length > 0)
      .map(({ sheet }) => sheet.name),
    resends: findResendsInBatch(rows.map((row) => ({ key: row, subject: subjectOf(row) }))),
  };
}
