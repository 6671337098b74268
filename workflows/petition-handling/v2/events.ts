import { input, option, type EventInfo } from '#libs/procedure';
import { documentNumber, note } from '../../common/inputs.js';
import { DESK, OFFICE_ACT, RESOLVER_ACT, RESOLVERS } from '../../common/roles.js';
import { events as before } from '../events.js';
import { APPEAL_GROUNDS, FEEDBACK_KINDS, INELIGIBLE_GROUNDS, OUTSIDE_MATTERS, REPORT_GROUNDS } from './grounds.js';
import { law } from './law.js';

const receivingBody = input.text('receivingBody', 'Cơ quan, người có thẩm quyền tiếp nhận');
const receivingAgency = input.agency('receivingAgencyId', 'Cơ quan nhận trong hệ thống', {
  optional: true,
  help: 'Chọn khi nơi nhận dùng hệ thống này: đơn chờ vào sổ ở đó và báo lại đã nhận.',
});
const originalsCount = input.number('originalsCount', 'Số bản gốc', { min: 1, max: 999 });

const changed: readonly EventInfo[] = [
  {
    type: 'CHECK_ELIGIBILITY',
    title: 'Kiểm tra điều kiện xử lý',
    roles: DESK,
    basis: law.eligibility,
    input: [
      input.boolean('eligible', 'Đơn đủ điều kiện xử lý'),
      input.choice('ground', 'Lý do không đủ điều kiện', INELIGIBLE_GROUNDS, { optional: true }),
      note,
    ],
  },
  {
    type: 'CHECK_COMPETENCE',
    title: 'Xác định thẩm quyền',
    roles: OFFICE_ACT,
    basis: law.competence,
    input: [
      input.boolean('competent', 'Thuộc thẩm quyền giải quyết của cơ quan mình'),
      input.choice('outsideMatter', 'Lĩnh vực do chế độ khác điều chỉnh', OUTSIDE_MATTERS, { optional: true }),
      note,
    ],
  },
  {
    type: 'PROPOSE_ACCEPTANCE',
    title: 'Đề xuất thụ lý, mở hồ sơ giải quyết',
    roles: OFFICE_ACT,
    basis: law.competentComplaint,
    input: [
      input.choice(
        'proposal',
        'Đề xuất',
        [
          option('accept', 'Thụ lý'),
          option('refuse', 'Không thụ lý (theo Điều 11 Luật Khiếu nại, quyết định trong hồ sơ khiếu nại)'),
        ],
        { optional: true },
      ),
      input.choice(
        'procedure',
        'Khiếu nại về',
        [
          option('complaint', 'Quyết định hành chính, hành vi hành chính'),
          option('disciplinary-complaint', 'Quyết định kỷ luật cán bộ, công chức', 'LKN Đ.47'),
        ],
        { optional: true },
      ),
      input.choice('instance', 'Lần khiếu nại', [option('first', 'Lần đầu'), option('second', 'Lần hai')], {
        optional: true,
      }),
      input.caseFile('firstCaseFileId', 'Hồ sơ giải quyết lần đầu', { optional: true }),
      input.date('firstDecisionOn', 'Ngày nhận quyết định giải quyết lần đầu', { optional: true }),
      input.choice('appealGround', 'Lý do khiếu nại lần hai', APPEAL_GROUNDS, { optional: true }),
      input.caseFile('renewedOf', 'Tố cáo tiếp của hồ sơ', { optional: true }),
      input.boolean('renewed', 'Là tố cáo tiếp, hồ sơ trước không có trong phần mềm hoặc không được xem', {
        optional: true,
      }),
      input.choice('feedbackKind', 'Loại kiến nghị, phản ánh', FEEDBACK_KINDS, { optional: true }),
      note,
    ],
    paper: 'Phiếu đề xuất thụ lý đơn (Mẫu 01, TT05)',
  },
  {
    type: 'TRANSFER',
    title: 'Chuyển đơn đến nơi có thẩm quyền',
    roles: RESOLVER_ACT,
    basis: law.denunciationTransfer,
    input: [receivingBody, receivingAgency, documentNumber('Số phiếu chuyển')],
    paper: 'Phiếu chuyển đơn (Mẫu 03 đối với tố cáo, TT05)',
  },
  {
    type: 'RETURN_TO_FORWARDER',
    title: 'Trả lại nơi chuyển đơn',
    roles: RESOLVER_ACT,
    basis: law.returnToForwarder,
    input: [receivingAgency, documentNumber('Số văn bản trả lại'), note],
    paper: 'Văn bản trả lại đơn',
  },
  {
    type: 'REPORT_TO_HEAD',
    title: 'Báo cáo người đứng đầu',
    roles: DESK,
    basis: law.report,
    input: [input.choice('reportGround', 'Nội dung báo cáo', REPORT_GROUNDS), note],
  },
];

