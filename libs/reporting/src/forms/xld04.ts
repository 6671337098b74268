import type { Expression, FormColumn, ReportForm } from './form.js';
import { error } from './form.js';
import { intake, matters, OURS, OUTSIDE, STATE_NOTE } from './shared-columns.js';
import { TT01 } from './tt01-2024.js';

const column = (no: number, title: string, counts: Expression, ...group: readonly string[]): FormColumn => ({
  ...{ no, group, title, unit: 'vụ việc', counts },
});
const CONTENT = 'Phân loại vụ việc theo nội dung';
const STATE = 'Phân loại theo tình trạng giải quyết';

export const XLD04: ReportForm = {
  ...TT01,
  id: 'XLD04',
  code: '04/XLD',
  title: 'Kết quả xử lý đơn kiến nghị, phản ánh',
  columns: [
    ...intake('feedback'),
    column(9, 'Chế độ, chính sách', matters('feedback', 'policy'), CONTENT),
    column(10, 'Đất đai', matters('feedback', 'land'), CONTENT),
    column(11, 'Tư pháp', matters('feedback', 'judicial'), CONTENT),
    column(12, 'Khác', matters('feedback', 'notJudicialPolicyLand'), CONTENT),
    { ...column(13, 'Đã giải quyết', matters('feedback', 'answered'), STATE), note: STATE_NOTE },
    { ...column(14, 'Chưa giải quyết', matters('feedback', 'unanswered'), STATE), note: STATE_NOTE },
    column(15, 'Tổng số', matters('feedback', 'competent'), OURS),
    column(16, 'Tổng số', matters('feedback', 'outside'), OUTSIDE),
    {
      ...column(17, 'Chuyển đơn', matters('feedback', 'outside', 'guidedOrSent'), OUTSIDE),
      note: 'Gồm hướng dẫn và trả lại nơi chuyển, vì biểu không có cột riêng.',
    },
    column(18, 'Đôn đốc giải quyết', matters('feedback', 'outside', 'urged'), OUTSIDE),
    column(
      19,
      'Đã giải quyết',
      matters('feedback', 'competent', 'answered'),
      'Kết quả giải quyết đơn thuộc thẩm quyền',
    ),
    column(
      20,
      'Chưa giải quyết',
      matters('feedback', 'competent', 'unanswered'),
      'Kết quả giải quyết đơn thuộc thẩm quyền',
    ),
  ],
  identities: [
    error('1=2+3'),
    error('4=5+6'),
    error('8=9+10+11+12=13+14=15+16'),
    error('16=17+18'),
    error('15=19+20'),
    error('4<=1'),
    error('7<=4'),
    error('8<=7'),
  ],
};
