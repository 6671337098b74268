import { formatDay } from '#libs/shared';
import type { ReportPeriod } from '../periods.js';
import type { FrozenReport } from './snapshot.js';

export interface OutlineSection {
  readonly heading: string;
  readonly lines: readonly string[];
}
export interface Outline {
  readonly title: string;
  readonly notice: string;
  readonly sections: readonly OutlineSection[];
}

/** The model of the text is known by its code alone; these headings are ours. */
const NOTICE =
  'Đề cương nội bộ do phần mềm lập từ số liệu của các biểu; mẫu đề cương của TT 06/2025/TT-TTCP chưa đối chiếu được.';
const FOR_THE_SIGNER = '…… (người lập báo cáo viết)';

/** `{12}` is the figure of that column of the form. */
const SECTIONS: readonly (readonly [heading: string, parts: readonly (readonly [form: string, words: string])[]])[] = [
  [
    'I. Tiếp công dân',
    [
      ['TCD01', 'Toàn kỳ tiếp {1} lượt với {2} người, {3} vụ việc.'],
      ['TCD01', 'Tiếp thường xuyên {4} lượt, {5} người; đoàn đông người {8} đoàn, {9} người.'],
      ['TCD01', 'Thủ trưởng tiếp {12} kỳ, {13} lượt, {14} người; ủy quyền tiếp {21} kỳ, {22} lượt, {23} người.'],
    ],
  ],
  [
    'II. Tiếp nhận, phân loại, xử lý đơn',
    [
      ['XLD01', 'Tổng số {1} đơn: kỳ trước chuyển sang {2}, tiếp nhận trong kỳ {3}. Đã xử lý {4}, chưa xử lý {5}.'],
      ['XLD01', 'Đủ điều kiện xử lý {6} đơn, {7} vụ việc: khiếu nại {8}, tố cáo {9}, kiến nghị, phản ánh {10}.'],
      ['XLD01', 'Thuộc thẩm quyền {14}; không thuộc thẩm quyền {18}: hướng dẫn {19}, chuyển đơn {20}, đôn đốc {21}.'],
    ],
  ],
  [
    'III. Giải quyết khiếu nại thuộc thẩm quyền',
    [
      [
        'KQGQ01',
        'Tổng số {1} đơn, {4} vụ việc; giải quyết bằng quyết định {5}, rút đơn qua giải thích, thuyết phục {6}.',
      ],
      ['KQGQ01', 'Lần đầu: đúng {20}, sai {21}, đúng một phần {22}. Lần hai: công nhận {23}, hủy, sửa {24}.'],
      ['KQGQ01', 'Đúng thời hạn {25}, không đúng thời hạn {26}.'],
    ],
  ],
  [
    'IV. Giải quyết tố cáo thuộc thẩm quyền',
    [
      ['KQGQ03', 'Tổng số {1} đơn, {4} vụ việc; đã giải quyết {6}.'],
      ['KQGQ03', 'Tố cáo đúng {24}, sai {26}, có đúng có sai {28}. Đúng hạn {30}, không đúng hạn {31}.'],
    ],
  ],
  [
    'V. Thi hành quyết định giải quyết khiếu nại, kết luận nội dung tố cáo',
    [
      ['KQGQ02', 'Quyết định giải quyết khiếu nại phải thực hiện {1}, đã xong {2}.'],
      ['KQGQ04', 'Kết luận nội dung tố cáo phải thực hiện {1}, đã xong {2}.'],
    ],
  ],
];

/** The text that goes with the figures, as far as figures tell it; what is judged is left to the signer. */
export function outlineOf(period: ReportPeriod, agency: string, reports: readonly FrozenReport[]): Outline {
  const byForm = new Map(reports.map((report) => [report.form.id, report]));
  const { title, from, to } = period;
  return {
    title: `Báo cáo công tác tiếp công dân, giải quyết khiếu nại, tố cáo ${title.charAt(0).toLowerCase()}${title.slice(1)} của ${agency}`,
    notice: `${NOTICE} Số liệu từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}. Dấu —: chưa ghi nhận hoặc người ký không được xem.`,
    sections: [
      ...SECTIONS.map(([heading, parts]) => ({
        heading,
        lines: parts.map(([form, words]) => filled(words, byForm.get(form))),
      })),
      { heading: 'VI. Nhận xét, đánh giá', lines: [FOR_THE_SIGNER] },
      { heading: 'VII. Phương hướng, nhiệm vụ kỳ tới; kiến nghị, đề xuất', lines: [FOR_THE_SIGNER] },
    ],
  };
}

function filled(words: string, report: FrozenReport | undefined): string {
  const cells = new Map(report?.lines.at(-1)?.cells.map(({ no, value }) => [String(no), value]));
  return words.replaceAll(/\{(\d+)\}/g, (_, no: string) => {
    const value = cells.get(no) ?? null;
    return value === null ? '—' : new Intl.NumberFormat('vi-VN').format(value);
  });
}
