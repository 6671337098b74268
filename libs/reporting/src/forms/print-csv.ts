import { formatDay } from '#libs/shared';
import { wordsOf } from './cells.js';
import { identityLine, valueText, type PrintedForm } from './printed.js';

const cell = (value: string | number): string => {
  const text = String(value);
  // A spreadsheet runs what begins like a formula.
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/** One line a column, so that it can be filtered and compared; with a byte order mark, without which Excel misreads Vietnamese. */
export function printCsv({ form, period, lines: own, identities, notices, head }: PrintedForm): Buffer {
  const lines: (string | number)[][] = [
    ['Biểu', form.code, form.title],
    ['Cơ quan', head.agency],
    ['Kỳ số liệu', formatDay(period.from), formatDay(period.to)],
    ...notices.map((notice) => ['Ghi chú', notice]),
    ['Cột', 'Nhóm', 'Tên cột', 'Đơn vị tính', ...own.map(({ title }) => title || 'Số liệu'), 'Cách đếm'],
    ...form.columns.map((column, place) => [
      ...[column.no, column.group.join(' › '), column.title, column.unit],
      ...[...own.map(({ cells }) => valueText(cells[place]?.value ?? null)), wordsOf(column)],
    ]),
    ...identities.map((identity) => ['Công thức', identityLine(identity)]),
  ];
  return Buffer.from(`\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`, 'utf8');
}
