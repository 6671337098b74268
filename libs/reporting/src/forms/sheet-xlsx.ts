import { type PaperSize, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { headHeights, heightOf, type Sheet, SHEET_MARGIN, type SheetFormat, type SheetText } from '#libs/documents';

export const FONT = 'Times New Roman';
const THIN = { style: 'thin' } as const;
export const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN };
/** A3 is 8 in the file format; the library's list leaves it out. */
const PAPER_SIZES: Readonly<Record<Sheet['paper'], PaperSize>> = { A4: 9, A3: 8 as number as PaperSize };
const INCH = 25.4;
/** Where Times New Roman is not installed its stand-in is wider. */
const ELSEWHERE = 1.15;
const DASH = '—';
const NUMBERS: Readonly<Record<SheetFormat, string>> = { number: '#,##0', share: '0.0%', day: 'dd/mm/yyyy', text: '@' };

/** A workbook with a page for each sheet, and what `more` puts behind them. */
export async function workbookOf(
  sheets: readonly [Sheet, ...Sheet[]],
  more: (file: Workbook) => void = () => undefined,
): Promise<Buffer> {
  const file = new Workbook();
  file.title = sheets[0].title;
  file.creator = 'Nghe Dân';
  for (const sheet of sheets) addPage(file, sheet);
  more(file);
  return Buffer.from((await file.xlsx.writeBuffer()) as Uint8Array);
}

/** A sheet as it is handed in: letterhead, merged headings, figures as numbers. */
function addPage(file: Workbook, sheet: Sheet): void {
  const margin = SHEET_MARGIN / INCH;
  const page = file.addWorksheet(sheet.name, {
    pageSetup: {
      ...{ paperSize: PAPER_SIZES[sheet.paper], orientation: 'landscape', horizontalCentered: true },
      ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      margins: { left: margin, right: margin, top: margin, bottom: margin + 0.15, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddFooter: `&L&8&I${sheet.footer}&R&8Trang &P/&N` },
    views: [{ state: 'frozen', xSplit: 1, ySplit: 0 }],
  });
  sheet.widths.forEach((mm, place) => (page.getColumn(place + 1).width = charsOf(mm)));
  const headed = letterhead(page, sheet);
  const figures = headings(page, sheet, headed + 1);
  sheet.rows.forEach((_, place) => body(page, sheet, { place, at: figures + place }));
  footing(page, sheet, figures + sheet.rows.length);
}

/** Millimetres as the width of a column: characters of 7 pixels and 5 pixels between columns. */
const charsOf = (mm: number): number => Math.round((((mm / INCH) * 96 - 5) / 7) * 100) / 100;
const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);

interface Place {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly left?: boolean;
}
function write(
  page: Worksheet,
  { text, size, bold, italic, underline }: SheetText,
  { at, from, to, left }: Place,
): void {
  if (to > from) page.mergeCells(at, from, at, to);
  const cell = page.getCell(at, from);
  cell.value = text;
  cell.font = { name: FONT, size, bold: bold ?? false, italic: italic ?? false, underline: underline ?? false };
  cell.alignment = { horizontal: left ? 'left' : 'center', vertical: 'middle', wrapText: true };
}

/** Returns the last row above the table. */
function letterhead(page: Worksheet, { letterhead: { left, right }, heading, widths }: Sheet): number {
  const last = widths.length;
  // The left block takes some 42 % of the width.
  let half = 1;
  while (sum(widths.slice(0, half)) < sum(widths) * 0.42) half++;
  const rows = Math.max(left.length, right.length);
  for (let at = 1; at <= rows; at++) {
    const [one, other] = [left[at - 1], right[at - 1]];
    if (one) write(page, one, { at, from: 1, to: half });
    if (other) write(page, other, { at, from: half + 1, to: last });
    page.getRow(at).height = Math.max(
      ...[one, other].map((line) => (line ? heightOf(line.text, { mm: sum(widths) * 0.42, size: line.size }) : 0)),
    );
  }
  heading.forEach((line, place) => {
    write(page, line, { at: rows + 2 + place, from: 1, to: last });
    page.getRow(rows + 2 + place).height = heightOf(line.text, { mm: sum(widths), size: line.size }) + 2;
  });
  return rows + heading.length + 2;
}

/** Headings, units and column numbers; returns the first row of figures. */
function headings(page: Worksheet, sheet: Sheet, from: number): number {
  const { heads, headRows, headSize, widths } = sheet;
  for (let at = from; at < from + headRows; at++)
    for (let column = 1; column <= widths.length; column++) page.getCell(at, column).border = BOX;
  for (const { text, row, column, rows, columns, italic } of heads) {
    if (rows > 1 || columns > 1) page.mergeCells(from + row, column + 1, from + row + rows - 1, column + columns);
    const cell = page.getCell(from + row, column + 1);
    // Column numbers are numbers; headings and units are words.
    cell.value = /^\d+$/.test(text) ? Number(text) : text;
    cell.font = { name: FONT, size: headSize, bold: !italic, italic: italic ?? false };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  }
  headHeights(sheet, ELSEWHERE).forEach((height, place) => (page.getRow(from + place).height = height));
  page.pageSetup.printTitlesRow = `${from}:${from + headRows - 1}`;
  return from + headRows;
}

function body(page: Worksheet, sheet: Sheet, { place, at }: { place: number; at: number }): void {
  const { rows, widths, bodySize, formats = [] } = sheet;
  const { title, strong, shaded, indent, values } = rows[place]!;
  [title, ...values].forEach((value, column) => {
    const cell = page.getCell(at, column + 1);
    const format = column === 0 ? 'text' : (formats[column - 1] ?? 'number');
    cell.value = value === null ? DASH : format === 'day' ? new Date(`${value}T00:00:00Z`) : value;
    cell.numFmt = NUMBERS[format];
    cell.font = { name: FONT, size: bodySize, bold: strong };
    cell.border = BOX;
    if (shaded) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF2F6' } };
    if (column === 0) cell.alignment = { horizontal: 'left', vertical: 'middle', wrapText: true, indent };
    else
      cell.alignment = {
        horizontal: format === 'text' ? 'left' : 'center',
        vertical: 'middle',
        wrapText: format === 'text',
      };
  });
  const high = (text: string, mm: number): number => heightOf(text, { mm, size: bodySize, bold: strong });
  page.getRow(at).height = Math.max(
    ...[high(title, widths[0]! - indent * 3), bodySize * 1.7],
    ...values.map((value, column) =>
      formats[column] === 'text' && value !== null ? high(String(value), widths[column + 1]!) : 0,
    ),
  );
}

function footing(page: Worksheet, { notes, signatures, dated, widths }: Sheet, after: number): void {
  const last = widths.length;
  const wide = sum(widths);
  notes.forEach((note, place) => {
    write(page, note, { at: after + 1 + place, from: 1, to: last, left: true });
    page.getRow(after + 1 + place).height = heightOf(note.text, { mm: wide, size: note.size });
  });
  const signed = after + notes.length + 2;
  const half = Math.ceil(last / 2);
  write(page, dated, { at: signed, from: half + 1, to: last });
  signatures.forEach(({ title, under }, place) => {
    const [from, to] = place === 0 ? [1, half] : [half + 1, last];
    write(page, { text: title, size: 11, bold: true }, { at: signed + 1, from, to });
    write(page, { text: under, size: 10, italic: true }, { at: signed + 2, from, to });
  });
}