const added: readonly EventInfo[] = [
  {
    type: 'COMPLETE_SPLIT',
    title: 'Ghi nhận các đơn tách đã vào sổ',
    roles: DESK,
    basis: law.split,
    input: [input.number('parts', 'Số đơn đã vào sổ', { min: 2, max: 9 })],
  },
  {
    type: 'ORDER_SUBORDINATE',
    title: 'Yêu cầu cấp dưới giải quyết',
    roles: RESOLVERS,
    basis: law.subordinate,
    input: [receivingBody, documentNumber(), note],
    paper: 'Văn bản yêu cầu cấp dưới giải quyết',
  },
  {
    type: 'ORDER_REVIEW',
    title: 'Chỉ đạo xem xét lại quyết định giải quyết',
    roles: RESOLVERS,
    basis: law.review,
    input: [documentNumber(), note],
    paper: 'Văn bản xem xét lại việc giải quyết khiếu nại',
  },
  {
    type: 'RECEIVE_ORIGINALS',
    title: 'Nhận bản gốc giấy tờ, tài liệu',
    roles: DESK,
    basis: law.originalsReceipt,
    input: [originalsCount, note],
    paper: 'Giấy biên nhận thông tin, tài liệu (Mẫu số 02/TCD, NĐ154)',
  },
  {
    type: 'RETURN_ORIGINALS',
    title: 'Trả bản gốc giấy tờ, tài liệu',
    roles: DESK,
    basis: law.originals,
    input: [originalsCount, note],
    paper: 'Biên bản trả bản gốc',
  },
  {
    type: 'ASK_REPRESENTATIVES',
    title: 'Hướng dẫn cử người đại diện',
    roles: DESK,
    basis: law.representatives,
    input: [note],
    paper: 'Văn bản cử người đại diện',
  },
  {
    type: 'NAME_REPRESENTATIVES',
    title: 'Ghi nhận người đại diện',
    roles: DESK,
    basis: law.representatives,
    input: [
      input.number('representatives', 'Số người đại diện', { min: 1, max: 99 }),
      input.boolean('appointmentSigned', 'Văn bản cử người đại diện có chữ ký của tất cả những người đứng đơn'),
      note,
    ],
  },
  {
    type: 'PROPOSE_DESTRUCTION',
    title: 'Đề nghị tiêu hủy đơn đã lưu',
    roles: OFFICE_ACT,
    basis: law.archive,
    input: [note],
    paper: 'Tờ trình tiêu hủy đơn đã lưu',
  },
  {
    type: 'DECIDE_DESTRUCTION',
    title: 'Quyết định tiêu hủy đơn đã lưu',
    roles: RESOLVERS,
    basis: law.archive,
    input: [documentNumber('Số quyết định')],
    paper: 'Quyết định tiêu hủy đơn đã lưu',
  },
  { type: 'KEEP_LONGER', title: 'Tiếp tục lưu', roles: RESOLVERS, basis: law.archive, input: [note] },
];

const GONE: readonly string[] = ['ANSWER_FEEDBACK', 'RECORD_DENUNCIATION_ACCEPTED', 'RECORD_DENUNCIATION_REFUSED'];
const isChanged = new Set(changed.map(({ type }) => type));

/** Events of version 1 that stay as they were, those with other forms, those that are new. */
export const events: readonly EventInfo[] = [
  ...before.filter(({ type }) => !GONE.includes(type) && !isChanged.has(type)),
  ...changed,
  ...added,
];
