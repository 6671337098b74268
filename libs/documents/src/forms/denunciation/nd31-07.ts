import { cite } from '#libs/procedure';
import { block, openForm } from '../../form.js';
import { ground } from '../common/blocks.js';
import { issuer, lines, typed } from '../common/fields.js';
import { byResolver } from '../common/signing.js';
import { figure } from '../common/words.js';
import { acceptance, allegation, bearers, denounced, powers, proposer } from './fields.js';
import { decisionHead, SINCE_ND31, underBothLaws } from './law.js';

const { para, article, each } = block;

/** The team as decisions and minutes name it; the first is its leader. */
export const team = lines(
  'Thành viên xác minh',
  [
    {
      'Họ tên thành viên': 'Phạm Văn Đức',
      'Chức vụ thành viên': 'Phó Chánh Văn phòng',
      'Nhiệm vụ': 'Trưởng đoàn (Tổ trưởng)',
    },
    { 'Họ tên thành viên': 'Lê Thị Hồng Nhung', 'Chức vụ thành viên': 'Công chức tư pháp', 'Nhiệm vụ': 'Thành viên' },
  ],
  {
    help: 'Từ 02 người; không ai là người thân thích hoặc có lợi ích liên quan với người bị tố cáo (NĐ31 Đ.10 k3).',
    rows: (data) =>
      data.team.map(({ fullName, title: position }, index) => ({
        'Họ tên thành viên': fullName,
        'Chức vụ thành viên': position ?? '',
        'Nhiệm vụ': index === 0 ? 'Trưởng đoàn (Tổ trưởng)' : 'Thành viên',
      })),
  },
);
const days = typed('Số ngày xác minh', '20', {
  help: 'Trong thời hạn giải quyết tố cáo.',
  start: (data) => figure(data.facts['verificationDays']),
});

/** NĐ 31 Mẫu số 07; who is denounced gets it, so the denouncer is not in it. */
const teamDecisions = underBothLaws((law) =>
  openForm({
    ...law.validity,
    code: 'ND31.07',
    heading: 'QUYẾT ĐỊNH\nThành lập Đoàn (Tổ) xác minh nội dung tố cáo',
    title: 'Quyết định thành lập Đoàn (Tổ) xác minh nội dung tố cáo (Mẫu số 07)',
    formNumber: 'Mẫu số 07',
    citation: cite('LTC Đ.31 k1; NĐ31 Đ.10 k1, Mẫu số 07'),
    letterhead: 'agency',
    numberKind: 'QĐ',
    sizes: ['A4'],
    addressees: ['team', 'denounced', 'related', 'file'],
    fields: [
      issuer,
      powers,
      typed('Văn bản giao nhiệm vụ xác minh', 'Quyết định số 45/QĐ-UBND ngày 13 tháng 7 năm 2026 thụ lý tố cáo', {
        optional: true,
        help: 'Văn bản giao xác minh hoặc quyết định thụ lý tố cáo.',
        start: (data) => {
          const paper = data.earlier['TC.VERIFICATION.ASSIGNMENT'];
          return paper ? `Văn bản số ${paper.number} giao xác minh nội dung tố cáo` : null;
        },
      }),
      proposer,
      team,
      allegation,
      days,
      bearers,
      denounced,
    ],
    body: [
      ...decisionHead(law, {}, [
        block.section('Văn bản giao nhiệm vụ xác minh', [ground('Căn cứ {Văn bản giao nhiệm vụ xác minh};')]),
      ]),
      article('Điều 1.', 'Thành lập Đoàn (Tổ) xác minh nội dung tố cáo, gồm:'),
      each('Thành viên xác minh', [
        para('{TT}. Ông (bà) {Họ tên thành viên}, chức vụ {Chức vụ thành viên}: {Nhiệm vụ};'),
      ]),
      article('Điều 2.', 'Đoàn (Tổ) xác minh có nhiệm vụ kiểm tra, xác minh nội dung tố cáo: {Nội dung tố cáo}.'),
      para('Thời gian tiến hành xác minh là {Số ngày xác minh} ngày, kể từ ngày ký Quyết định này.'),
      para(
        'Đoàn (Tổ) xác minh thực hiện các quyền, nghĩa vụ, trách nhiệm quy định tại các điểm a, b, c, d khoản 1 và các điểm a, b, c khoản 2 Điều 11 của Luật Tố cáo.',
      ),
      article(
        'Điều 3.',
        'Các ông (bà) {Người chịu trách nhiệm thi hành}, {Người bị tố cáo}, cơ quan, tổ chức, đơn vị, cá nhân có liên quan và các ông (bà) có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ],
    signing: byResolver(cite('NĐ31 Đ.10 k1, k2')),
  }),
);

/** LTC Đ.31 k2 lists what it must hold; the denouncer's details are cut out before the work is handed over (Đ.56 k2). */
const assignment = openForm({
  ...SINCE_ND31,
  code: 'TC.VERIFICATION.ASSIGNMENT',
  heading: 'V/v giao xác minh nội dung tố cáo',
  title: 'Văn bản giao xác minh nội dung tố cáo',
  citation: cite('LTC Đ.31 k1, k2; NĐ31 Đ.10 k2'),
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  salutation: '{Nơi được giao xác minh}',
  addressees: ['receivingBody', 'file'],
  fields: [
    typed('Nơi được giao xác minh', 'Chánh Thanh tra tỉnh Đồng Tâm'),
    acceptance,
    denounced,
    allegation,
    days,
    typed(
      'Quyền và trách nhiệm',
      'Được giao quyền yêu cầu cung cấp thông tin, tài liệu theo điểm a, b khoản 1 Điều 11.',
      {
        long: true,
        optional: true,
        help: 'Phần riêng của vụ việc; quyền, nghĩa vụ chung theo LTC Đ.31 k5 đã in sẵn.',
      },
    ),
    typed('Người giao nhận tài liệu', 'Lê Thị Hồng Nhung, công chức Văn phòng', {
      help: 'Thông tin người tố cáo đã lược bỏ, quản lý riêng theo chế độ mật (LTC Đ.56 k2).',
    }),
  ],
  body: [
    para('{Tên cơ quan} đã thụ lý tố cáo tại Quyết định {Quyết định thụ lý}.'),
    para('{Tên cơ quan} giao {Nơi được giao xác minh} xác minh như sau:'),
    para('1. Người bị tố cáo: {Người bị tố cáo}.'),
    para('2. Nội dung cần xác minh: {Nội dung tố cáo}.'),
    para('3. Thời gian tiến hành xác minh: {Số ngày xác minh} ngày, kể từ ngày nhận được văn bản này.'),
    para(
      '4. Quyền và trách nhiệm: thực hiện quyền, nghĩa vụ quy định tại các điểm a, b, c, d khoản 1 và các điểm a, b, c khoản 2 Điều 11 của Luật Tố cáo; giữ bí mật thông tin về người tố cáo; báo cáo kết quả theo Mẫu số 11.',
    ),
    block.section('Quyền và trách nhiệm', [para('{Quyền và trách nhiệm}')]),
    para('5. Người giao nhận tài liệu: {Người giao nhận tài liệu}./.'),
  ],
  signing: byResolver(cite('LTC Đ.31 k1, k2')),
});

export const verificationOrders = [...teamDecisions, assignment];
