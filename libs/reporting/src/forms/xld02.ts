import type { Expression, FormColumn, ReportForm } from './form.js';
import { error } from './form.js';
import { intake, matters, OURS, OUTSIDE, STATE_NOTE, unknown } from './shared-columns.js';
import { TT01 } from './tt01-2024.js';

const column = (no: number, title: string, counts: Expression, ...group: readonly string[]): FormColumn => ({
  ...{ no, group, title, unit: 'vụ việc', counts },
});
const CONTENT = 'Phân loại vụ việc theo nội dung';
const ADMINISTRATIVE = 'Lĩnh vực hành chính';
const STATE = 'Phân loại theo tình trạng giải quyết';

export const XLD02: ReportForm = {
  ...TT01,
  id: 'XLD02',
  code: '02/XLD',
  title: 'Kết quả xử lý đơn khiếu nại',
  columns: [
    ...intake('complaint'),
    column(9, 'Tổng số', matters('complaint', 'administrative'), CONTENT, ADMINISTRATIVE),
    column(10, 'Chế độ, chính sách', matters('complaint', 'policy'), CONTENT, ADMINISTRATIVE),
    column(11, 'Đất đai, nhà cửa', matters('complaint', 'land'), CONTENT, ADMINISTRATIVE),
    column(12, 'Khác', matters('complaint', 'otherThanPolicyLand'), CONTENT, ADMINISTRATIVE),
    column(13, 'Lĩnh vực tư pháp', matters('complaint', 'judicial'), CONTENT),
    column(14, 'Lĩnh vực Đảng, đoàn thể', matters('complaint', 'party'), CONTENT),
    column(15, 'Lĩnh vực khác', matters('complaint', 'elsewhere'), CONTENT),
    { ...column(16, 'Đã giải quyết lần đầu', matters('complaint', 'resolvedOnce'), STATE), note: STATE_NOTE },
    { ...column(17, 'Đã giải quyết lần hai', matters('complaint', 'resolvedAgain'), STATE), note: STATE_NOTE },
    ...unknown([[18, 'Đã có bản án của Tòa án', 'vụ việc', STATE]]),
    { ...column(19, 'Chưa giải quyết', matters('complaint', 'neverResolved'), STATE), note: STATE_NOTE },
    column(20, 'Tổng số', matters('complaint', 'competent'), OURS),
    column(21, 'Lần đầu', matters('complaint', 'competent', 'firstTime'), OURS),
    column(22, 'Lần hai', matters('complaint', 'competent', 'again'), OURS),
    column(23, 'Tổng số', matters('complaint', 'outside'), OUTSIDE),
    {
      ...column(24, 'Hướng dẫn', matters('complaint', 'outside', 'guidedOrSent'), OUTSIDE),
      note: 'Gồm chuyển đơn và trả lại nơi chuyển, vì biểu không có cột riêng.',
    },
    column(25, 'Đôn đốc giải quyết', matters('complaint', 'outside', 'urged'), OUTSIDE),
    ...unknown([[26, 'Văn bản phúc đáp nhận được', 'văn bản', OUTSIDE]]),
  ],
  identities: [
    error('1=2+3'),
    error('4=5+6'),
    error('9=10+11+12'),
    error('20=21+22'),
    error('23=24+25'),
    error('8=9+13+14+15=16+17+18+19=20+23'),
    error('4<=1'),
    error('7<=4'),
    error('8<=7'),
  ],
};
