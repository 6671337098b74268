import type { LocalDate } from '#libs/shared';
import { formatDay } from '#libs/shared';
import { formVersions, type TypedValues } from '../rendering/index.js';
import type { FiledItem } from './papers.js';

/** One line of the index: what lies in the file, with page numbers that run through (bút lục). */
export interface IndexLine {
  readonly ref: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: LocalDate | null;
  readonly pages: number;
  readonly from: number;
  readonly to: number;
}

/** Names of files may hold a name: attachments are listed as what they are. */
export function numberedPages(items: readonly FiledItem[]): readonly IndexLine[] {
  let next = 1;
  return items.map(({ ref, form, number, date, pages }) => {
    const from = next;
    next += pages;
    const title = form ? (formVersions(form).at(-1)?.title ?? form) : 'Tài liệu kèm theo đơn';
    return { ref, title, number, date, pages, from, to: Math.max(from, next - 1) };
  });
}

const page = (number: number): string => String(number).padStart(2, '0');

/** What an index or a handover record starts with: the rows of the file, for the officer to look through. */
export function startOf(form: string, items: readonly FiledItem[]): TypedValues {
  const lines = numberedPages(items);
  const total = page(lines.at(-1)?.to ?? 0);
  if (form === 'FILE.INDEX')
    return {
      'Tài liệu trong hồ sơ': lines.map(({ title, number, date, from, to }) => ({
        'Tên tài liệu': title,
        'Số, ngày': [number, date && formatDay(date)].filter(Boolean).join(', '),
        'Bút lục từ': page(from),
        'Bút lục đến': page(to),
        'Ghi chú': '',
      })),
      'Tổng số tờ': total,
    };
  if (form === 'FILE.HANDOVER')
    return {
      'Tài liệu bàn giao': [
        { 'Tập hồ sơ': 'Hồ sơ giải quyết', 'Số tờ': total, 'Tình trạng': 'Đã đánh bút lục' },
        { 'Tập hồ sơ': 'Mục lục tài liệu', 'Số tờ': '01', 'Tình trạng': '' },
      ],
    };
  return {};
}
