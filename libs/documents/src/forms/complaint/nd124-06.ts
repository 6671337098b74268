import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { ending, line, opening, title } from '../common/blocks.js';
import { closing, lines, occasion, typed } from '../common/fields.js';
import { SINCE_ND124 } from '../common/law.js';
import { byParties } from '../common/signing.js';

const { para, section, each, signatures } = block;

/** NĐ 124 Mẫu số 06: a session with a party, on the site, or with both where the results differ from their words. */
export const workSession = namedForm({
  code: 'ND124.06',
  heading: 'BIÊN BẢN LÀM VIỆC\nVề xác minh nội dung khiếu nại',
  title: 'Biên bản làm việc (Mẫu số 06)',
  formNumber: 'Mẫu số 06',
  citation: cite('NĐ124 Đ.19, 20, 21, 23, 25, Mẫu số 06'),
  ...SINCE_ND124,
  letterhead: 'agency',
  undated: true,
  sizes: ['A4'],
  addressees: ['complainant', 'respondent', 'related', 'file'],
  fields: [
    ...occasion,
    lines(
      'Người xác minh',
      [
        { 'Họ tên người xác minh': 'Phạm Văn Đức', 'Chức vụ người xác minh': 'Tổ trưởng Tổ xác minh' },
        { 'Họ tên người xác minh': 'Lê Thị Hồng Nhung', 'Chức vụ người xác minh': 'Thành viên Tổ xác minh' },
      ],
      {
        rows: (data) =>
          data.team.map(({ fullName, title: post }) => ({
            'Họ tên người xác minh': fullName,
            'Chức vụ người xác minh': post ?? '',
          })),
      },
    ),
    lines(
      'Người làm việc với người xác minh',
      [
        {
          'Họ tên người làm việc': 'Nguyễn Thị Hòa',
          'Tư cách, địa chỉ, điện thoại': 'người khiếu nại, ấp Đông, xã Tân Thành, điện thoại 0900 000 127',
        },
      ],
      {
        help: 'Người khiếu nại, người bị khiếu nại, người có quyền, lợi ích liên quan hoặc đại diện cơ quan, tổ chức.',
      },
    ),
    typed('Nội dung làm việc', 'Đo đạc lại ranh giới thửa đất số 56, đối chiếu với trích lục bản đồ địa chính.', {
      long: true,
    }),
    typed('Kết quả làm việc', 'Hai bên thống nhất diện tích đo đạc thực tế là 96 m²; chưa thống nhất mốc phía Tây.', {
      long: true,
      help: 'Việc đã làm được, nội dung thống nhất, nội dung còn khác nhau, đề nghị của các bên.',
    }),
    typed('Nội dung khác', 'Không có.', { long: true, start: () => 'Không có.' }),
    typed('Lý do không ký', 'Ông Lê Quốc Bảo không ký vì chưa đồng ý với số liệu đo đạc', {
      optional: true,
      help: 'Ghi khi có người không ký; khi đó người làm chứng hoặc đại diện chính quyền địa phương ký vào biên bản (NĐ124 Đ.19 k2).',
    }),
    typed('Người làm chứng', 'Võ Thị Thanh Tuyền', { optional: true }),
    ...closing,
  ],
  body: [
    opening,
    line('Chúng tôi gồm:'),
    title('1. Người được giao nhiệm vụ xác minh (người xác minh):'),
    each('Người xác minh', [line('- Ông (bà) {Họ tên người xác minh}, {Chức vụ người xác minh}.')]),
    title('2. Người làm việc với người được giao nhiệm vụ xác minh:'),
    each('Người làm việc với người xác minh', [
      line('- Ông (bà) {Họ tên người làm việc}, {Tư cách, địa chỉ, điện thoại}.'),
    ]),
    title('3. Nội dung làm việc:'),
    para('{Nội dung làm việc}'),
    title('4. Kết quả làm việc:'),
    para('{Kết quả làm việc}'),
    title('5. Những nội dung khác có liên quan:'),
    para('{Nội dung khác}'),
    section('Lý do không ký', [para('Về việc không ký biên bản: {Lý do không ký}.')]),
    ...ending(
      'Biên bản này đã được đọc cho những người làm việc cùng nghe; mọi người nhất trí với nội dung biên bản và xác nhận dưới đây. Biên bản được lập thành {Số bản} bản, mỗi bên giữ 01 bản./.',
    ),
    signatures(
      { title: 'NGƯỜI LÀM VIỆC VỚI NGƯỜI XÁC MINH', note: '(Ký, ghi rõ họ tên hoặc điểm chỉ)' },
      { title: 'NGƯỜI XÁC MINH', note: '(Chữ ký, dấu (nếu có))' },
    ),
    section('Người làm chứng', [
      signatures({
        title: 'NGƯỜI LÀM CHỨNG HOẶC ĐẠI DIỆN CHÍNH QUYỀN ĐỊA PHƯƠNG',
        note: '(Ký, ghi rõ họ tên)',
        name: '{Người làm chứng}',
      }),
    ]),
  ],
  signing: byParties(cite('NĐ124 Đ.19 k2, Đ.20 k3')),
});
