import { cite } from '#libs/procedure';
import { block, namedForm, type Block } from '../../form.js';
import { line, title } from '../common/blocks.js';
import {
  address,
  complainant,
  identityPaper,
  lines,
  occasion,
  officer,
  officerTitle,
  respondent,
  typed,
} from '../common/fields.js';
import { BEFORE, SINCE, type ComplaintLaw } from '../common/law.js';
import { byParties } from '../common/signing.js';
import { dayInWords } from '../common/words.js';

const { para, section, each, signatures } = block;

const ABSENCES: Readonly<Record<string, string>> = {
  absentWithReason: 'vắng mặt có lý do',
  absentWithoutReason: 'vắng mặt không có lý do',
};

const people = (name: string, sample: Readonly<Record<string, string>>) => lines(name, [sample]);
const fields = [
  occasion[0],
  typed('Ngày làm việc', '12 tháng 8 năm 2026', {
    start: (data) => dayInWords(data.facts['dialogueOn'] ?? data.signedOn),
  }),
  occasion[2],
  typed('Người chủ trì đối thoại', 'Trần Minh Quang, chức vụ Chủ tịch, Ủy ban nhân dân xã Tân Thành', {
    help: 'Người giải quyết khiếu nại hoặc người được phân công chủ trì: họ tên, chức vụ, cơ quan.',
  }),
  officer,
  officerTitle,
  complainant,
  address,
  ...identityPaper,
  typed('Người khiếu nại vắng mặt', 'vắng mặt không có lý do', {
    optional: true,
    help: 'Chỉ ghi khi người khiếu nại vắng mặt: có lý do hay không có lý do.',
    start: (data) => ABSENCES[String(data.facts['attendance'])],
  }),
  respondent,
  people('Người có quyền, nghĩa vụ liên quan', {
    'Họ tên người liên quan': 'Võ Thị Thanh Tuyền',
    'Địa chỉ người liên quan': 'ấp Tây, xã Tân Thành',
  }),
  people('Cơ quan, tổ chức liên quan', {
    'Đại diện cơ quan': 'Huỳnh Công Danh',
    'Cơ quan, địa chỉ': 'Chi nhánh Văn phòng đăng ký đất đai khu vực 3',
  }),
  typed('Nội dung đối thoại', 'Nêu mục đích, yêu cầu đối thoại; tóm tắt kết quả xác minh; ranh giới thửa đất số 56.', {
    long: true,
    help: 'Mục đích, yêu cầu, tóm tắt kết quả xác minh và từng nội dung đối thoại.',
  }),
  typed('Ý kiến của những người tham gia', 'Bà Nguyễn Thị Hòa đề nghị công nhận mốc phía Tây theo bản đồ năm 2004.', {
    long: true,
  }),
  typed('Kết quả đối thoại', 'Thống nhất diện tích 96 m²; còn khác nhau về mốc phía Tây.', {
    long: true,
    help: 'Nội dung đã thống nhất, vấn đề còn ý kiến khác nhau, ý kiến khác nếu có.',
  }),
  typed('Lý do không ký', 'Ông Lê Quốc Bảo không ký vì chưa đồng ý với số liệu đo đạc', { optional: true }),
  typed('Giờ kết thúc', '10 giờ 45 phút'),
  typed('Số bản', '04', { start: () => '03', help: 'Ít nhất ba bản, mỗi bên giữ một bản (NĐ124 Đ.28).' }),
] as const;

const SIGNERS = [
  signatures(
    { title: 'NGƯỜI BỊ KHIẾU NẠI', note: '(Ký, ghi rõ họ tên)' },
    {
      title: 'NGƯỜI GIẢI QUYẾT KHIẾU NẠI (HOẶC NGƯỜI ĐƯỢC PHÂN CÔNG CHỦ TRÌ ĐỐI THOẠI)',
      note: '(Ký, ghi rõ họ tên, đóng dấu (nếu có))',
    },
  ),
  signatures(
    {
      title: 'NGƯỜI KHIẾU NẠI (HOẶC NGƯỜI ĐẠI DIỆN, NGƯỜI ĐƯỢC ỦY QUYỀN)',
      note: '(Ký, ghi rõ họ tên hoặc điểm chỉ)',
    },
    { title: 'ĐẠI DIỆN CƠ QUAN, TỔ CHỨC, CÁ NHÂN CÓ LIÊN QUAN', note: '(Ký, ghi rõ họ tên, đóng dấu (nếu có))' },
  ),
  signatures(
    { title: 'NGƯỜI CÓ QUYỀN VÀ NGHĨA VỤ LIÊN QUAN', note: '(Ký, ghi rõ họ tên hoặc điểm chỉ)' },
    { title: 'NGƯỜI GHI BIÊN BẢN', note: '(Ký, ghi rõ họ tên)', name: '{Công chức thực hiện}' },
  ),
];

