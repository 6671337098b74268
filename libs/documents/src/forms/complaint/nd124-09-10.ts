import { cite } from '#libs/procedure';
import { block, openForm } from '../../form.js';
import { centred, ground } from '../common/blocks.js';
import { issuer, open, typed } from '../common/fields.js';
import { SINCE_ND124, underBothLaws } from '../common/law.js';
import { byHead, byResolver } from '../common/signing.js';
import { dayInWords, earlierPaper } from '../common/words.js';
import { powers } from './nd124-05.js';

const { para, article, section } = block;

const expert = typed('Tổ chức giám định', 'Trung tâm Kỹ thuật Tài nguyên và Môi trường tỉnh');
const subject = typed('Đối tượng giám định', 'chữ ký tại Biên bản đo đạc ngày 12 tháng 3 năm 2026', {
  long: true,
  help: 'Thông tin, tài liệu, bằng chứng và nội dung cần giám định.',
});

/** NĐ 124 Mẫu số 09. The expert needs the object, not the complainant: an open paper. */
export const expertDecisions = underBothLaws((law) =>
  openForm({
    code: 'ND124.09',
    heading: 'QUYẾT ĐỊNH\nVề việc trưng cầu giám định thông tin, tài liệu, bằng chứng liên quan đến nội dung khiếu nại',
    title: 'Quyết định trưng cầu giám định (Mẫu số 09)',
    formNumber: 'Mẫu số 09',
    citation: cite('NĐ124 Đ.24 k1, k2, Mẫu số 09'),
    ...law.validity,
    letterhead: 'agency',
    numberKind: 'QĐ',
    sizes: ['A4'],
    addressees: ['expert', 'team', 'file'],
    fields: [
      issuer,
      powers,
      typed('Người đề nghị giám định', 'Tổ xác minh nội dung khiếu nại', {
        optional: true,
        help: 'Cơ quan, người được giao xác minh hoặc bên đề nghị trưng cầu; không cần ghi họ tên công dân.',
      }),
      typed('Lý do trưng cầu', 'cần đánh giá về chuyên môn, kỹ thuật để kết luận nội dung khiếu nại'),
      expert,
      subject,
      typed('Người chịu trách nhiệm thi hành', 'Chánh Văn phòng, Tổ trưởng Tổ xác minh'),
    ],
    body: [
      centred('{Thẩm quyền ban hành}'),
      ...law.grounds,
      ground('Căn cứ {Căn cứ chức năng, nhiệm vụ};'),
      section('Người đề nghị giám định', [
        ground('Xét đề nghị của {Người đề nghị giám định} về việc trưng cầu giám định;'),
      ]),
      ground('Xét {Lý do trưng cầu}.'),
      centred('QUYẾT ĐỊNH:'),
      article('Điều 1.', 'Trưng cầu {Tổ chức giám định} thực hiện việc giám định đối với {Đối tượng giám định}.'),
      article('Điều 2.', 'Kinh phí trưng cầu giám định (nếu phải chi trả) do {Tên cơ quan} chi trả theo quy định.'),
      article(
        'Điều 3.',
        'Các ông (bà) {Người chịu trách nhiệm thi hành}, {Tổ chức giám định} và các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ],
    signing: byResolver(cite('NĐ124 Đ.24 k1')),
  }),
);

/** NĐ 124 Mẫu số 10. */
export const expertLetter = openForm({
  code: 'ND124.10',
  heading: 'V/v đề nghị gửi kết quả giám định liên quan đến nội dung khiếu nại',
  title: 'Văn bản trưng cầu giám định (Mẫu số 10)',
  formNumber: 'Mẫu số 10',
  citation: cite('NĐ124 Đ.24 k3, Mẫu số 10'),
  ...SINCE_ND124,
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  salutation: '{Tổ chức giám định}',
  addressees: ['expert', 'team', 'file'],
  fields: [
    expert,
    subject,
    open('Quyết định trưng cầu', (data) => earlierPaper(data, 'ND124.09'), 'số 141/QĐ-UBND ngày 20 tháng 7 năm 2026'),
    typed('Hạn có kết luận', '10 tháng 8 năm 2026', { start: (data) => dayInWords(data.facts['resultDueOn']) }),
    typed('Người bàn giao', 'Phạm Văn Đức, Tổ trưởng Tổ xác minh'),
  ],
  body: [
    para(
      'Để có cơ sở cho việc giải quyết khiếu nại bảo đảm chính xác, khách quan, {Tên cơ quan} đã có Quyết định {Quyết định trưng cầu} về việc trưng cầu giám định các thông tin, tài liệu, bằng chứng sau đây: {Đối tượng giám định}.',
    ),
    para(
      'Vậy đề nghị {Tổ chức giám định} tiến hành giám định và gửi kết quả cho {Tên cơ quan} trước ngày {Hạn có kết luận}.',
    ),
    para(
      '{Tên cơ quan} cử ông (bà) {Người bàn giao} trực tiếp bàn giao thông tin, tài liệu, bằng chứng và nhận kết quả giám định.',
    ),
    para('Kinh phí giám định (nếu phải chi trả) do {Tên cơ quan} chi trả theo quy định./.'),
  ],
  signing: byHead(cite('NĐ124 Đ.24 k3')),
});
