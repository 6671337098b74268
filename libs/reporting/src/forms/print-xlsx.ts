import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { formatDay } from '#libs/shared';
import type { FormLine } from './counted-form.js';
import { headsOf } from './heads.js';
import { identityLine, knownText, valueText, type PrintedForm } from './printed.js';

const FONT = 'Times New Roman';
const THIN = { style: 'thin' } as const;
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const UNIT_WIDTH = 24;

/** The form as it is handed in: letterhead, merged headings, column numbers, figures as numbers, A4 landscape. */
export async function printXlsx(printed: PrintedForm): Promise<Buffer> {
  const file = new Workbook();
  file.title = `Biểu ${printed.form.code}`;
  const sheet = file.addWorksheet(printed.form.code.replace('/', '-'), {
    pageSetup: {
      ...{ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddFooter: '&LBiểu do phần mềm Nghe Dân lập&RTrang &P/&N' },
  });
  const width = printed.form.columns.length + 1;
  sheet.getColumn(1).width = UNIT_WIDTH;
  for (let column = 2; column <= width; column++) sheet.getColumn(column).width = Math.max(5.5, 150 / width);
  const title = letterhead(sheet, printed, width);
  const figures = headings(sheet, { printed, from: title + 1 });
  printed.lines.forEach((line, place) => row(sheet, { line, printed }, figures + place));
  footing(sheet, { printed, from: figures + printed.lines.length + 1, width });
  return Buffer.from((await file.xlsx.writeBuffer()) as Uint8Array);
}

interface Line {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  readonly left?: boolean;
}
function write(sheet: Worksheet, { at, from, to, text, bold, italic, underline, size = 11, left }: Line): void {
  if (to > from) sheet.mergeCells(at, from, at, to);
  const cell = sheet.getCell(at, from);
  cell.value = text;
  cell.font = { name: FONT, size, bold: bold ?? false, italic: italic ?? false, underline: underline ?? false };
  cell.alignment = { horizontal: left ? 'left' : 'center', vertical: 'middle', wrapText: true };
}

/** Returns the last row of the title. */
function letterhead(sheet: Worksheet, { form, period, head }: PrintedForm, width: number): number {
  const half = Math.max(1, Math.floor(width * 0.4));
  const right = { from: half + 1, to: width };
  const [year, month, day] = head.madeOn.split('-');
  write(sheet, { at: 1, from: 1, to: half, text: head.agency.toUpperCase(), bold: true });
  write(sheet, { at: 1, ...right, text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true });
  write(sheet, { at: 2, from: 1, to: half, text: `Biểu số: ${form.code} (${form.circular})` });
  write(sheet, { at: 2, ...right, text: 'Độc lập - Tự do - Hạnh phúc', bold: true, underline: true });
  write(sheet, { at: 3, ...right, text: `${head.place}, ngày ${day} tháng ${month} năm ${year}`, italic: true });
  write(sheet, { at: 5, from: 1, to: width, text: form.title.toUpperCase(), bold: true, size: 14 });
  const when = `Số liệu tính từ ngày ${formatDay(period.from)} đến ngày ${formatDay(period.to)}`;
  write(sheet, { at: 6, from: 1, to: width, text: `${when}; biết đến ${knownText(head.knownAt)}`, italic: true });
  sheet.getRow(1).height = 32;
  sheet.getRow(5).height = 24;
  return 7;
}

/** Headings, units and column numbers; returns the row of the figures. */
function headings(sheet: Worksheet, { printed: { form }, from }: { printed: PrintedForm; from: number }): number {
  const heads = headsOf(form.columns);
  const units = from + heads.length;
  const box = (at: number, column: number, text: string | number, bold = true): void => {
    const cell = sheet.getCell(at, column);
    cell.value = text;
    cell.font = { name: FONT, size: 9, bold, italic: !bold };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  };
  for (let at = from; at <= units + 1; at++)
    for (let column = 1; column <= form.columns.length + 1; column++) sheet.getCell(at, column).border = BOX;
  sheet.mergeCells(from, 1, units, 1);
  box(from, 1, 'Đơn vị');
  for (const { title, row: depth, no, rows, columns } of heads.flat()) {
    if (rows > 1 || columns > 1) sheet.mergeCells(from + depth, no + 1, from + depth + rows - 1, no + columns);
    box(from + depth, no + 1, title);
  }
  box(units + 1, 1, 'MS', false);
  for (const { no, unit } of form.columns) {
    box(units, no + 1, unit, false);
    box(units + 1, no + 1, no, false);
  }
  heads.forEach((_, depth) => (sheet.getRow(from + depth).height = depth === heads.length - 1 ? 78 : 30));
  sheet.pageSetup.printTitlesRow = `${from}:${units + 1}`;
  return units + 2;
}

function row(sheet: Worksheet, { line, printed }: { line: FormLine; printed: PrintedForm }, at: number): void {
  const { form, head } = printed;
  const { cells, title, ordinal, kind } = line;
  const name = sheet.getCell(at, 1);
  name.value = `${ordinal ? `${ordinal}. ` : ''}${title || head.agency}`;
  name.font = { name: FONT, size: 10, bold: kind !== 'below' };
  name.alignment = { vertical: 'middle', wrapText: true };
  name.border = BOX;
  for (const { no } of form.columns) {
    const cell = sheet.getCell(at, no + 1);
    cell.value = valueText(cells[no - 1]?.value ?? null);
    cell.numFmt = '#,##0';
    cell.font = { name: FONT, size: 11 };
    cell.alignment = { horizontal: 'center', vertical: 'middle' };
    cell.border = BOX;
  }
  sheet.getRow(at).height = 34;
}

function footing(
  sheet: Worksheet,
  { printed: { identities, notices }, from, width }: { printed: PrintedForm; from: number; width: number },
): void {
  const line = (at: number, text: string, italic = false): void => {
    write(sheet, { at, from: 1, to: width, text, italic, size: 9, left: true });
    sheet.getRow(at).height = text.length > width * 14 ? 26 : 14;
  };
  const lines = [
    ...notices.map((notice) => [`Ghi chú: ${notice}`, true] as const),
    ['Dấu — : phần mềm chưa ghi nhận dữ liệu này hoặc người lập không được xem; không phải số 0.', true] as const,
    ['Kiểm tra công thức:', false] as const,
    ...identities.map((identity) => [identityLine(identity), false] as const),
  ];
  lines.forEach(([text, italic], place) => line(from + place, text, italic));
  const signed = from + lines.length + 1;
  const half = Math.floor(width / 2);
  write(sheet, { at: signed, from: 1, to: half, text: 'NGƯỜI LẬP BIỂU', bold: true });
  write(sheet, { at: signed, from: half + 1, to: width, text: 'THỦ TRƯỞNG ĐƠN VỊ', bold: true });
  write(sheet, { at: signed + 1, from: 1, to: half, text: '(Ký, họ tên)', italic: true });
  write(sheet, { at: signed + 1, from: half + 1, to: width, text: '(Ký, đóng dấu)', italic: true });
}
