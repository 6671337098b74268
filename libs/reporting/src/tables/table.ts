import {
  dateLine,
  issuerLines,
  MOTTO,
  NATION,
  SHEET_MARGIN,
  type Sheet,
  type SheetFormat,
  type SheetHead,
  type SheetText,
} from '#libs/documents';
import { headsOf } from '../forms/heads.js';
import { knownText, type Letterhead } from '../forms/printed.js';
import { workbookOf } from '../forms/sheet-xlsx.js';

export interface TableColumn {
  readonly group?: string;
  readonly title: string;
  readonly format: SheetFormat;
  /** Beside the others; a number is 1. */
  readonly wide?: number;
}
export interface TableRow {
  readonly title: string;
  readonly values: readonly (number | string | null)[];
  /** The sum of the others. */
  readonly total?: boolean;
}
/** A list or a table of figures that is no official form, as it goes to paper. */
export interface Table {
  /** Of the page of the workbook. */
  readonly name: string;
  readonly title: string;
  /** Period, filters: what the figures are of. */
  readonly when: string;
  /** Above the first column. */
  readonly first: string;
  /** Millimetres of the first column, where names are short. */
  readonly firstWide?: number;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly string[];
}

const ON_A4 = 14;
const PAPERS = {
  A4: { width: 297, names: 44, headSize: 8, bodySize: 9 },
  A3: { width: 420, names: 60, headSize: 8, bodySize: 9.5 },
} as const;
const USUAL: Readonly<Record<SheetFormat, number>> = { number: 1, share: 1, day: 1.4, text: 3 };
const DASH_SAYS = 'Dấu —: phần mềm chưa ghi nhận, hoặc không chia được; không phải số 0.';

/** Tables as one workbook, a page each, printed like the forms. */
export const tableWorkbook = (tables: readonly [Table, ...Table[]], head: Letterhead): Promise<Buffer> => {
  const [first, ...rest] = tables;
  return workbookOf([sheetOfTable(first, head), ...rest.map((table) => sheetOfTable(table, head))]);
};

function sheetOfTable(table: Table, head: Letterhead): Sheet {
  const { columns, rows, notes, title } = table;
  const widthOf = ({ format, wide }: TableColumn): number => wide ?? USUAL[format];
  const all = columns.reduce((sum, column) => sum + widthOf(column), 0);
  const paper = all <= ON_A4 ? 'A4' : 'A3';
  const { width, headSize, bodySize } = PAPERS[paper];
  const names = table.firstWide ?? PAPERS[paper].names;
  const room = width - 2 * SHEET_MARGIN - names;
  const heads = headsOfTable(table);
  return {
    ...{ name: table.name, title, paper, headSize, bodySize, heads: heads.cells, headRows: heads.rows },
    widths: [names, ...columns.map((column) => (room * widthOf(column)) / all)],
    letterhead: letterheadOf(head),
    heading: [
      { text: title.toLocaleUpperCase('vi-VN'), size: 14, bold: true },
      { text: `${table.when}; biết đến ${knownText(head.knownAt)}`, size: 10.5, italic: true },
    ],
    formats: columns.map(({ format }) => format),
    rows: rows.map(({ title: name, values, total = false }) => ({
      ...{ title: name, strong: total, shaded: total, indent: 0, values },
    })),
    notes: [...notes, DASH_SAYS].map((text) => ({ text, size: 9, italic: true })),
    dated: { text: `${head.place}, ${dateLine(head.madeOn)}`, size: 11, italic: true },
    signatures: [
      { title: 'NGƯỜI LẬP BẢNG', under: '(Ký, họ tên)' },
      { title: 'THỦ TRƯỞNG ĐƠN VỊ', under: '(Ký, đóng dấu, họ tên)' },
    ],
    footer: `${title}, do phần mềm Nghe Dân lập, số liệu biết đến ${knownText(head.knownAt)}`,
  };
}

function letterheadOf({ above, agency }: Letterhead): Sheet['letterhead'] {
  const issuer = (name: string, bold: boolean): SheetText => ({
    ...{ text: issuerLines(name).toLocaleUpperCase('vi-VN'), size: 11, bold },
  });
  return {
    left: [...(above ? [issuer(above, false)] : []), issuer(agency, true)],
    right: [
      { text: NATION, size: 11, bold: true },
      { text: MOTTO, size: 12, bold: true, underline: true },
    ],
  };
}

function headsOfTable({ columns, first }: Table): { readonly cells: SheetHead[]; readonly rows: number } {
  const heads = headsOf(
    columns.map(({ group, title }, place) => ({ no: place + 1, group: group === undefined ? [] : [group], title })),
  );
  return {
    rows: heads.length,
    cells: [
      { text: first, row: 0, column: 0, rows: heads.length, columns: 1 },
      ...heads.flat().map(({ title, row, no, rows, columns: over }) => ({
        ...{ text: title, row, column: no, rows, columns: over },
      })),
    ],
  };
}
