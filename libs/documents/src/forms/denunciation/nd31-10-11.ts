import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { title } from '../common/blocks.js';
import { open, typed } from '../common/fields.js';
import { dayInWords, earlierPaper } from '../common/words.js';
import { allegationNamed, conclusionInWords, denouncedNamed, resolverTitle } from './fields.js';
import { SINCE_ND31 } from './law.js';
import { verifiedSince } from './nd31-08.js';

const { para } = block;

const found = [
  denouncedNamed,
  allegationNamed,
  typed('Kết quả xác minh', 'Từ tháng 3 đến tháng 5 năm 2026 đã thu 4.500.000 đồng của 03 hộ, không có biên lai.', {
    long: true,
    help: 'Theo từng nội dung tố cáo, cả nội dung giải trình của người bị tố cáo.',
  }),
  typed('Nhận xét, đánh giá', 'Nội dung tố cáo là tố cáo đúng một phần.', {
    long: true,
    help: 'Từng nội dung: căn cứ pháp luật, có hay không có vi phạm; đúng, đúng một phần hoặc sai; việc cố ý tố cáo sai nếu có; trách nhiệm của từng nơi, từng người.',
    start: (data) => {
      const words = conclusionInWords(data.facts['proposal']);
      return words && `Nội dung tố cáo là ${words}.`;
    },
  }),
  typed('Kiến nghị', 'Xem xét xử lý kỷ luật theo thẩm quyền; buộc hoàn trả số tiền đã thu.', {
    long: true,
    help: 'Xử lý nơi, người có vi phạm; biện pháp bảo vệ lợi ích của Nhà nước, quyền và lợi ích hợp pháp của cơ quan, tổ chức, cá nhân.',
  }),
] as const;
const parts = [
  title('1. Kết quả xác minh:'),
  para('{Kết quả xác minh}'),
  title('2. Nhận xét, đánh giá:'),
  para('{Nhận xét, đánh giá}'),
  title('3. Kiến nghị:'),
  para('{Kiến nghị}'),
];
const common = {
  ...SINCE_ND31,
  heading: 'BÁO CÁO\nKết quả xác minh nội dung tố cáo',
  letterhead: 'agency',
  sizes: ['A4'],
  addressees: ['file'],
} as const;

/** NĐ 31 Mẫu số 10: the team to whoever set it up; its leader signs, without a seal. */
const teamReport = namedForm({
  ...common,
  code: 'ND31.10',
  title: 'Báo cáo kết quả xác minh của Đoàn (Tổ) xác minh (Mẫu số 10)',
  formNumber: 'Mẫu số 10',
  citation: cite('LTC Đ.31 k6; NĐ31 Đ.16 k1, k2, Mẫu số 10'),
  issuedBy: 'Đoàn (Tổ) xác minh\nnội dung tố cáo',
  salutation: '{Người thành lập Đoàn (Tổ)}',
  fields: [
    typed('Người thành lập Đoàn (Tổ)', 'Chủ tịch Ủy ban nhân dân xã Tân Thành', {
      start: (data) => data.agency.headTitle,
    }),
    open('Quyết định thành lập', (data) => earlierPaper(data, 'ND31.07'), 'số 46/QĐ-UBND ngày 14 tháng 7 năm 2026'),
    verifiedSince,
    typed('Xác minh đến ngày', '03 tháng 8 năm 2026', { start: (data) => dayInWords(data.signedOn) }),
    ...found,
  ],
  body: [
    para(
      'Thực hiện Quyết định {Quyết định thành lập} của {Người thành lập Đoàn (Tổ)} về việc thành lập Đoàn (Tổ) xác minh nội dung tố cáo.',
    ),
    para(
      'Từ ngày {Xác minh từ ngày} đến ngày {Xác minh đến ngày}, Đoàn (Tổ) xác minh đã tiến hành xác minh nội dung tố cáo đối với: {Người bị tố cáo}; nội dung tố cáo: {Nội dung tố cáo}.',
    ),
    para('Đoàn (Tổ) xác minh nội dung tố cáo báo cáo kết quả xác minh nội dung tố cáo như sau:'),
    ...parts,
    para(
      'Trên đây là báo cáo kết quả xác minh nội dung tố cáo, đề nghị {Người thành lập Đoàn (Tổ)} xem xét, chỉ đạo./.',
    ),
  ],
  signing: { by: 'teamLeader', capacities: ['self'], seal: 'none', basis: cite('NĐ31 Đ.16 k1') },
});

/** NĐ 31 Mẫu số 11: the body told to verify, to the resolver. */
const bodyReport = namedForm({
  ...common,
  code: 'ND31.11',
  title: 'Báo cáo kết quả xác minh của cơ quan được giao xác minh (Mẫu số 11)',
  formNumber: 'Mẫu số 11',
  citation: cite('LTC Đ.31 k6; NĐ31 Đ.16 k4, Mẫu số 11'),
  numberKind: 'BC',
  salutation: '{Người giải quyết tố cáo}',
  fields: [
    resolverTitle,
    open(
      'Văn bản giao nhiệm vụ xác minh',
      (data) => earlierPaper(data, 'TC.VERIFICATION.ASSIGNMENT'),
      'số 212/UBND ngày 14 tháng 7 năm 2026',
    ),
    ...found,
  ],
  body: [
    para(
      'Thực hiện nhiệm vụ được giao xác minh nội dung tố cáo tại Văn bản {Văn bản giao nhiệm vụ xác minh}, {Tên cơ quan} đã thành lập Đoàn (Tổ) xác minh nội dung tố cáo đối với: {Người bị tố cáo}; nội dung tố cáo: {Nội dung tố cáo}.',
    ),
    para(
      'Căn cứ Báo cáo của Đoàn (Tổ) xác minh về kết quả xác minh nội dung tố cáo và các thông tin, tài liệu, bằng chứng có liên quan, {Tên cơ quan} báo cáo {Người giải quyết tố cáo} như sau:',
    ),
    ...parts,
    para(
      'Trên đây là báo cáo kết quả xác minh nội dung tố cáo, đề nghị {Người giải quyết tố cáo} xem xét, kết luận./.',
    ),
  ],
  signing: { by: 'head', capacities: ['self', 'KT'], seal: 'agency', basis: cite('NĐ31 Đ.16 k4') },
});

export const verificationReports = [teamReport, bodyReport];
