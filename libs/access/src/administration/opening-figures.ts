/** What is carried over, by group: the figures a report asks for in its “kỳ trước chuyển sang” columns. */
export interface OpeningCounter {
  readonly key: string;
  readonly group: 'petitions' | 'cases' | 'enforcement';
  readonly title: string;
}

export const OPENING_GROUPS = {
  petitions: 'Đơn kỳ trước chuyển sang, chưa xử lý xong',
  cases: 'Vụ việc thuộc thẩm quyền kỳ trước chuyển sang, chưa giải quyết xong',
  enforcement: 'Quyết định, kết luận kỳ trước chuyển sang, chưa thực hiện xong',
} as const;

export const OPENING_COUNTERS: readonly OpeningCounter[] = [
  { key: 'petitions.complaint', group: 'petitions', title: 'Đơn khiếu nại' },
  { key: 'petitions.denunciation', group: 'petitions', title: 'Đơn tố cáo' },
  { key: 'petitions.feedback', group: 'petitions', title: 'Đơn kiến nghị, phản ánh' },
  { key: 'cases.complaintFirst', group: 'cases', title: 'Vụ việc khiếu nại lần đầu' },
  { key: 'cases.complaintSecond', group: 'cases', title: 'Vụ việc khiếu nại lần hai' },
  { key: 'cases.denunciation', group: 'cases', title: 'Vụ việc tố cáo' },
  { key: 'cases.feedback', group: 'cases', title: 'Vụ việc kiến nghị, phản ánh' },
  { key: 'enforcement.complaint', group: 'enforcement', title: 'Quyết định giải quyết khiếu nại đã có hiệu lực' },
  { key: 'enforcement.denunciation', group: 'enforcement', title: 'Kết luận nội dung tố cáo' },
];

export type OpeningFigures = Readonly<Record<string, number>>;
const MOST = 1_000_000;

/** What is wrong with the figures, by counter; empty when every counter has a whole number. */
export function figuresFaults(figures: OpeningFigures): readonly { readonly key: string; readonly message: string }[] {
  const known = new Set(OPENING_COUNTERS.map(({ key }) => key));
  const strange = Object.keys(figures).filter((key) => !known.has(key));
  return [
    ...strange.map((key) => ({ key, message: 'không có trong danh sách số liệu' })),
    ...OPENING_COUNTERS.flatMap(({ key, title }) => {
      const number = figures[key];
      if (number === undefined) return [{ key, message: `“${title}” còn trống; không có thì ghi 0` }];
      return Number.isInteger(number) && number >= 0 && number <= MOST
        ? []
        : [{ key, message: `“${title}” phải là số nguyên từ 0 trở lên` }];
    }),
  ];
}