const present = (law: ComplaintLaw, more: readonly Block[]): readonly Block[] => [
  para('Vào hồi {Giờ bắt đầu}, ngày {Ngày làm việc}, tại {Địa điểm}.'),
  title('I. THÀNH PHẦN THAM GIA ĐỐI THOẠI'),
  line('1. Người giải quyết khiếu nại, người được phân công chủ trì đối thoại:'),
  line('Ông (bà) {Người chủ trì đối thoại}.'),
  line('2. Người ghi biên bản:'),
  line('Ông (bà) {Công chức thực hiện}, chức vụ {Chức vụ công chức thực hiện}.'),
  line('3. Người khiếu nại (hoặc người đại diện, người được ủy quyền khiếu nại):'),
  line(
    `Ông (bà) {Người khiếu nại}. ${law.identity}: {Số giấy tờ tùy thân}, ngày cấp {Ngày cấp giấy tờ}, nơi cấp {Nơi cấp giấy tờ}.`,
  ),
  ...more,
  section('Người khiếu nại vắng mặt', [line('Người khiếu nại {Người khiếu nại vắng mặt}.')]),
  line('4. Người bị khiếu nại (hoặc người đại diện, người được ủy quyền của người bị khiếu nại (nếu có)):'),
  line('Ông (bà) {Người bị khiếu nại}.'),
  line('5. Người có quyền, nghĩa vụ liên quan (nếu có):'),
  each('Người có quyền, nghĩa vụ liên quan', [
    line('Ông (bà) {Họ tên người liên quan}. Địa chỉ: {Địa chỉ người liên quan}.'),
  ]),
  line('6. Đại diện cơ quan, tổ chức, cá nhân có liên quan (nếu có):'),
  each('Cơ quan, tổ chức liên quan', [line('Ông (bà) {Đại diện cơ quan}. Địa chỉ: {Cơ quan, địa chỉ}.')]),
];

const held = (copies: string): readonly Block[] => [
  title('II. NỘI DUNG ĐỐI THOẠI'),
  para(
    '1. Người giải quyết khiếu nại hoặc người được phân công chủ trì đối thoại nêu mục đích, yêu cầu của việc đối thoại, tóm tắt kết quả xác minh nội dung khiếu nại và những nội dung đối thoại: {Nội dung đối thoại}',
  ),
  para('2. Ý kiến của những người tham gia đối thoại về từng nội dung đối thoại: {Ý kiến của những người tham gia}'),
  title('III. KẾT QUẢ ĐỐI THOẠI'),
  para('{Kết quả đối thoại}'),
  para('Buổi đối thoại kết thúc hồi {Giờ kết thúc}, ngày {Ngày làm việc}.'),
  para('Biên bản đối thoại đã được đọc lại cho những người tham gia đối thoại nghe và ký xác nhận.'),
  section('Lý do không ký', [para('Có người không ký xác nhận, lý do: {Lý do không ký}.')]),
  para(copies),
  ...SIGNERS,
];

const common = {
  code: 'ND124.14',
  heading: 'BIÊN BẢN ĐỐI THOẠI VỚI NGƯỜI KHIẾU NẠI',
  title: 'Biên bản đối thoại (Mẫu số 14)',
  formNumber: 'Mẫu số 14',
  letterhead: 'agency',
  undated: true,
  sizes: ['A4'],
  addressees: ['complainant', 'respondent', 'related', 'file'],
  fields,
} as const;

/** NĐ 124 Mẫu số 14, the second text by NĐ 155; a dialogue after 01/07/2026 in an older case takes the new one (NĐ155 Đ.22 k1). */
export const dialogueRecords = [
  namedForm({
    ...common,
    ...BEFORE.validity,
    citation: cite('LKN Đ.30 k4, Đ.39; NĐ124 Đ.28 k3, Mẫu số 14'),
    body: [
      ...present(BEFORE, [line('Địa chỉ: {Địa chỉ người khiếu nại}.')]),
      ...held(
        'Biên bản được lập thành {Số bản} bản; người giải quyết khiếu nại, người được giao nhiệm vụ xác minh, người khiếu nại, người bị khiếu nại mỗi người được nhận 01 bản./.',
      ),
    ],
    signing: byParties(cite('LKN Đ.30 k4; NĐ124 Đ.28 k3')),
  }),
  namedForm({
    ...common,
    ...SINCE.validity,
    citation: cite('LKN Đ.30 k4, Đ.39; NĐ124 Đ.28 k4 (NĐ155), Mẫu số 14'),
    fields: fields.filter((field) => field !== address),
    body: [...present(SINCE, []), ...held('Biên bản được lập thành {Số bản} bản; mỗi người nhận 01 bản./.')],
    signing: byParties(cite('LKN Đ.30 k4; NĐ124 Đ.28 k4 (NĐ155)')),
  }),
];
