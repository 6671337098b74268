import { dateLine, issuerLines, SHEET_MARGIN, type Sheet } from '#libs/documents';
import type { RegisterLine, RegisterPage } from '#libs/reception';
import { dayOf, formatDay, type LocalDate } from '#libs/shared';

const A4 = 297;
/** Shares of the width, column by column. */
const SHARES: Readonly<Record<RegisterPage['book']['form'], readonly number[]>> = {
  '03/TCD': [4, 8, 13, 10, 14, 7, 6, 8, 7, 9, 9, 10, 5],
  'LTCD Đ.25 k2': [4, 9, 15, 16, 20, 14, 10, 14],
};

const MASKED_BY: Readonly<Record<RegisterPage['book']['form'], string>> = {
  '03/TCD': 'NĐ154 Đ.12 k2; LTC Đ.8 k3',
  'LTCD Đ.25 k2': 'LTC Đ.8 k3',
};

/** The reception book of a period as it goes to paper; its cells are the words of the book, masked where they are there. */
export function registerSheet(
  { agency, book: { form, title, citation, columns } }: RegisterPage,
  {
    lines,
    from,
    to,
    madeAt,
  }: {
    readonly lines: readonly RegisterLine[];
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly madeAt: Date;
  },
): Sheet {
  const shares = SHARES[form];
  const all = shares.reduce((sum, share) => sum + share, 0);
  return {
    ...{ name: 'Sổ tiếp công dân', title, paper: 'A4', headSize: 9, bodySize: 10, headRows: 2 },
    widths: shares.map((share) => ((A4 - 2 * SHEET_MARGIN) * share) / all),
    letterhead: {
      left: [{ text: issuerLines(agency.name).toLocaleUpperCase('vi-VN'), size: 11, bold: true }],
      right: [{ text: form === '03/TCD' ? `Mẫu số ${form}` : form, size: 11, italic: true }],
    },
    heading: [
      { text: title.toLocaleUpperCase('vi-VN'), size: 14, bold: true },
      { text: `Từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}; ${lines.length} lượt`, size: 11, italic: true },
    ],
    heads: columns.flatMap(({ no, title: text }) => [
      { text, row: 0, column: no - 1, rows: 1, columns: 1 },
      { text: String(no), row: 1, column: no - 1, rows: 1, columns: 1, italic: true },
    ]),
    formats: columns.slice(1).map(() => 'text'),
    rows: lines.map(({ cells: [number = '', ...values] }) => ({
      ...{ title: number, strong: false, shaded: false, indent: 0, values },
    })),
    notes: [{ text: `Căn cứ: ${citation}. Người tố cáo ghi “Bảo mật” (${MASKED_BY[form]}).`, size: 9, italic: true }],
    dated: { text: `…………, ${dateLine(dayOf(madeAt))}`, size: 11, italic: true },
    signatures: [
      { title: ' ', under: ' ' },
      { title: 'NGƯỜI GHI SỔ', under: '(Ký, ghi rõ họ tên)' },
    ],
    footer: 'Sổ tiếp công dân, do phần mềm Nghe Dân lập',
  };
}
