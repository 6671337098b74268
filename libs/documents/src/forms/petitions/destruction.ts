import { cite } from '#libs/procedure';
import { block, openForm } from '../../form.js';
import { centred, ground } from '../common/blocks.js';
import { issuer, lines, officer, open, typed } from '../common/fields.js';
import { SINCE_TT05 } from '../common/law.js';
import { byHead, byReceiver } from '../common/signing.js';
import { earlierPaper } from '../common/words.js';

const { para, article, signatures, table } = block;

const stored = lines(
  'Đơn đề nghị tiêu hủy',
  [
    { 'Số tiếp nhận đơn': 'KN-2025-000031', 'Ngày lưu': '12/06/2025', 'Số tờ': '04' },
    { 'Số tiếp nhận đơn': 'PA-2025-000087', 'Ngày lưu': '20/06/2025', 'Số tờ': '02' },
  ],
  {
    help: 'Chỉ ghi số tiếp nhận, không ghi tên người gửi và nội dung.',
    rows: (data) => [{ 'Số tiếp nhận đơn': data.petition.registerLabel, 'Ngày lưu': '', 'Số tờ': '' }],
  },
);
const STORED = table('Đơn đề nghị tiêu hủy', {
  head: ['TT', 'Số tiếp nhận', 'Ngày lưu', 'Số tờ'],
  widths: [10, 45, 27, 18],
  cells: ['{TT}', '{Số tiếp nhận đơn}', '{Ngày lưu}', '{Số tờ}'],
});
const common = {
  ...SINCE_TT05,
  citation: cite('TT05 Đ.28'),
  letterhead: 'agency',
  sizes: ['A4'],
  addressees: ['file'],
} as const;

/** After a year in storage the head decides (TT05 Đ.28); the papers name register numbers only. */
const proposal = openForm({
  ...common,
  code: 'DESTRUCTION.PROPOSAL',
  heading: 'TỜ TRÌNH\nVề việc tiêu hủy đơn đã hết thời hạn lưu',
  title: 'Tờ trình tiêu hủy đơn đã lưu',
  numberKind: 'TTr',
  salutation: '{Người quyết định}',
  fields: [
    open('Người quyết định', (data) => data.agency.headTitle, 'Chủ tịch Ủy ban nhân dân xã Tân Thành'),
    stored,
    typed('Lý do đề nghị', 'Đơn đã lưu đủ 01 năm, không phát sinh tình tiết mới.', { long: true }),
    officer,
  ],
  body: [
    para('Căn cứ quy định về lưu đơn, đề nghị xem xét việc tiêu hủy các đơn sau đây:'),
    STORED,
    para('Lý do: {Lý do đề nghị}'),
    para('Kính trình xem xét, quyết định./.'),
    signatures({ title: ' ' }, { title: 'NGƯỜI TRÌNH', note: '(Ký, ghi rõ họ tên)', name: '{Công chức thực hiện}' }),
  ],
  signing: byReceiver(cite('TT05 Đ.28')),
});

const decision = openForm({
  ...common,
  code: 'DESTRUCTION.DECISION',
  heading: 'QUYẾT ĐỊNH\nVề việc tiêu hủy đơn đã hết thời hạn lưu',
  title: 'Quyết định tiêu hủy đơn đã lưu',
  numberKind: 'QĐ',
  fields: [
    issuer,
    open('Tờ trình', (data) => earlierPaper(data, 'DESTRUCTION.PROPOSAL'), 'số 08/TTr-UBND ngày 02 tháng 7 năm 2026'),
    stored,
    typed('Người thực hiện', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã'),
  ],
  body: [
    centred('{Thẩm quyền ban hành}'),
    ground(
      'Căn cứ Thông tư số 05/2021/TT-TTCP ngày 01 tháng 10 năm 2021 của Tổng Thanh tra Chính phủ quy định quy trình xử lý đơn khiếu nại, đơn tố cáo, đơn kiến nghị, phản ánh;',
    ),
    ground('Xét Tờ trình {Tờ trình}.'),
    centred('QUYẾT ĐỊNH:'),
    article('Điều 1.', 'Tiêu hủy các đơn có tên trong danh sách sau đây:'),
    STORED,
    article('Điều 2.', '{Người thực hiện} tổ chức tiêu hủy, lập biên bản và lưu cùng Quyết định này.'),
    article('Điều 3.', '{Người thực hiện} chịu trách nhiệm thi hành Quyết định này./.'),
  ],
  signing: byHead(cite('TT05 Đ.28')),
});

export const destructionPapers = [proposal, decision];
