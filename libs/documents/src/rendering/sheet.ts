import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js';
import { makePdf, MM } from './make-pdf.js';
import { headHeights, heightOf } from './sheet-heights.js';

/** A line of text of a sheet. */
export interface SheetText {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
}
/** A heading of the table: where it stands and how much it covers, from 0. */
export interface SheetHead {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly italic?: boolean;
}
/** How the values of a column are written in a workbook: a share is a number of one, a day a day; text stays text. */
export type SheetFormat = 'number' | 'share' | 'day' | 'text';
export interface SheetRow {
  readonly title: string;
  readonly strong: boolean;
  readonly shaded: boolean;
  readonly indent: number;
  /** `null` is printed “—”. */
  readonly values: readonly (number | string | null)[];
}
/** A wide table on paper, as data: what prints it as PDF and as a workbook reads the same. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly paper: 'A4' | 'A3';
  /** Millimetres; the first is the column of names. */
  readonly widths: readonly number[];
  readonly letterhead: { readonly left: readonly SheetText[]; readonly right: readonly SheetText[] };
  readonly heading: readonly SheetText[];
  readonly headRows: number;
  readonly headSize: number;
  readonly bodySize: number;
  readonly heads: readonly SheetHead[];
  /** Of the values, column by column; all are numbers where it is not said. */
  readonly formats?: readonly SheetFormat[];
  readonly rows: readonly SheetRow[];
  readonly notes: readonly SheetText[];
  /** Day and place, above the last signature. */
  readonly dated: SheetText;
  readonly signatures: readonly { readonly title: string; readonly under: string }[];
  readonly footer: string;
}

export const SHEET_MARGIN = 10;
const DASH = '—';
const number = new Intl.NumberFormat('vi-VN');
const PAD = 1.5;
/** Known to pdfmake, not yet to its types. */
const MIDDLE: object = { verticalAlignment: 'middle' };
const text = ({ text: words, size, bold, italic, underline }: SheetText): Content => ({
  ...{ text: words, fontSize: size, bold: bold ?? false, italics: italic ?? false },
  ...(underline ? { decoration: 'underline' as const } : {}),
});

/** The sheet as PDF, landscape; its headings stand on every page. */
export function printSheet(sheet: Sheet): Promise<Buffer> {
  const { letterhead, heading, notes, signatures, dated } = sheet;
  const centred = (lines: readonly SheetText[], width: string): Content & { width: string } => ({
    ...{ width, alignment: 'center', stack: lines.map(text) },
  });
  return makePdf({
    pageSize: sheet.paper,
    pageOrientation: 'landscape',
    pageMargins: [SHEET_MARGIN * MM, SHEET_MARGIN * MM, SHEET_MARGIN * MM, (SHEET_MARGIN + 3) * MM],
    defaultStyle: { font: 'Tinos', lineHeight: 1.05 },
    info: { title: sheet.title, creator: 'Nghe Dân', producer: 'Nghe Dân' },
    footer: (page: number, pages: number) => ({
      margin: [SHEET_MARGIN * MM, 6, SHEET_MARGIN * MM, 0],
      columns: [
        { text: sheet.footer, fontSize: 8, italics: true },
        { text: `Trang ${page}/${pages}`, fontSize: 8, alignment: 'right' },
      ],
    }),
    content: [
      { columns: [centred(letterhead.left, '42%'), centred(letterhead.right, '58%')] },
      { alignment: 'center', stack: heading.map(text), margin: [0, 8, 0, 5] },
      table(sheet),
      { stack: notes.map(text), margin: [0, 4, 0, 4] },
      {
        unbreakable: true,
        stack: [
          { columns: [{ width: '50%', text: '' }, centred([dated], '50%')] },
          {
            columns: signatures.map(({ title, under }) =>
              centred(
                [
                  { text: title, size: 11, bold: true },
                  { text: under, size: 10, italic: true },
                ],
                `${100 / signatures.length}%`,
              ),
            ),
          },
          // Room for the hand that signs.
          { text: ' ', fontSize: 1, margin: [0, 0, 0, 18] },
        ],
      },
    ],
  });
}

/** What a heading keeps free above itself to stand in the middle; pdfmake does not centre what spans rows. */
function gapAbove(sheet: Sheet, { text: words, row, column, rows, columns, italic }: SheetHead): number {
  const add = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const mm = add(sheet.widths.slice(column, column + columns));
  const needed = heightOf(words, { mm, size: sheet.headSize, bold: !italic });
  return Math.max(0, (add(headHeights(sheet).slice(row, row + rows)) - needed) / 2);
}

function table(sheet: Sheet): ContentTable {
  const { widths, headRows, headSize, bodySize, heads, rows } = sheet;
  const heights = headHeights(sheet);
  const head: TableCell[][] = Array.from({ length: headRows }, () => widths.map(() => ''));
  for (const { text: words, row, column, rows: down, columns, italic } of heads)
    head[row]![column] = {
      ...{ text: words, rowSpan: down, colSpan: columns, alignment: 'center' },
      margin: [0, gapAbove(sheet, { text: words, row, column, rows: down, columns, italic: italic ?? false }), 0, 0],
      ...{ fontSize: headSize, bold: !italic, italics: italic ?? false },
    };
  return {
    table: {
      ...{ headerRows: headRows, dontBreakRows: true, keepWithHeaderRows: 1 },
      heights: (row) => (row < headRows ? heights[row]! - 2 * PAD : 'auto'),
      widths: widths.map((mm) => mm * MM - 2 * PAD - 0.5),
      body: [
        ...head,
        ...rows.map(({ title, strong, shaded, indent, values }) => {
          const common = { ...MIDDLE, fontSize: bodySize, bold: strong, ...(shaded ? { fillColor: '#eef2f6' } : {}) };
          return [
            { ...common, text: title, margin: [indent * 6, 0, 0, 0] },
            ...values.map((value) => ({
              ...{ ...common, alignment: 'center' },
              text: value === null ? DASH : typeof value === 'number' ? number.format(value) : value,
            })),
          ] as TableCell[];
        }),
      ],
    },
    layout: {
      ...{ hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
      ...{ paddingLeft: () => PAD, paddingRight: () => PAD, paddingTop: () => 1.5, paddingBottom: () => 1.5 },
    },
  };
}
