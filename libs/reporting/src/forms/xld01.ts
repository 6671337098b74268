import type { Expression, FormColumn, ReportForm } from './form.js';
import { error } from './form.js';
import { ELIGIBLE, OURS, OUTSIDE, RECEIVED, STATE_NOTE, unknown } from './shared-columns.js';
import type { PetitionTest } from './tests.js';
import { TT01 } from './tt01-2024.js';

const of = (...where: readonly PetitionTest[]): Expression => ({ of: 'petitions', where });
const eligible = (...then: readonly PetitionTest[]): Expression => of('handled', 'eligible', ...then);
const column = (no: number, title: string, counts: Expression, ...group: readonly string[]): FormColumn => ({
  ...{ no, group, title, unit: 'đơn', counts },
});
const OLD = ['petitions.complaint', 'petitions.denunciation', 'petitions.feedback'];
const CONTENT = 'Phân loại theo nội dung';
const STATE = 'Phân loại theo tình trạng giải quyết';

export const XLD01: ReportForm = {
  ...TT01,
  id: 'XLD01',
  code: '01/XLD',
  title: 'Tổng hợp kết quả xử lý đơn',
  columns: [
    { ...column(1, 'Tổng số đơn phải xử lý', of('inHand'), RECEIVED), carries: OLD },
    { ...column(2, 'Kỳ trước chuyển sang', of('inHand', 'receivedBefore'), RECEIVED), carries: OLD },
    column(3, 'Tiếp nhận trong kỳ', of('received'), RECEIVED),
    column(4, 'Đã xử lý', of('handled'), 'Xử lý'),
    { ...column(5, 'Chưa xử lý, chuyển kỳ sau', of('inHand', 'unhandled'), 'Xử lý'), carries: OLD },
    column(6, 'Số đơn', eligible(), ELIGIBLE),
    {
      ...{ no: 7, group: [ELIGIBLE], title: 'Số vụ việc', unit: 'vụ việc' },
      counts: { of: 'petitions', where: ['handled', 'eligible'], oneOf: 'matter' },
    },
    column(8, 'Khiếu nại', eligible('complaint'), CONTENT),
    column(9, 'Tố cáo', eligible('denunciation'), CONTENT),
    column(10, 'Kiến nghị, phản ánh', eligible('feedback'), CONTENT),
    { ...column(11, 'Đã giải quyết lần đầu', eligible('resolvedOnce'), STATE), note: STATE_NOTE },
    { ...column(12, 'Đã giải quyết nhiều lần', eligible('resolvedAgain'), STATE), note: STATE_NOTE },
    { ...column(13, 'Chưa giải quyết xong', eligible('neverResolved'), STATE), note: STATE_NOTE },
    column(14, 'Tổng số', eligible('competent'), OURS),
    column(15, 'Khiếu nại', eligible('competent', 'complaint'), OURS),
    column(16, 'Tố cáo', eligible('competent', 'denunciation'), OURS),
    column(17, 'Kiến nghị, phản ánh', eligible('competent', 'feedback'), OURS),
    column(18, 'Tổng số', eligible('outside'), OUTSIDE),
    column(19, 'Hướng dẫn', eligible('outside', 'guided'), OUTSIDE),
    {
      ...column(20, 'Chuyển đơn', eligible('outside', 'sent'), OUTSIDE),
      note: 'Gồm trả lại nơi chuyển và chuyển cơ quan điều tra, vì biểu không có cột riêng.',
    },
    column(21, 'Đôn đốc giải quyết', eligible('outside', 'urged'), OUTSIDE),
    ...unknown([[22, 'Văn bản phúc đáp nhận được do chuyển đơn', 'văn bản']]),
  ],
  identities: [
    error('1=2+3=4+5'),
    error('6=8+9+10=11+12+13=14+18'),
    error('14=15+16+17'),
    error('18=19+20+21'),
    error('6<=4'),
    error('7<=6'),
  ],
};
