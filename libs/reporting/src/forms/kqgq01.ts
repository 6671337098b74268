import type { Expression, FormColumn, ReportForm } from './form.js';
import { error, warning } from './form.js';
import { unknown } from './shared-columns.js';
import type { CaseTest } from './tests.js';
import { TT01 } from './tt01-2024.js';

const of = (...where: readonly CaseTest[]): Expression => ({ of: 'cases', where: ['ofComplaint', ...where] });
const petitions = (...then: readonly CaseTest[]): Expression => ({
  ...{ of: 'cases', where: ['ofComplaint', 'onHand'], oneOf: 'petition', then },
});
const column = (no: number, title: string, counts: Expression, ...group: readonly string[]): FormColumn => ({
  ...{ no, group, title, unit: 'vụ việc', counts },
});
const OLD = ['cases.complaintFirst', 'cases.complaintSecond'];
const OLD_NOTE = 'Số dư đầu kỳ ghi theo vụ việc: mỗi vụ việc tính một đơn.';
const PETITIONS = 'Đơn khiếu nại thuộc thẩm quyền';
const RESOLVED = 'Đã giải quyết';
const STATE = 'Kiến nghị thu hồi cho Nhà nước';
const BODIES = 'Trả lại cho tổ chức';
const PEOPLE = 'Trả lại cho cá nhân';
const SANCTION = 'Kiến nghị xử lý hành chính';
const POLICE = 'Chuyển cơ quan điều tra';
const FIRST = 'Kết quả giải quyết lần đầu';
const SECOND = 'Kết quả giải quyết lần hai';
const TIME = 'Chấp hành thời hạn giải quyết';

export const KQGQ01: ReportForm = {
  ...TT01,
  id: 'KQGQ01',
  code: '01/KQGQ',
  title: 'Kết quả giải quyết khiếu nại thuộc thẩm quyền',
  columns: [
    { ...column(1, 'Tổng số đơn', petitions(), PETITIONS), unit: 'đơn', carries: OLD, note: OLD_NOTE },
    {
      ...column(2, 'Kỳ trước chuyển sang', petitions('acceptedBefore'), PETITIONS),
      unit: 'đơn',
      carries: OLD,
      note: OLD_NOTE,
    },
    { ...column(3, 'Trong kỳ', petitions('accepted'), PETITIONS), unit: 'đơn' },
    { ...column(4, 'Tổng số vụ việc', of('onHand'), PETITIONS), carries: OLD },
    column(5, 'Bằng quyết định hành chính', of('onHand', 'decided'), RESOLVED),
    {
      ...column(6, 'Rút đơn thông qua giải thích, thuyết phục', of('onHand', 'discontinued'), RESOLVED),
      note: 'Gồm đình chỉ vì căn cứ khác của LKN Đ.11a k2, vì biểu không có cột riêng.',
    },
    ...unknown([
      [7, 'Tiền', 'trđ', STATE],
      [8, 'Đất', 'm²', STATE],
      [9, 'Tiền', 'trđ', BODIES],
      [10, 'Đất', 'm²', BODIES],
      [11, 'Tiền', 'trđ', PEOPLE],
      [12, 'Đất', 'm²', PEOPLE],
      [13, 'Số tổ chức được trả lại quyền lợi', 'tổ chức'],
      [14, 'Số cá nhân được trả lại quyền lợi', 'người'],
      [15, 'Tổng số người', 'người', SANCTION],
      [16, 'Trong đó: cán bộ, công chức, viên chức', 'người', SANCTION],
      [17, 'Số vụ', 'vụ việc', POLICE],
      [18, 'Số người', 'người', POLICE],
      [19, 'Trong đó: cán bộ, công chức, viên chức', 'người', POLICE],
    ]),
    column(20, 'Khiếu nại đúng', of('onHand', 'decided', 'firstTime', 'right'), FIRST),
    column(21, 'Khiếu nại sai', of('onHand', 'decided', 'firstTime', 'wrong'), FIRST),
    column(22, 'Khiếu nại đúng một phần', of('onHand', 'decided', 'firstTime', 'partlyRight'), FIRST),
    {
      ...column(23, 'Công nhận quyết định lần đầu', of('onHand', 'decided', 'again', 'wrong'), SECOND),
      note: 'Suy từ kết luận: khiếu nại lần hai sai thì quyết định lần đầu được công nhận.',
    },
    {
      ...column(24, 'Hủy, sửa quyết định lần đầu', of('onHand', 'decided', 'again', 'rightOrPartly'), SECOND),
      note: 'Suy từ kết luận: khiếu nại lần hai đúng toàn bộ hoặc một phần.',
    },
    column(25, 'Đúng thời hạn', of('onHand', 'ended', 'inTime'), TIME),
    column(26, 'Không đúng thời hạn', of('onHand', 'ended', 'late'), TIME),
  ],
  identities: [
    error('1=2+3'),
    error('5=20+21+22+23+24'),
    error('5<=4'),
    error('5+6<=4'),
    error('16<=15'),
    error('19<=18'),
    warning('25+26=5+6', 'Chưa rõ biểu gốc tính cột 25, 26 trên 5 + 6 hay chỉ trên 5.'),
  ],
};
