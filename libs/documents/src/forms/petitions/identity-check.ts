import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { line, title } from '../common/blocks.js';
import { officer, typed, typedNamed } from '../common/fields.js';
import { SINCE_LTC } from '../common/law.js';
import { byParties } from '../common/signing.js';
import { reached } from '../common/words.js';

const { para, section, signatures } = block;

/** Who the denouncer says to be, checked before acceptance: stays in the sealed part of the file. */
export const identityCheck = namedForm({
  ...SINCE_LTC,
  code: 'IDENTITY.CHECK',
  heading: 'BIÊN BẢN\nKiểm tra, xác minh thông tin cá nhân của người tố cáo',
  title: 'Biên bản kiểm tra nhân thân (bảo mật)',
  citation: cite('LTC Đ.24 k1, Đ.39 k1a'),
  letterhead: 'agency',
  undated: true,
  sizes: ['A4'],
  addressees: ['file'],
  fields: [
    typed('Giờ bắt đầu', '08 giờ 30 phút'),
    typed('Ngày làm việc', '22 tháng 7 năm 2026'),
    typed('Địa điểm', 'Phòng tiếp công dân'),
    officer,
    typedNamed('Họ và tên được kiểm tra', 'Nguyễn Văn Bình', { start: (data) => reached(data)?.fullName }),
    typedNamed('Địa chỉ được kiểm tra', 'ấp Tây, xã Tân Thành', { start: (data) => reached(data)?.address }),
    typedNamed('Giấy tờ đã xuất trình', 'Căn cước số 082190005678', { start: (data) => reached(data)?.personalId }),
    typed('Cách kiểm tra', 'Làm việc trực tiếp, đối chiếu giấy tờ tùy thân', { long: true }),
    typed(
      'Kết quả kiểm tra',
      'Họ tên, địa chỉ đúng với giấy tờ xuất trình; người được kiểm tra xác nhận là người viết đơn.',
      {
        long: true,
      },
    ),
    typed('Đề nghị giữ bí mật', 'Đề nghị giữ bí mật họ tên, địa chỉ, bút tích.', { optional: true }),
  ],
  body: [
    para('Vào hồi {Giờ bắt đầu}, ngày {Ngày làm việc}, tại {Địa điểm}.'),
    line('Người kiểm tra: ông (bà) {Công chức thực hiện}.'),
    title('1. Thông tin được kiểm tra'),
    line('Họ và tên: {Họ và tên được kiểm tra}'),
    line('Địa chỉ: {Địa chỉ được kiểm tra}'),
    line('Giấy tờ: {Giấy tờ đã xuất trình}'),
    title('2. Cách kiểm tra'),
    para('{Cách kiểm tra}'),
    title('3. Kết quả'),
    para('{Kết quả kiểm tra}'),
    section('Đề nghị giữ bí mật', [para('Đề nghị của người được kiểm tra: {Đề nghị giữ bí mật}')]),
    para('Biên bản lập thành 01 bản, niêm phong và lưu trong phần bảo mật của hồ sơ./.'),
    signatures(
      { title: 'NGƯỜI ĐƯỢC KIỂM TRA', note: '(Ký, ghi rõ họ tên hoặc điểm chỉ)' },
      { title: 'NGƯỜI KIỂM TRA', note: '(Ký, ghi rõ họ tên)', name: '{Công chức thực hiện}' },
    ),
  ],
  signing: byParties(cite('LTC Đ.24 k1')),
});
