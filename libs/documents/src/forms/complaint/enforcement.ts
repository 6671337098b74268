import { cite } from '#libs/procedure';
import { block, namedForm, openForm } from '../../form.js';
import { title } from '../common/blocks.js';
import { lines, open, respondent, typed } from '../common/fields.js';
import { SINCE_LKN, SINCE_ND124 } from '../common/law.js';
import { byPetitioner, byResolver } from '../common/signing.js';
import { dayInWords, earlierPaper } from '../common/words.js';

const { para, each, section, signatures } = block;

const decided = open(
  'Quyết định giải quyết',
  (data) => earlierPaper(data, 'ND124.16', 'ND124.15'),
  'số 156/QĐ-UBND ngày 14 tháng 8 năm 2026',
);

/** Everything NĐ124 Đ.31 k1 asks: who carries out, who must perform, who helps, what, until when, and the report back. */
const enforcementOrder = openForm({
  code: 'ENFORCEMENT.ORDER',
  heading: 'V/v thi hành quyết định giải quyết khiếu nại có hiệu lực pháp luật',
  title: 'Văn bản chỉ đạo thi hành quyết định giải quyết khiếu nại',
  citation: cite('LKN Đ.46 k1, Đ.58 k1; NĐ124 Đ.31 k1'),
  ...SINCE_ND124,
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  salutation: '{Nơi được giao thi hành}',
  addressees: ['receivingBody', 'respondent', 'related', 'inspectorate', 'file'],
  fields: [
    typed('Nơi được giao thi hành', 'Phòng Kinh tế xã Tân Thành'),
    decided,
    open('Ngày có hiệu lực', (data) => dayInWords(data.facts['effectiveOn']), '14 tháng 9 năm 2026'),
    lines('Việc phải thực hiện', [
      {
        'Nội dung thi hành': 'Điều chỉnh diện tích đất thu hồi, tính lại tiền bồi thường',
        'Người phải thực hiện': 'Phòng Kinh tế',
        'Hạn thực hiện': '30 tháng 9 năm 2026',
      },
      {
        'Nội dung thi hành': 'Chi trả phần chênh lệch',
        'Người phải thực hiện': 'Ban bồi thường, hỗ trợ',
        'Hạn thực hiện': '15 tháng 10 năm 2026',
      },
    ]),
    typed('Cơ quan phối hợp', 'Chi nhánh Văn phòng đăng ký đất đai khu vực 3, trong việc chỉnh lý hồ sơ địa chính', {
      help: 'Trách nhiệm của cơ quan, tổ chức, cá nhân liên quan.',
    }),
    typed('Hạn báo cáo kết quả', '20 tháng 10 năm 2026'),
  ],
  body: [
    para(
      'Quyết định {Quyết định giải quyết} về việc giải quyết khiếu nại đã có hiệu lực pháp luật từ ngày {Ngày có hiệu lực}. {Tên cơ quan} yêu cầu:',
    ),
    title('1. Tổ chức thi hành'),
    para('{Nơi được giao thi hành} chịu trách nhiệm tổ chức thi hành quyết định nêu trên, gồm các việc:'),
    each('Việc phải thực hiện', [
      para('- {Nội dung thi hành}: {Người phải thực hiện} thực hiện, chậm nhất ngày {Hạn thực hiện};'),
    ]),
    title('2. Phối hợp'),
    para('{Cơ quan phối hợp}.'),
    title('3. Báo cáo'),
    para(
      'Báo cáo kết quả thi hành với người giải quyết khiếu nại trước ngày {Hạn báo cáo kết quả}; khó khăn, vướng mắc thì báo cáo ngay để được xem xét./.',
    ),
  ],
  signing: byResolver(cite('LKN Đ.46 k1; NĐ124 Đ.31 k1')),
});

/** What the respondent writes: the explanation asked for, or the report on carrying out the decision. */
const respondentReport = namedForm({
  code: 'RESPONDENT.REPORT',
  heading: 'BÁO CÁO\nVề {Việc báo cáo}',
  title: 'Báo cáo của người bị khiếu nại',
  citation: cite('LKN Đ.13 k2c, Đ.55 k1; NĐ124 Đ.32 k2'),
  ...SINCE_LKN,
  letterhead: 'nation',
  sizes: ['A4'],
  salutation: '{Nơi nhận báo cáo}',
  addressees: ['file'],
  byCitizen: true,
  fields: [
    typed('Việc báo cáo', 'việc thi hành quyết định giải quyết khiếu nại có hiệu lực pháp luật', {
      optional: true,
      help: 'Giải trình về quyết định, hành vi bị khiếu nại (trong 07 ngày kể từ ngày có yêu cầu), hoặc kết quả thi hành quyết định giải quyết.',
      start: (data) =>
        data.facts['effectiveOn']
          ? 'việc thi hành quyết định giải quyết khiếu nại có hiệu lực pháp luật'
          : 'giải trình quyết định, hành vi bị khiếu nại',
    }),
    open('Nơi nhận báo cáo', (data) => data.agency.headTitle, 'Chủ tịch Ủy ban nhân dân xã Tân Thành'),
    respondent,
    decided,
    typed('Nội dung báo cáo', 'Đã điều chỉnh diện tích thu hồi, chi trả phần chênh lệch ngày 12 tháng 10 năm 2026.', {
      long: true,
      optional: true,
    }),
    typed('Tài liệu gửi kèm', 'Phiếu chi, quyết định điều chỉnh.', { optional: true }),
    typed('Kiến nghị của người báo cáo', 'Không có.', { optional: true }),
  ],
  body: [
    para('Người báo cáo: {Người bị khiếu nại}.'),
    section('Quyết định giải quyết', [para('Quyết định giải quyết khiếu nại: {Quyết định giải quyết}.')]),
    title('1. Nội dung báo cáo'),
    para('{Nội dung báo cáo}'),
    title('2. Tài liệu gửi kèm'),
    para('{Tài liệu gửi kèm}'),
    title('3. Kiến nghị'),
    para('{Kiến nghị của người báo cáo}'),
    signatures({ title: ' ' }, { title: 'NGƯỜI BÁO CÁO', note: '(Ký, ghi rõ họ tên, đóng dấu (nếu có))' }),
  ],
  signing: byPetitioner(cite('LKN Đ.13 k2c; NĐ124 Đ.32 k2')),
});

export const enforcementPapers = [enforcementOrder, respondentReport];
