import type { Expression, FormColumn, ReportForm } from './form.js';
import { error, warning } from './form.js';
import { unknown } from './shared-columns.js';
import type { CaseTest } from './tests.js';
import { TT01 } from './tt01-2024.js';

const of = (...where: readonly CaseTest[]): Expression => ({
  of: 'cases',
  where: ['ofDenunciation', 'onHand', ...where],
});
const petitions = (...then: readonly CaseTest[]): Expression => ({
  ...{ of: 'cases', where: ['ofDenunciation', 'onHand'], oneOf: 'petition', then },
});
const column = (no: number, title: string, counts: Expression, ...group: readonly string[]): FormColumn => ({
  ...{ no, group, title, unit: 'vụ việc', counts },
});
const OLD = ['cases.denunciation'];
const OLD_NOTE = 'Số dư đầu kỳ ghi theo vụ việc: mỗi vụ việc tính một đơn.';
const PETITIONS = 'Đơn tố cáo thuộc thẩm quyền';
const MATTERS = 'Vụ việc tố cáo thuộc thẩm quyền';
const RESOLVED = 'Đã giải quyết';
const STATE = 'Kiến nghị thu hồi cho Nhà nước';
const BODIES = 'Trả lại cho tổ chức';
const PEOPLE = 'Trả lại cho cá nhân';
const SANCTION = 'Kiến nghị xử lý hành chính';
const POLICE = 'Chuyển cơ quan điều tra';
const RESULT = 'Kết quả giải quyết';
const TIME = 'Chấp hành thời hạn giải quyết';

export const KQGQ03: ReportForm = {
  ...TT01,
  id: 'KQGQ03',
  code: '03/KQGQ',
  title: 'Kết quả giải quyết tố cáo thuộc thẩm quyền',
  notice: `${TT01.notice} Các cột theo bố cục của TT 02/2021/TT-TTCP; bản của TT 01/2024 chưa có.`,
  columns: [
    { ...column(1, 'Tổng số đơn', petitions(), PETITIONS), unit: 'đơn', carries: OLD, note: OLD_NOTE },
    {
      ...column(2, 'Kỳ trước chuyển sang', petitions('acceptedBefore'), PETITIONS),
      unit: 'đơn',
      carries: OLD,
      note: OLD_NOTE,
    },
    { ...column(3, 'Trong kỳ', petitions('accepted'), PETITIONS), unit: 'đơn' },
    { ...column(4, 'Tổng số vụ việc', of(), MATTERS), carries: OLD },
    column(5, 'Trong đó: tố cáo tiếp', of('again'), MATTERS),
    column(6, 'Tổng số', of('ended'), RESOLVED),
    column(7, 'Vụ việc lần đầu', of('decided', 'firstTime'), RESOLVED),
    column(8, 'Vụ việc tố cáo tiếp', of('decided', 'again'), RESOLVED),
    column(9, 'Rút toàn bộ nội dung tố cáo', of('withdrawn'), RESOLVED),
    column(10, 'Đình chỉ không do rút tố cáo', of('endedOtherwise'), RESOLVED),
    ...unknown([
      [11, 'Tiền', 'trđ', STATE],
      [12, 'Đất', 'm²', STATE],
      [13, 'Tiền', 'trđ', BODIES],
      [14, 'Đất', 'm²', BODIES],
      [15, 'Tiền', 'trđ', PEOPLE],
      [16, 'Đất', 'm²', PEOPLE],
      [17, 'Số tổ chức được trả lại quyền lợi', 'tổ chức'],
      [18, 'Số cá nhân được trả lại quyền lợi', 'người'],
      [19, 'Tổng số người', 'người', SANCTION],
      [20, 'Trong đó: cán bộ, công chức, viên chức', 'người', SANCTION],
    ]),
    {
      ...column(21, 'Số vụ', { of: 'cases', where: ['ofDenunciation', 'toInvestigation'] }, POLICE),
      note: 'Hồ sơ có bước chuyển cơ quan điều tra trong kỳ.',
    },
    ...unknown([
      [22, 'Số đối tượng', 'người', POLICE],
      [23, 'Trong đó: cán bộ, công chức, viên chức', 'người', POLICE],
    ]),
    column(24, 'Tố cáo đúng', of('decided', 'right'), RESULT),
    column(25, 'Trong đó: tố cáo tiếp đúng', of('decided', 'right', 'again'), RESULT),
    column(26, 'Tố cáo sai', of('decided', 'wrong'), RESULT),
    column(27, 'Trong đó: tố cáo tiếp sai', of('decided', 'wrong', 'again'), RESULT),
    column(28, 'Tố cáo có đúng, có sai', of('decided', 'partlyRight'), RESULT),
    column(29, 'Trong đó: tố cáo tiếp có đúng, có sai', of('decided', 'partlyRight', 'again'), RESULT),
    column(30, 'Đúng thời hạn', of('ended', 'inTime'), TIME),
    column(31, 'Không đúng thời hạn', of('ended', 'late'), TIME),
  ],
  identities: [
    error('1=2+3'),
    error('6=7+8+9+10=30+31'),
    error('8=25+27+29'),
    error('5<=4'),
    error('6<=4'),
    error('25<=24'),
    error('27<=26'),
    error('29<=28'),
    warning(
      '24+26+28=6',
      'Công thức của biểu buộc vụ việc rút, đình chỉ (cột 9, 10) cũng phải có kết luận đúng, sai: chỗ chưa rõ của bản chép lại.',
    ),
  ],
};
