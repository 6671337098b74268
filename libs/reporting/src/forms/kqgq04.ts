import type { ReportForm } from './form.js';
import { error } from './form.js';
import { unknown } from './shared-columns.js';
import { TT01 } from './tt01-2024.js';

const DUE = 'Phải thu hồi cho Nhà nước';
const TAKEN = 'Đã thu hồi cho Nhà nước';
const OWED = 'Phải trả';
const PAID = 'Đã trả';
const SANCTION = 'Đã xử lý hành chính';
const CHARGED = 'Đã khởi tố';
const BODIES = 'Tổ chức';
const PEOPLE = 'Cá nhân';
const COUNT = 'Số được trả';

export const KQGQ04: ReportForm = {
  ...TT01,
  id: 'KQGQ04',
  code: '04/KQGQ',
  title: 'Kết quả thực hiện kết luận nội dung tố cáo',
  columns: [
    {
      ...{ no: 1, group: ['Kết luận phải thực hiện'], title: 'Tổng số kết luận', unit: 'vụ việc' },
      counts: { of: 'cases', where: ['ofDenunciation', 'toCarryOut'] },
      carries: ['enforcement.denunciation'],
    },
    {
      ...{ no: 2, group: ['Kết luận phải thực hiện'], title: 'Đã thực hiện xong', unit: 'vụ việc' },
      counts: { of: 'cases', where: ['ofDenunciation', 'carriedOut'] },
    },
    ...unknown([
      [3, 'Tiền', 'trđ', DUE],
      [4, 'Đất', 'm²', DUE],
      [5, 'Tiền', 'trđ', TAKEN],
      [6, 'Đất', 'm²', TAKEN],
      [7, 'Số tổ chức', 'tổ chức', OWED, COUNT],
      [8, 'Số cá nhân', 'người', OWED, COUNT],
      [9, 'Tiền', 'trđ', OWED, BODIES],
      [10, 'Đất', 'm²', OWED, BODIES],
      [11, 'Tiền', 'trđ', OWED, PEOPLE],
      [12, 'Đất', 'm²', OWED, PEOPLE],
      [13, 'Số tổ chức', 'tổ chức', PAID, COUNT],
      [14, 'Số cá nhân', 'người', PAID, COUNT],
      [15, 'Tiền', 'trđ', PAID, BODIES],
      [16, 'Đất', 'm²', PAID, BODIES],
      [17, 'Tiền', 'trđ', PAID, PEOPLE],
      [18, 'Đất', 'm²', PAID, PEOPLE],
      [19, 'Số tổ chức', 'tổ chức', SANCTION],
      [20, 'Số cá nhân', 'người', SANCTION],
      [21, 'Trong đó: cán bộ, công chức, viên chức', 'người', SANCTION],
      [22, 'Số vụ', 'vụ việc', CHARGED],
      [23, 'Số đối tượng', 'người', CHARGED],
      [24, 'Trong đó: cán bộ, công chức, viên chức', 'người', CHARGED],
    ]),
  ],
  // The form prints none; this one follows from the headings.
  identities: [error('2<=1')],
};
