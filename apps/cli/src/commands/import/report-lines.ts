import type { DryRunReport, RegisterReading } from '#libs/intake';

const SHOWN = 50;

/** A report for a person at the terminal. */
export function reportLines(report: DryRunReport): string[] {
  const place = ({ row, sheet }: { readonly row: number; readonly sheet?: string }): string =>
    sheet ? `${sheet}, dòng ${row}` : `dòng ${row}`;
  const listed = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0
      ? []
      : [
          '',
          `${title} (${lines.length}):`,
          ...lines.slice(0, SHOWN).map((line) => `  ${line}`),
          ...(lines.length > SHOWN ? [`  … và ${lines.length - SHOWN} dòng nữa (dùng --json để xem hết)`] : []),
        ];
  return [
    `Số dòng: ${report.rows}; không có gì phải xem lại: ${report.ready}; đăng ký được: ${report.petitions.length}`,
    ...listed(
      'Cần xem lại',
      report.attention.map((entry) => `${place(entry)}: ${entry.message} [${entry.code}]`),
    ),
    ...listed(
      'Giải từ bảng mã cũ',
      report.decoded.map((entry) => `${place(entry)}: ${entry.encoding}`),
    ),
    ...listed(
      'Có thể là đơn gửi lại',
      report.resends.map((pair) => `${place(pair)} của dòng ${pair.ofRow} (${pair.score}): ${pair.reasons.join(' ')}`),
    ),
  ];
}

export const batchLines = (batchId: string, registered: number): string[] => [
  '',
  `Đã đăng ký ${registered} đơn, đợt nhập ${batchId}.`,
  `Hoàn tác cả đợt: npm run -s cli -- import undo ${batchId} --reason "…"`,
];

const WHY = {
  header: 'dòng tiêu đề lặp lại',
  columnNumbers: 'dòng đánh số cột',
  groupTitle: 'dòng tiêu đề nhóm',
  total: 'dòng tổng cộng',
  signature: 'phần ký tên',
} as const;

/** What was in the file and is no petition: said to the person, so that nothing vanishes unseen. */
export const leftOutLines = ({ skipped, otherSheets }: Pick<RegisterReading, 'skipped' | 'otherSheets'>): string[] => [
  ...skipped.map(({ sheet, row, why }) => `Bỏ qua “${sheet}”, dòng ${row}: ${WHY[why]}.`),
  ...otherSheets.map((name) => `Không đọc trang “${name}”: trang ẩn hoặc không có dòng tiêu đề của sổ.`),
];
