import { input, option, type EventInfo } from '#libs/procedure';
import { assignee, documentNumber, note } from '../common/inputs.js';
import { DESK, OFFICE_ACT, OFFICERS, RESOLVER_ACT } from '../common/roles.js';
import { CONTENT_TYPES, INELIGIBLE_GROUNDS, REPORT_GROUNDS } from './grounds.js';
import { law } from './law.js';

const receivingBody = input.text('receivingBody', 'Cơ quan, người có thẩm quyền tiếp nhận');

export const events: readonly EventInfo[] = [
  {
    type: 'ASSIGN_OFFICER',
    title: 'Giao công chức xử lý đơn',
    roles: ['unitHead', 'chairman', 'provinceChairman'],
    basis: law.responsibility,
    input: [assignee, note],
  },
  {
    type: 'CLASSIFY',
    title: 'Phân loại đơn',
    roles: DESK,
    basis: law.classify,
    input: [input.choice('contentType', 'Loại theo nội dung, không theo tiêu đề', CONTENT_TYPES), note],
  },
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
    input: [input.boolean('competent', 'Thuộc thẩm quyền giải quyết của cơ quan mình'), note],
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
      note,
    ],
    paper: 'Phiếu đề xuất thụ lý đơn (Mẫu 01, TT05)',
  },
  {
    type: 'GUIDE',
    title: 'Hướng dẫn đến nơi có thẩm quyền',
    roles: DESK,
    basis: law.guideComplaint,
    input: [receivingBody, documentNumber('Số phiếu hướng dẫn')],
    paper: 'Phiếu hướng dẫn (Mẫu 02, TT05)',
  },
  {
    type: 'TRANSFER',
    title: 'Chuyển đơn đến nơi có thẩm quyền',
    roles: RESOLVER_ACT,
    basis: law.denunciationTransfer,
    input: [receivingBody, documentNumber('Số phiếu chuyển')],
    paper: 'Phiếu chuyển đơn (Mẫu 03 đối với tố cáo, TT05)',
  },
  {
    type: 'RETURN_TO_FORWARDER',
    title: 'Trả lại nơi chuyển đơn',
    roles: RESOLVER_ACT,
    basis: law.returnToForwarder,
    input: [documentNumber('Số văn bản trả lại'), note],
    paper: 'Văn bản trả lại đơn',
  },
  { type: 'FILE', title: 'Lưu đơn', roles: RESOLVER_ACT, basis: law.file, input: [note] },
  {
    type: 'NOT_PROCESS',
    title: 'Không xử lý tố cáo',
    roles: RESOLVER_ACT,
    basis: law.notProcessedDenunciation,
    input: [note],
  },
  {
    type: 'REQUEST_SUPPLEMENT',
    title: 'Hướng dẫn bổ sung đơn',
    roles: DESK,
    basis: law.supplement,
    input: [documentNumber('Số văn bản hướng dẫn'), note],
  },
  { type: 'RECEIVE_SUPPLEMENT', title: 'Nhận phần bổ sung', roles: DESK, basis: law.receive, input: [note] },
  {
    type: 'SPLIT',
    title: 'Tách đơn nhiều nội dung',
    roles: DESK,
    basis: law.split,
    input: [input.choices('contents', 'Các nội dung được tách', CONTENT_TYPES.slice(0, 3)), note],
    paper: 'Phiếu hướng dẫn tách đơn',
  },
  {
    type: 'TRANSFER_FOR_INSPECTION',
    title: 'Chuyển để thanh tra, kiểm tra',
    roles: RESOLVER_ACT,
    basis: law.inspection,
    input: [
      input.boolean('clearEvidence', 'Rõ người có hành vi vi phạm, có tài liệu, chứng cứ cụ thể'),
      documentNumber(),
    ],
  },
  {
    type: 'TRANSFER_TO_INVESTIGATION',
    title: 'Chuyển cơ quan điều tra',
    roles: RESOLVER_ACT,
    basis: law.investigation,
    input: [input.boolean('crimeSign', 'Có dấu hiệu tội phạm'), documentNumber()],
  },
  {
    type: 'ANSWER_FEEDBACK',
    title: 'Trả lời kiến nghị, phản ánh',
    roles: RESOLVER_ACT,
    basis: law.feedbackAnswer,
    input: [documentNumber('Số văn bản trả lời'), note],
  },
  {
    type: 'RECORD_DENUNCIATION_ACCEPTED',
    title: 'Ghi nhận quyết định thụ lý tố cáo',
    roles: RESOLVER_ACT,
    basis: law.denunciationOutcome,
    input: [documentNumber('Số quyết định thụ lý')],
    paper: 'Quyết định thụ lý tố cáo (NĐ31)',
  },
  {
    type: 'RECORD_DENUNCIATION_REFUSED',
    title: 'Ghi nhận không thụ lý tố cáo',
    roles: RESOLVER_ACT,
    basis: law.denunciationOutcome,
    input: [documentNumber('Số thông báo không thụ lý')],
    paper: 'Mẫu số 05 (NĐ31)',
  },
  {
    type: 'REPORT_TO_HEAD',
    title: 'Báo cáo người đứng đầu',
    roles: DESK,
    basis: law.report,
    input: [input.choice('reportGround', 'Nội dung báo cáo', REPORT_GROUNDS), note],
  },
  {
    type: 'WITHDRAW',
    title: 'Ghi nhận rút đơn',
    roles: DESK,
    basis: law.withdraw,
    input: [input.boolean('signed', 'Có chữ ký hoặc điểm chỉ'), note],
  },
  {
    type: 'CORRECT_LAST_STEP',
    title: 'Đính chính bước vừa ghi',
    roles: [...OFFICERS, 'chairman', 'provinceChairman'],
    basis: law.responsibility,
    input: [input.longText('correction', 'Sai ở đâu, căn cứ đính chính')],
    compensates: true,
    needs: ['correctionExplained'],
  },
];
