import type { Expression, FormColumn, ReportForm } from './form.js';
import { error } from './form.js';
import { intake, matters, OURS, OUTSIDE, unknown } from './shared-columns.js';
import { TT01 } from './tt01-2024.js';

const column = (no: number, title: string, counts: Expression, ...group: readonly string[]): FormColumn => ({
  ...{ no, group, title, unit: 'vụ việc', counts },
});
const CONTENT = 'Phân loại vụ việc theo nội dung';
const ADMINISTRATIVE = 'Lĩnh vực hành chính';
const STATE = 'Phân loại theo tình trạng giải quyết';
const AGAIN = 'Tố cáo tiếp';

export const XLD03: ReportForm = {
  ...TT01,
  id: 'XLD03',
  code: '03/XLD',
  title: 'Kết quả xử lý đơn tố cáo',
  columns: [
    ...intake('denunciation'),
    column(9, 'Tổng số', matters('denunciation', 'administrative'), CONTENT, ADMINISTRATIVE),
    column(10, 'Chế độ, chính sách', matters('denunciation', 'policy'), CONTENT, ADMINISTRATIVE),
    column(11, 'Đất đai, nhà cửa', matters('denunciation', 'land'), CONTENT, ADMINISTRATIVE),
    column(12, 'Công chức, công vụ', matters('denunciation', 'office'), CONTENT, ADMINISTRATIVE),
    column(13, 'Khác', matters('denunciation', 'otherThanPolicyLandOffice'), CONTENT, ADMINISTRATIVE),
    ...unknown([[14, 'Tham nhũng', 'vụ việc', CONTENT]]),
    column(15, 'Lĩnh vực tư pháp', matters('denunciation', 'judicial'), CONTENT),
    column(16, 'Lĩnh vực Đảng, đoàn thể', matters('denunciation', 'party'), CONTENT),
    column(17, 'Lĩnh vực khác', matters('denunciation', 'elsewhere'), CONTENT),
    column(18, 'Quá hạn chưa giải quyết', matters('denunciation', 'againForLateness'), STATE, AGAIN),
    column(19, 'Đã có kết luận giải quyết', matters('denunciation', 'againAfterConclusion'), STATE, AGAIN),
    {
      ...column(20, 'Chưa giải quyết', matters('denunciation', 'firstTime'), STATE),
      note: 'Mọi tố cáo lần đầu, kể cả đã có kết luận trong kỳ: biểu xếp theo tình trạng khi nhận, không có cột khác.',
    },
    column(21, 'Tổng số', matters('denunciation', 'competent'), OURS),
    column(22, 'Lần đầu', matters('denunciation', 'competent', 'firstTime'), OURS),
    column(23, 'Tố cáo tiếp', matters('denunciation', 'competent', 'again'), OURS),
    column(24, 'Tổng số', matters('denunciation', 'outside'), OUTSIDE),
    {
      ...column(25, 'Chuyển đơn', matters('denunciation', 'outside', 'guidedOrSent'), OUTSIDE),
      note: 'Gồm hướng dẫn người đến tố cáo trực tiếp, vì biểu không có cột riêng.',
    },
    column(26, 'Đôn đốc giải quyết', matters('denunciation', 'outside', 'urged'), OUTSIDE),
    ...unknown([[27, 'Văn bản phúc đáp nhận được', 'văn bản', OUTSIDE]]),
  ],
  identities: [
    error('1=2+3'),
    error('4=5+6'),
    error('8=9+14+15+16+17=18+19+20=21+24'),
    error('9=10+11+12+13'),
    error('21=22+23'),
    error('24=25+26'),
    error('4<=1'),
    error('7<=4'),
    error('8<=7'),
  ],
};
