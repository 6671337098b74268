import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { line } from '../common/blocks.js';
import { challenged, complainant, instanceWord, officer, typed } from '../common/fields.js';
import { LKN_UNTIL_L136, SINCE_ND155 } from '../common/law.js';
import { byResolver } from '../common/signing.js';
import { dayInWords } from '../common/words.js';

const { para, section } = block;

const common = {
  code: 'DIALOGUE.NOTICE',
  heading: 'THÔNG BÁO\nVề việc tổ chức đối thoại trong giải quyết khiếu nại',
  title: 'Thông báo tổ chức đối thoại',
  letterhead: 'agency',
  numberKind: 'TB',
  sizes: ['A4'],
  salutation: '{Người được mời}',
  addressees: ['complainant', 'respondent', 'related', 'receivingBody', 'file'],
  fields: [
    typed('Người được mời', 'Bà Nguyễn Thị Hòa', {
      help: 'Mỗi người, mỗi cơ quan được mời nhận một bản riêng: người khiếu nại, người đại diện, người bị khiếu nại, người có quyền, nghĩa vụ liên quan, cơ quan liên quan.',
    }),
    complainant,
    challenged,
    instanceWord,
    typed('Giờ đối thoại', '08 giờ 00 phút'),
    typed('Ngày đối thoại', '12 tháng 8 năm 2026', {
      help: 'Từ 01/07/2026: thông báo gửi trước ngày đối thoại ít nhất 05 ngày (NĐ124 Đ.28 k1).',
      start: (data) => dayInWords(data.facts['dialogueOn']),
    }),
    typed('Địa điểm đối thoại', 'Phòng họp số 1, trụ sở Ủy ban nhân dân xã Tân Thành'),
    typed('Nội dung đối thoại', 'Ranh giới và diện tích thửa đất số 56, tờ bản đồ số 12.', { long: true }),
    typed('Tài liệu mang theo', 'Giấy tờ về nguồn gốc đất.', { optional: true }),
    officer,
  ],
} as const;
const invitation = [
  para(
    '{Tên cơ quan} tổ chức đối thoại để giải quyết khiếu nại ({Lần giải quyết}) của {Người khiếu nại} đối với {Quyết định, hành vi bị khiếu nại}, cụ thể như sau:',
  ),
  line('1. Thời gian: {Giờ đối thoại}, ngày {Ngày đối thoại}.'),
  line('2. Địa điểm: {Địa điểm đối thoại}.'),
  para('3. Nội dung đối thoại: {Nội dung đối thoại}', { indent: false }),
  section('Tài liệu mang theo', [line('4. Đề nghị mang theo: {Tài liệu mang theo}')]),
];
const asked = para(
  'Đề nghị người được mời có mặt đúng thời gian, địa điểm nêu trên. Cần trao đổi thêm, xin liên hệ {Công chức thực hiện}./.',
);

/** LKN Đ.30 k2; since 01/07/2026 five days ahead, and an absence without a good reason stops nothing. */
export const dialogueNotices = [
  namedForm({
    ...common,
    ...LKN_UNTIL_L136,
    citation: cite('LKN Đ.30 k2, Đ.39; NĐ124 Đ.28 k2'),
    body: [...invitation, asked],
    signing: byResolver(cite('LKN Đ.30 k2; NĐ124 Đ.28 k2')),
  }),
  namedForm({
    ...common,
    ...SINCE_ND155,
    citation: cite('LKN Đ.30 k2, k6, Đ.39 (L136); NĐ124 Đ.28 k1, k5 (NĐ155)'),
    body: [
      ...invitation,
      para(
        'Nếu người khiếu nại vắng mặt mà không có lý do chính đáng thì việc giải quyết khiếu nại vẫn được tiếp tục (khoản 6 Điều 30 Luật Khiếu nại).',
      ),
      asked,
    ],
    signing: byResolver(cite('LKN Đ.30 k2; NĐ124 Đ.28 k1 (NĐ155)')),
  }),
];
