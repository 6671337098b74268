import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { centred, ground, line, opening, title } from '../common/blocks.js';
import { closing, complainant, issuer, lines, occasion, open, summary, typed } from '../common/fields.js';
import { SINCE_ND124, underBothLaws } from '../common/law.js';
import { byParties, byResolver } from '../common/signing.js';
import { earlierPaper } from '../common/words.js';
import { powers, proposed, proposer } from './nd124-05.js';

const { para, article, each, signatures } = block;

const members = lines('Thành viên Hội đồng', [
  { 'Họ tên thành viên Hội đồng': 'Đặng Quốc Việt', 'Chức vụ, nhiệm vụ': 'Giám đốc Sở Tư pháp - Chủ tịch Hội đồng' },
  {
    'Họ tên thành viên Hội đồng': 'Ngô Thị Bích Liên',
    'Chức vụ, nhiệm vụ': 'Phó Giám đốc Sở Nông nghiệp và Môi trường - Thành viên',
  },
]);

const councilDecisions = underBothLaws((law) =>
  namedForm({
    ...law.validity,
    code: 'COUNCIL.DECISION',
    heading: 'QUYẾT ĐỊNH\nVề việc thành lập Hội đồng tư vấn giải quyết khiếu nại lần hai',
    title: 'Quyết định thành lập Hội đồng tư vấn',
    citation: cite('LKN Đ.36 k2'),
    letterhead: 'agency',
    numberKind: 'QĐ',
    sizes: ['A4'],
    addressees: ['team', 'receivingBody', 'file'],
    fields: [
      issuer,
      powers,
      proposer,
      complainant,
      summary,
      members,
      typed('Nội dung cần tư vấn', 'căn cứ xác định diện tích đất thu hồi và mức bồi thường', { long: true }),
      typed('Hạn có ý kiến', '20 tháng 10 năm 2026'),
    ],
    body: [
      centred('{Thẩm quyền ban hành}'),
      ...law.grounds,
      ground('Căn cứ {Căn cứ chức năng, nhiệm vụ};'),
      proposed,
      centred('QUYẾT ĐỊNH:'),
      article(
        'Điều 1.',
        'Thành lập Hội đồng tư vấn giải quyết khiếu nại của {Người khiếu nại} (nội dung: {Tóm tắt nội dung}), gồm:',
      ),
      each('Thành viên Hội đồng', [para('- Ông (bà) {Họ tên thành viên Hội đồng}, {Chức vụ, nhiệm vụ}.')]),
      article(
        'Điều 2.',
        'Hội đồng cho ý kiến bằng văn bản về: {Nội dung cần tư vấn}; gửi người giải quyết khiếu nại trước ngày {Hạn có ý kiến}. Hội đồng tự giải thể khi hoàn thành nhiệm vụ.',
      ),
      article(
        'Điều 3.',
        'Các ông (bà) có tên tại Điều 1 và cơ quan liên quan chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ],
    signing: byResolver(cite('LKN Đ.36 k2')),
  }),
);

/** The written opinion that belongs in the file of the second instance (LKN Đ.43). */
const councilMinutes = namedForm({
  ...SINCE_ND124,
  code: 'COUNCIL.MINUTES',
  heading: 'BIÊN BẢN\nHọp Hội đồng tư vấn giải quyết khiếu nại lần hai',
  title: 'Biên bản họp Hội đồng tư vấn',
  citation: cite('LKN Đ.36 k2, Đ.43'),
  letterhead: 'agency',
  undated: true,
  sizes: ['A4'],
  addressees: ['file'],
  fields: [
    ...occasion,
    open(
      'Quyết định thành lập Hội đồng',
      (data) => earlierPaper(data, 'COUNCIL.DECISION'),
      'số 902/QĐ-UBND ngày 05 tháng 10 năm 2026',
    ),
    complainant,
    members,
    typed('Chủ trì', 'Đặng Quốc Việt'),
    typed('Thư ký', 'Ngô Thị Bích Liên'),
    typed('Ý kiến của từng thành viên', 'Các thành viên thống nhất số liệu đo đạc ngày 22 tháng 7 năm 2026.', {
      long: true,
    }),
    typed('Kết luận của Hội đồng', 'Đề nghị sửa đổi diện tích đất thu hồi; ý kiến khác: không có.', { long: true }),
    ...closing,
  ],
  body: [
    opening,
    para(
      'Hội đồng tư vấn thành lập theo Quyết định {Quyết định thành lập Hội đồng} họp về việc giải quyết khiếu nại của {Người khiếu nại}.',
    ),
    title('1. Thành phần'),
    each('Thành viên Hội đồng', [line('- Ông (bà) {Họ tên thành viên Hội đồng}, {Chức vụ, nhiệm vụ}.')]),
    title('2. Ý kiến của các thành viên'),
    para('{Ý kiến của từng thành viên}'),
    title('3. Kết luận của Hội đồng'),
    para('{Kết luận của Hội đồng}'),
    para(
      'Cuộc họp kết thúc hồi {Giờ kết thúc} cùng ngày. Biên bản được lập thành {Số bản} bản, lưu hồ sơ giải quyết khiếu nại./.',
    ),
    signatures(
      { title: 'THƯ KÝ', note: '(Ký, ghi rõ họ tên)', name: '{Thư ký}' },
      { title: 'CHỦ TRÌ', note: '(Ký, ghi rõ họ tên)', name: '{Chủ trì}' },
    ),
  ],
  signing: byParties(cite('LKN Đ.43')),
});

export const councilPapers = [...councilDecisions, councilMinutes];
