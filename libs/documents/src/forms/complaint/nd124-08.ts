import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { line, opening, title } from '../common/blocks.js';
import { closing, lines, occasion, officer, officerTitle, typed, typedNamed } from '../common/fields.js';
import { SINCE_ND124 } from '../common/law.js';
import { byParties } from '../common/signing.js';
import { reached } from '../common/words.js';

const { para, table, signatures } = block;

/** NĐ 124 Mẫu số 08. */
export const handoverRecord = namedForm({
  code: 'ND124.08',
  heading: 'BIÊN BẢN GIAO NHẬN\nVề việc tiếp nhận thông tin, tài liệu, bằng chứng liên quan đến nội dung khiếu nại',
  title: 'Biên bản giao nhận (Mẫu số 08)',
  formNumber: 'Mẫu số 08',
  citation: cite('NĐ124 Đ.22, Mẫu số 08'),
  ...SINCE_ND124,
  letterhead: 'agency',
  undated: true,
  numberKind: 'BB',
  sizes: ['A4', 'A5'],
  addressees: ['complainant', 'respondent', 'file'],
  fields: [
    ...occasion,
    officer,
    officerTitle,
    typedNamed('Bên giao', 'Nguyễn Thị Hòa', {
      start: (data) => (data.facts['addressee'] === 'complainant' ? reached(data)?.fullName : data.respondent),
    }),
    typed('Chức danh hoặc địa chỉ bên giao', 'ấp Đông, xã Tân Thành'),
    lines(
      'Tài liệu giao nhận',
      [
        {
          'Tên tài liệu': 'Giấy chứng nhận quyền sử dụng đất (bản sao có chứng thực)',
          'Số trang': '04',
          'Tình trạng': 'Còn nguyên vẹn',
        },
        { 'Tên tài liệu': 'Ảnh chụp hiện trạng thửa đất', 'Số trang': '06', 'Tình trạng': 'Ảnh màu, rõ' },
      ],
      { help: 'Loại thông tin, vật mang tin; tên, số trang, bản gốc hay bản sao, tình trạng.' },
    ),
    closing[1],
  ],
  body: [
    opening,
    title('Bên nhận thông tin, tài liệu, bằng chứng:'),
    line('Ông (bà) {Công chức thực hiện}, {Chức vụ công chức thực hiện}.'),
    title('Bên giao thông tin, tài liệu, bằng chứng:'),
    line('Ông (bà) {Bên giao}, {Chức danh hoặc địa chỉ bên giao}.'),
    title('Đã giao, nhận thông tin, tài liệu, bằng chứng sau đây:'),
    table('Tài liệu giao nhận', {
      head: ['TT', 'Thông tin, tài liệu, bằng chứng', 'Số trang', 'Tình trạng'],
      widths: [8, 52, 14, 26],
      cells: ['{TT}', '{Tên tài liệu}', '{Số trang}', '{Tình trạng}'],
    }),
    para('Biên bản giao nhận này được lập thành {Số bản} bản, mỗi bên giữ 01 bản./.'),
    signatures(
      { title: 'BÊN GIAO', note: '(Chữ ký, dấu (nếu có))', name: '{Bên giao}' },
      { title: 'BÊN NHẬN', note: '(Chữ ký, dấu (nếu có))', name: '{Công chức thực hiện}' },
    ),
  ],
  signing: byParties(cite('NĐ124 Đ.22')),
});
