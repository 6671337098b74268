import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { lines, typed } from '../common/fields.js';
import { byReceiver } from '../common/signing.js';
import { SINCE_ND154 } from './law.js';

const { para, table, signatures } = block;

/** Columns of Mẫu số 03/TCD in order: placeholder, heading, share of the width, a made-up visit. */
const COLUMNS = [
  ['Số thứ tự', 'TT', 4, '15'],
  ['Ngày tiếp', 'Ngày tiếp', 9, '14/07/2026'],
  ['Họ tên, địa chỉ', 'Họ tên, địa chỉ', 11, 'Nguyễn Thị Hòa, ấp Đông, xã Tân Thành'],
  ['Số giấy tờ', 'CCCD/ Hộ chiếu', 10, '082190001234'],
  ['Nội dung vụ việc', 'Nội dung vụ việc', 12, 'Đề nghị xem xét lại diện tích đất thu hồi'],
  ['Phân loại', 'Loại đơn', 5, 'KN'],
  ['Số người cùng nội dung', 'Số người cùng nội dung', 6, '1'],
  ['Cơ quan đã giải quyết', 'Cơ quan đã giải quyết', 7, 'Chưa có'],
  ['Thuộc thẩm quyền', 'Thuộc thẩm quyền', 6, 'x'],
  ['Hướng dẫn đến', 'Hướng dẫn công dân đến, số văn bản', 8, '-'],
  ['Chuyển đến', 'Cơ quan thụ lý, số văn bản chuyển', 8, '-'],
  ['Theo dõi kết quả', 'Theo dõi kết quả', 9, 'Đã thụ lý 21/07/2026'],
  ['Ghi chú', 'Ghi chú', 5, 'Bản gốc: 0'],
] as const;
const MASKED = 'Bảo mật';
/** Who came, the identity paper and the matter. */
const SECRET: readonly number[] = [2, 3, 4];
const DENUNCIATION = /^(tố cáo|tc|nhiều nội dung)$/iu;

/**
 * Lines of the reception book from cells in the order of its thirteen columns. A denouncer is masked here too, whatever
 * the caller passes (NĐ154 Đ.12 k2; LTC Đ.8 k3).
 */
export function receptionBookRows(visits: readonly (readonly string[])[]): readonly Readonly<Record<string, string>>[] {
  return visits.map((cells) => {
    const sealed = DENUNCIATION.test((cells[5] ?? '').trim());
    return Object.fromEntries(
      COLUMNS.map(([name], index) => [name, sealed && SECRET.includes(index) ? MASKED : (cells[index] ?? '')]),
    );
  });
}

/** NĐ 154 Mẫu số 03/TCD, for printing what the electronic book holds. */
export const receptionBook = namedForm({
  ...SINCE_ND154,
  code: 'ND154.03',
  heading: 'SỔ TIẾP CÔNG DÂN',
  title: 'Sổ tiếp công dân (Mẫu số 03/TCD)',
  formNumber: 'Mẫu số 03/TCD',
  citation: cite('LTCD Đ.25 k2; NĐ154 Đ.25 k2, Đ.27 k1, Mẫu số 03/TCD'),
  letterhead: 'agency',
  sizes: ['A4'],
  landscape: true,
  addressees: ['file'],
  fields: [
    typed('Từ ngày', '01/07/2026'),
    typed('Đến ngày', '31/07/2026'),
    lines(
      'Lượt tiếp công dân',
      receptionBookRows([
        COLUMNS.map(([, , , sample]) => sample),
        [
          ...['16', '14/07/2026', 'Trần Văn Khánh', '082085004321', 'Tố cáo công chức địa chính', 'TC', '1'],
          ...['-', 'x', '-', '-', 'Đang kiểm tra', 'Sổ riêng'],
        ],
      ]),
      { help: 'Người đến tố cáo: ghi "Bảo mật" ở cột họ tên, giấy tờ, nội dung (NĐ154 Đ.12 k2).' },
    ),
  ],
  body: [
    para('Từ ngày {Từ ngày} đến ngày {Đến ngày}', { align: 'center', italic: true }),
    table('Lượt tiếp công dân', {
      head: COLUMNS.map(([, head]) => head),
      widths: COLUMNS.map(([, , width]) => width),
      cells: COLUMNS.map(([name]) => `{${name}}`),
      size: 10,
    }),
    signatures({ title: ' ' }, { title: 'NGƯỜI GHI SỔ', note: '(Ký, ghi rõ họ tên)' }),
  ],
  signing: byReceiver(cite('NĐ154 Đ.26 k1b, Đ.27 k1')),
});
