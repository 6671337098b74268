import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { acceptedOn, challenged, complainant, lines, officer, typed } from '../common/fields.js';
import { SINCE_ND124 } from '../common/law.js';
import { byHead } from '../common/signing.js';

const { para, each } = block;

/** NĐ 124 Mẫu số 07. The form itself names the complainant to whoever is asked. */
export const documentRequest = namedForm({
  code: 'ND124.07',
  heading: 'V/v đề nghị cung cấp thông tin, tài liệu, bằng chứng liên quan đến nội dung khiếu nại',
  title: 'Văn bản yêu cầu cung cấp thông tin, tài liệu (Mẫu số 07)',
  formNumber: 'Mẫu số 07',
  citation: cite('LKN Đ.29 k3; NĐ124 Đ.21, Mẫu số 07'),
  ...SINCE_ND124,
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  salutation: '{Nơi được đề nghị}',
  addressees: ['respondent', 'related', 'receivingBody', 'file'],
  fields: [
    acceptedOn,
    complainant,
    challenged,
    officer,
    typed('Nơi được đề nghị', 'Chi nhánh Văn phòng đăng ký đất đai khu vực 3'),
    lines('Tài liệu đề nghị', [
      { 'Thông tin, tài liệu, bằng chứng': 'Bản sao hồ sơ địa chính thửa đất số 56, tờ bản đồ số 12' },
      { 'Thông tin, tài liệu, bằng chứng': 'Biên bản đo đạc ngày 12 tháng 3 năm 2026' },
    ]),
    typed('Hạn gửi', '29 tháng 7 năm 2026', {
      help: 'Người bị khiếu nại và cơ quan, cá nhân được yêu cầu cung cấp trong 07 ngày kể từ ngày có yêu cầu (LKN Đ.13 k2c, Đ.14 k1a).',
    }),
    typed('Nơi nhận tài liệu', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Tân Thành'),
  ],
  body: [
    para(
      'Ngày {Ngày thụ lý}, cơ quan chức năng đã thụ lý giải quyết đơn khiếu nại của {Người khiếu nại} đối với {Quyết định, hành vi bị khiếu nại}.',
    ),
    para(
      'Theo quy định của pháp luật và để phục vụ việc giải quyết khiếu nại, {Tên cơ quan} đề nghị {Nơi được đề nghị} cung cấp cho {Tên cơ quan} những thông tin, tài liệu, bằng chứng sau đây:',
    ),
    each('Tài liệu đề nghị', [para('- {Thông tin, tài liệu, bằng chứng};')]),
    para(
      'Đề nghị {Nơi được đề nghị} chuẩn bị đầy đủ những thông tin, tài liệu, bằng chứng nêu trên và gửi cho {Tên cơ quan} trước ngày {Hạn gửi}.',
    ),
    para('Địa chỉ (hoặc tên người) nhận: {Nơi nhận tài liệu}; người tiếp nhận: {Công chức thực hiện}./.'),
  ],
  signing: byHead(cite('NĐ124 Đ.21')),
});
