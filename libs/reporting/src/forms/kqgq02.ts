import type { ReportForm } from './form.js';
import { error } from './form.js';
import { unknown } from './shared-columns.js';
import { TT01 } from './tt01-2024.js';

const DUE = 'Phải thu cho Nhà nước';
const TAKEN = 'Đã thu cho Nhà nước';
const OWED = 'Phải trả';
const PAID = 'Đã trả';
const SANCTION = 'Đã xử lý hành chính';
const CHARGED = 'Đã khởi tố';
const BODIES = 'Tổ chức';
const PEOPLE = 'Cá nhân';

export const KQGQ02: ReportForm = {
  ...TT01,
  id: 'KQGQ02',
  code: '02/KQGQ',
  title: 'Kết quả thi hành quyết định giải quyết khiếu nại',
  columns: [
    {
      ...{ no: 1, group: ['Quyết định phải thực hiện'], title: 'Tổng số quyết định', unit: 'vụ việc' },
      counts: { of: 'cases', where: ['ofComplaint', 'toCarryOut'] },
      carries: ['enforcement.complaint'],
    },
    {
      ...{ no: 2, group: ['Quyết định phải thực hiện'], title: 'Đã thực hiện xong', unit: 'vụ việc' },
      counts: { of: 'cases', where: ['ofComplaint', 'carriedOut'] },
    },
    ...unknown([
      [3, 'Tiền', 'trđ', DUE],
      [4, 'Đất', 'm²', DUE],
      [5, 'Tiền', 'trđ', TAKEN],
      [6, 'Đất', 'm²', TAKEN],
      [7, 'Tiền', 'trđ', OWED, BODIES],
      [8, 'Đất', 'm²', OWED, BODIES],
      [9, 'Tiền', 'trđ', OWED, PEOPLE],
      [10, 'Đất', 'm²', OWED, PEOPLE],
      [11, 'Tiền', 'trđ', PAID, BODIES],
      [12, 'Đất', 'm²', PAID, BODIES],
      [13, 'Tiền', 'trđ', PAID, PEOPLE],
      [14, 'Đất', 'm²', PAID, PEOPLE],
      [15, 'Tổng số người', 'người', SANCTION],
      [16, 'Trong đó: cán bộ, công chức, viên chức', 'người', SANCTION],
      [17, 'Số vụ', 'vụ việc', CHARGED],
      [18, 'Số người', 'người', CHARGED],
      [19, 'Trong đó: cán bộ, công chức, viên chức', 'người', CHARGED],
    ]),
  ],
  identities: ['2<=1', '5<=3', '6<=4', '11<=7', '12<=8', '13<=9', '14<=10', '16<=15', '19<=18'].map(error),
};
