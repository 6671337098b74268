import { foldText } from '../text/fold.js';
import type { Sheet, SheetCell, SheetRow } from './sheet.js';

export const COLUMNS = [
  'ordinal',
  'oldNumber',
  'receivedOn',
  'channel',
  'name',
  'nameAndAddress',
  'personalId',
  'sex',
  'birth',
  'phone',
  'address',
  'type',
  'field',
  'content',
  'respondent',
  'acceptedOn',
  'note',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Headings as registers write them, folded. The first column of a sheet that carries a heading wins. */
const SYNONYMS: Readonly<Record<Column, string>> = {
  ordinal: 'stt|tt|so tt|so thu tu',
  oldNumber: 'so dang ky|so don|so den|so vao so|so thu ly|so ho so|so ky hieu|so vb den',
  receivedOn:
    'ngay nhan|ngay tiep nhan|ngay den|ngay nhan don|ngay tiep nhan don|ngay thang|ngay thang nam|ngay vao so|ngay|ngay thang nhan don|thoi gian nhan|thoi gian tiep nhan|ngay tiep|ngay thang nam nhan don',
  channel:
    'nguon don|nguon|hinh thuc|hinh thuc nhan|hinh thuc tiep nhan|kenh tiep nhan|noi chuyen den|don vi chuyen|co quan chuyen den|nguon tiep nhan',
  name: 'ho ten|ho va ten|ho ten nguoi gui|ho va ten nguoi gui|nguoi gui|nguoi gui don|ten nguoi gui|nguoi khieu nai|nguoi lam don|ten cong dan|ho ten cong dan|cong dan|ho va ten nguoi gui don|ho ten nguoi gui don|ho va ten cong dan|nguoi dung don|ho ten nguoi khieu nai to cao|ho ten nguoi kn tc|ho va ten nguoi lam don|chu don',
  nameAndAddress:
    'ho ten dia chi|ho va ten dia chi|ho ten va dia chi|ten dia chi|ho ten dia chi nguoi gui|ho ten dia chi nguoi gui don|ho ten dia chi cmnd|ho ten dia chi nguoi khieu nai to cao|ho va ten dia chi nguoi gui don|ho ten dia chi cua nguoi kn tc|ho ten dia chi cong dan',
  personalId:
    'so cccd|cccd|cmnd|so cmnd|so cccd cmnd|cccd cmnd|cmnd cccd|so cmnd cccd|so dinh danh|so dinh danh ca nhan|can cuoc|so can cuoc|so can cuoc cong dan|so giay to|giay to tuy than|so cmnd cccd ho chieu|can cuoc cong dan|cmnd ho chieu',
  sex: 'gioi tinh|nam nu',
  birth: 'nam sinh|ngay sinh|ngay thang nam sinh',
  phone: 'dien thoai|so dien thoai|sdt|dt|so dt|lien he',
  address:
    'dia chi|noi o|cho o|noi cu tru|noi thuong tru|dia chi nguoi gui|dia chi thuong tru|ho khau thuong tru|dia chi nguoi gui don|dia chi lien he|que quan',
  type: 'loai don|loai|phan loai|phan loai don|loai don thu|the loai|loai vu viec',
  field: 'linh vuc|nganh|linh vuc giai quyet|nhom linh vuc',
  content:
    'noi dung|noi dung don|noi dung vu viec|trich yeu|tom tat noi dung|noi dung tom tat|tom tat|trich yeu noi dung|noi dung don thu|tom tat noi dung don|noi dung khieu nai to cao|noi dung phan anh|noi dung su viec',
  respondent:
    'nguoi bi khieu nai|nguoi bi to cao|nguoi bi kn tc|nguoi bi khieu nai to cao|doi tuong bi khieu nai to cao',
  acceptedOn: 'ngay thu ly|thu ly|ngay thang thu ly',
  note: 'ghi chu|ghi chu them|chu thich',
};
const BY_HEADING: ReadonlyMap<string, Column> = new Map(
  COLUMNS.flatMap((column) => SYNONYMS[column].split('|').map((heading) => [heading, column] as const)),
);

export interface Header {
  /** Rows are read after this row number. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<Column, number>;
}

const headingOf = (text: string): Column | null => {
  const bare = foldText(text.replace(/\([^)]*\)/g, ' ').replace(/\*/g, ' '));
  return bare.length > 60 ? null : (BY_HEADING.get(bare) ?? BY_HEADING.get(bare.replace(/^(cot|muc) /, '')) ?? null);
};

function columnsOf(texts: ReadonlyMap<number, readonly string[]>): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const [number, candidates] of [...texts].sort(([a], [b]) => a - b)) {
    const column = candidates.map(headingOf).find((c): c is Column => c !== null && !found.has(c));
    if (column) found.set(column, number);
  }
  return found;
}

const ownText = (cell: SheetCell | undefined): string[] => (cell && cell.text.trim() !== '' ? [cell.text] : []);

/** Headings of one row, or of two where a group heading stands above (`Người gửi đơn` over `Họ tên`, `Địa chỉ`). */
function headingsAt(row: SheetRow, above: SheetRow | undefined): Map<Column, number> {
  const texts = new Map<number, string[]>();
  for (const [column, cell] of row.cells) texts.set(column, ownText(cell));
  for (const [column, cell] of above?.cells ?? []) {
    const below = texts.get(column) ?? [];
    const joined = below[0] ? [`${cell.text} ${below[0]}`, `${below[0]} ${cell.text}`] : [];
    texts.set(column, [...below, ...ownText(cell), ...joined]);
  }
  return columnsOf(texts);
}

const isHeader = (columns: ReadonlyMap<Column, number>): boolean =>
  columns.size >= 3 && (columns.has('content') || columns.has('name') || columns.has('nameAndAddress'));

/** The header of a sheet, wherever in its first 60 rows it stands; null for a sheet that is not a register. */
export function findHeader(sheet: Sheet): Header | null {
  let best: Header | null = null;
  const top = sheet.rows.slice(0, 60);
  top.forEach((row, i) => {
    const above = top[i - 1]?.number === row.number - 1 ? top[i - 1] : undefined;
    for (const columns of [headingsAt(row, undefined), headingsAt(row, above)]) {
      if (isHeader(columns) && columns.size > (best?.columns.size ?? 0)) best = { lastRow: row.number, columns };
    }
  });
  return best;
}

/** A header printed again on each page of the book. */
export function repeatsHeader(row: SheetRow, header: Header): boolean {
  const again = [...header.columns].filter(
    ([column, number]) => headingOf(row.cells.get(number)?.text ?? '') === column,
  );
  return again.length >= Math.min(3, header.columns.size);
}
