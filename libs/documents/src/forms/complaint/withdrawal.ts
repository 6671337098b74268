import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { identityLine, line, opening, title } from '../common/blocks.js';
import {
  address,
  challenged,
  closing,
  complainant,
  identityPaper,
  occasion,
  officer,
  officerTitle,
  typed,
} from '../common/fields.js';
import { SINCE, SINCE_ND155 } from '../common/law.js';
import { byParties } from '../common/signing.js';

const { para, signatures } = block;

/** Possible since 01/07/2026; before, only a written application withdrew a complaint. */
export const withdrawalRecord = namedForm({
  code: 'WITHDRAWAL.RECORD',
  heading: 'BIÊN BẢN\nGhi nhận ý kiến rút khiếu nại',
  title: 'Biên bản ghi nhận ý kiến rút khiếu nại',
  citation: cite('LKN Đ.10 (L136); NĐ124 Đ.7a (NĐ155)'),
  ...SINCE_ND155,
  letterhead: 'agency',
  undated: true,
  sizes: ['A4'],
  addressees: ['complainant', 'file'],
  fields: [
    ...occasion,
    officer,
    officerTitle,
    complainant,
    address,
    ...identityPaper,
    challenged,
    typed('Phần được rút', 'toàn bộ nội dung khiếu nại', {
      help: 'Toàn bộ, hoặc ghi rõ từng nội dung được rút. Nhiều người cùng khiếu nại: ghi rõ ai rút.',
    }),
    typed('Lý do rút', 'Đã được giải thích rõ và đồng ý với quyết định', { optional: true }),
    ...closing,
  ],
  body: [
    opening,
    title('1. Người lập biên bản'),
    line('Ông (bà) {Công chức thực hiện}, chức vụ {Chức vụ công chức thực hiện}.'),
    title('2. Người rút khiếu nại'),
    line('Ông (bà) {Người khiếu nại}. Địa chỉ: {Địa chỉ người khiếu nại}.'),
    identityLine(SINCE.identity),
    title('3. Nội dung'),
    para(
      'Người khiếu nại tự nguyện rút {Phần được rút} đối với {Quyết định, hành vi bị khiếu nại}. Lý do: {Lý do rút}.',
    ),
    para(
      'Người khiếu nại đã được giải thích: nội dung đã rút không được xem xét, giải quyết lại, trừ khi có căn cứ cho thấy việc rút là do bị ép buộc, đe dọa (khoản 3 Điều 10 Luật Khiếu nại); nội dung chưa rút vẫn tiếp tục được giải quyết.',
    ),
    para(
      'Biên bản kết thúc hồi {Giờ kết thúc} cùng ngày, đã được đọc lại cho người khiếu nại nghe, được lập thành {Số bản} bản, mỗi bên giữ 01 bản./.',
    ),
    signatures(
      { title: 'NGƯỜI RÚT KHIẾU NẠI', note: '(Ký, ghi rõ họ tên hoặc điểm chỉ)' },
      { title: 'NGƯỜI LẬP BIÊN BẢN', note: '(Ký, ghi rõ họ tên)', name: '{Công chức thực hiện}' },
    ),
  ],
  signing: byParties(cite('LKN Đ.10 k1 (L136)')),
});
