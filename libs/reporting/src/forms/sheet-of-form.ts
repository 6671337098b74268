import {
  dateLine,
  issuerLines,
  MOTTO,
  NATION,
  SHEET_MARGIN,
  type Sheet,
  type SheetHead,
  type SheetText,
} from '#libs/documents';
import { formatDay } from '#libs/shared';
import type { FormLine } from './counted-form.js';
import { headsOf } from './heads.js';
import { fileWord, identityLine, knownText, type PrintedForm } from './printed.js';

/** Columns that are still legible on A4. */
const ON_A4 = 22;
const PAPERS = {
  A4: { width: 297, names: 46, headSize: 7.5, bodySize: 9 },
  A3: { width: 420, names: 72, headSize: 8.5, bodySize: 10.5 },
} as const;
const DASH_SAYS = 'Dấu —: phần mềm chưa ghi nhận dữ liệu này hoặc người lập không được xem; không phải số 0.';
const SUM_SAYS =
  'Dòng Tổng và các dòng cộng là tổng của từng cơ quan; vụ việc có ở hai cơ quan thì mỗi cơ quan tính một lần.';

/** A counted form as it is handed in; PDF and workbook are drawn from it. */
export function sheetOf(printed: PrintedForm): Sheet {
  const { form, lines } = printed;
  const paper = form.columns.length <= ON_A4 ? 'A4' : 'A3';
  const { width, names, headSize, bodySize } = PAPERS[paper];
  const each = (width - 2 * SHEET_MARGIN - names) / form.columns.length;
  const heads = headsOfSheet(printed);
  return {
    name: fileWord(form.code),
    title: `Biểu ${form.code}. ${form.title}`,
    ...{ paper, headSize, bodySize, heads: heads.cells, headRows: heads.rows },
    widths: [names, ...form.columns.map(() => each)],
    letterhead: letterheadOf(printed),
    heading: headingOf(printed),
    rows: lines.map(({ kind, cells, ...line }) => ({
      title: titleOf({ ...line, kind }, printed),
      strong: kind !== 'below',
      shaded: kind === 'total' && lines.length > 1,
      indent: kind === 'below' ? 1 : 0,
      values: cells.map(({ value }) => value),
    })),
    notes: notesOf(printed),
    dated: { text: `${printed.head.place}, ${dateLine(printed.head.madeOn)}`, size: 11, italic: true },
    signatures: [
      { title: 'NGƯỜI LẬP BIỂU', under: '(Ký, họ tên)' },
      { title: 'THỦ TRƯỞNG ĐƠN VỊ', under: '(Ký, đóng dấu, họ tên)' },
    ],
    footer: `Biểu ${form.code} do phần mềm Nghe Dân lập, số liệu biết đến ${knownText(printed.head.knownAt)}`,
  };
}

/** What a line is called on paper: `2. UBND xã An`. */
export const titleOf = (
  { ordinal, title }: Pick<FormLine, 'ordinal' | 'title' | 'kind'>,
  { head }: PrintedForm,
): string => `${ordinal ? `${ordinal}. ` : ''}${title || head.agency}`;

function letterheadOf({ form, head }: PrintedForm): Sheet['letterhead'] {
  const issuer = (name: string, bold: boolean): SheetText => ({
    ...{ text: issuerLines(name).toLocaleUpperCase('vi-VN'), size: 11, bold },
  });
  return {
    left: [
      ...(head.above ? [issuer(head.above, false)] : []),
      issuer(head.agency, true),
      { text: `Biểu số: ${form.code} (${form.circular})`, size: 10, italic: true },
    ],
    right: [
      { text: NATION, size: 11, bold: true },
      { text: MOTTO, size: 12, bold: true, underline: true },
    ],
  };
}

function headingOf({ form, period, head }: PrintedForm): readonly SheetText[] {
  const when = `Số liệu tính từ ngày ${formatDay(period.from)} đến ngày ${formatDay(period.to)}`;
  return [
    { text: form.title.toLocaleUpperCase('vi-VN'), size: 14, bold: true },
    { text: `${when}; biết đến ${knownText(head.knownAt)}`, size: 10.5, italic: true },
  ];
}

/** The headings, below them the units and the column numbers. */
function headsOfSheet({ form: { columns } }: PrintedForm): { readonly cells: SheetHead[]; readonly rows: number } {
  const heads = headsOf(columns);
  const units = heads.length;
  const small = (row: number, column: number, text: string): SheetHead => ({
    ...{ text, row, column, rows: 1, columns: 1, italic: true },
  });
  return {
    rows: units + 2,
    cells: [
      { text: 'Đơn vị', row: 0, column: 0, rows: units, columns: 1 },
      ...heads.flat().map(({ title, row, no, rows, columns: over }) => ({
        ...{ text: title, row, column: no, rows, columns: over },
      })),
      small(units, 0, 'Đơn vị tính'),
      small(units + 1, 0, 'MS'),
      ...columns.flatMap(({ no, unit }) => [small(units, no, unit), small(units + 1, no, `${no}`)]),
    ],
  };
}

function notesOf(printed: PrintedForm): readonly SheetText[] {
  const { notices, lines } = printed;
  return [
    ...notices.map((notice) => `Ghi chú: ${notice}`),
    DASH_SAYS,
    ...(lines.length > 1 ? [SUM_SAYS] : []),
    ...identityNotes(printed),
  ].map((text, place) => ({ text, size: 9, italic: true, bold: place === 0 }));
}

/** Which formulas hold everywhere, and each that does not, with its agency and its cases. */
function identityNotes({ lines, identities }: PrintedForm): readonly string[] {
  const leaves = lines.filter(({ kind }) => lines.length === 1 || kind === 'own' || kind === 'below');
  const failing = leaves.flatMap(({ title, identities: own }) =>
    own
      .filter(({ state }) => state === 'broken')
      .map((identity) => ({
        formula: identity.formula,
        says: `${lines.length > 1 ? `${title}: ` : ''}${identityLine(identity)}`,
      })),
  );
  const broken = new Set(failing.map(({ formula }) => formula));
  const told = (state: 'holds' | 'noData', words: string): string[] => {
    const formulas = identities.filter((one) => one.state === state && !broken.has(one.formula));
    return formulas.length === 0
      ? []
      : [`${words}: ${formulas.map(({ formula }) => formula.replaceAll('<=', ' ≤ ')).join('; ')}.`];
  };
  return [
    ...told('holds', lines.length > 1 ? 'Công thức khớp ở mọi dòng' : 'Công thức khớp'),
    ...told('noData', 'Công thức chưa có dữ liệu để so'),
    ...failing.map(({ says }) => says),
  ];
}
