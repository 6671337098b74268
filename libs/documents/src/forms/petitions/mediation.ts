import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { line, opening, title } from '../common/blocks.js';
import { closing, lines, occasion, officer, sender, typed, typedNamed } from '../common/fields.js';
import { SINCE_LKN } from '../common/law.js';
import { byHead, byParties } from '../common/signing.js';

const { para, each, section, signatures } = block;

const dispute = typedNamed('Nội dung tranh chấp', 'ranh giới giữa thửa đất số 56 và thửa đất số 57, tờ bản đồ số 12', {
  long: true,
  start: (data) => data.content,
});
const basis = cite('LKN Đ.5 k3; pháp luật về tranh chấp có liên quan', 'M');

/** For disputes between people, not for a challenged decision; limits belong to other laws (unconfirmed). */
const mediationNotice = namedForm({
  ...SINCE_LKN,
  code: 'MEDIATION.NOTICE',
  heading: 'GIẤY MỜI\nHòa giải tranh chấp',
  title: 'Giấy mời hòa giải',
  citation: basis,
  letterhead: 'agency',
  numberKind: 'GM',
  sizes: ['A4', 'A5'],
  salutation: 'Ông (bà) {Người được mời}',
  addressees: ['petitioner', 'related', 'file'],
  fields: [
    typed('Người được mời', 'Võ Thị Thanh Tuyền', { help: 'Mỗi bên nhận một giấy mời riêng.' }),
    sender,
    dispute,
    typed('Giờ hòa giải', '14 giờ 00 phút'),
    typed('Ngày hòa giải', '24 tháng 7 năm 2026'),
    typed('Nơi hòa giải', 'Hội trường Ủy ban nhân dân xã Tân Thành'),
    typed('Giấy tờ mang theo', 'Giấy tờ về quyền sử dụng đất.', { optional: true }),
    officer,
  ],
  body: [
    para('{Tên cơ quan} mời ông (bà) đến dự buổi hòa giải theo đơn của {Người gửi đơn} về {Nội dung tranh chấp}.'),
    line('Thời gian: {Giờ hòa giải}, ngày {Ngày hòa giải}.'),
    line('Địa điểm: {Nơi hòa giải}.'),
    section('Giấy tờ mang theo', [line('Đề nghị mang theo: {Giấy tờ mang theo}')]),
    para('Hòa giải là tự nguyện. Không đến được, xin báo trước cho {Công chức thực hiện}./.'),
  ],
  signing: byHead(basis),
});

const mediationRecord = namedForm({
  ...SINCE_LKN,
  code: 'MEDIATION.RECORD',
  heading: 'BIÊN BẢN HÒA GIẢI\nTranh chấp giữa các bên',
  title: 'Biên bản hòa giải',
  citation: basis,
  letterhead: 'agency',
  undated: true,
  sizes: ['A4'],
  addressees: ['petitioner', 'related', 'file'],
  fields: [
    ...occasion,
    typed('Người chủ trì', 'Đặng Quốc Việt, Phó Chủ tịch Ủy ban nhân dân xã'),
    officer,
    lines('Các bên', [
      { 'Họ tên bên tranh chấp': 'Nguyễn Thị Hòa', 'Địa chỉ bên tranh chấp': 'ấp Đông, xã Tân Thành' },
      { 'Họ tên bên tranh chấp': 'Võ Thị Thanh Tuyền', 'Địa chỉ bên tranh chấp': 'ấp Tây, xã Tân Thành' },
    ]),
    typed('Người khác tham dự', 'Trưởng ấp Đông Huỳnh Công Danh', { optional: true }),
    dispute,
    typed('Ý kiến các bên', 'Bà Hòa đề nghị lấy hàng rào cũ làm ranh; bà Tuyền đề nghị đo lại.', { long: true }),
    typed('Kết quả hòa giải', 'Hòa giải thành: hai bên thống nhất ranh giới theo hàng rào cũ.', {
      long: true,
      help: 'Hòa giải thành, thành một phần hoặc không thành; nội dung thống nhất và chưa thống nhất.',
    }),
    typed('Hướng dẫn tiếp theo', 'Hai bên làm thủ tục chỉnh lý hồ sơ địa chính.', { long: true, optional: true }),
    ...closing,
  ],
  body: [
    opening,
    title('I. THÀNH PHẦN'),
    line('1. Người chủ trì: ông (bà) {Người chủ trì}.'),
    line('2. Người ghi biên bản: ông (bà) {Công chức thực hiện}.'),
    line('3. Các bên tranh chấp:'),
    each('Các bên', [line('- Ông (bà) {Họ tên bên tranh chấp}, địa chỉ: {Địa chỉ bên tranh chấp}.')]),
    section('Người khác tham dự', [line('4. Người khác tham dự: {Người khác tham dự}.')]),
    title('II. NỘI DUNG'),
    para('1. Tranh chấp về {Nội dung tranh chấp}.'),
    para('2. Ý kiến của các bên: {Ý kiến các bên}'),
    title('III. KẾT QUẢ'),
    para('{Kết quả hòa giải}'),
    section('Hướng dẫn tiếp theo', [para('{Hướng dẫn tiếp theo}')]),
    para(
      'Buổi hòa giải kết thúc hồi {Giờ kết thúc} cùng ngày. Biên bản đã được đọc cho các bên nghe, được lập thành {Số bản} bản, mỗi bên giữ 01 bản./.',
    ),
    signatures(
      { title: 'CÁC BÊN TRANH CHẤP', note: '(Ký, ghi rõ họ tên hoặc điểm chỉ)' },
      { title: 'NGƯỜI CHỦ TRÌ', note: '(Ký, ghi rõ họ tên, đóng dấu (nếu có))' },
    ),
    signatures(
      { title: ' ' },
      { title: 'NGƯỜI GHI BIÊN BẢN', note: '(Ký, ghi rõ họ tên)', name: '{Công chức thực hiện}' },
    ),
  ],
  signing: byParties(basis),
});

export const mediationPapers = [mediationNotice, mediationRecord];
