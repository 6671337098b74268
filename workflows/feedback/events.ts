import { input, type EventInfo } from '#libs/procedure';
import { assignee, documentNumber, note } from '../common/inputs.js';
import { DESK, OFFICE_ACT, OFFICERS, RESOLVER_ACT } from '../common/roles.js';
import {
  ATTITUDE_OUTCOMES,
  DISPUTE_SUBJECTS,
  MEDIATION_RESULTS,
  REGULATION_HANDLING,
  REPLY_CONTENTS,
  SUBJECTS,
} from './grounds.js';
import { law } from './law.js';

const target = input.date('targetOn', 'Trả lời trước ngày (mục tiêu nội bộ)', { optional: true });
const redacted = input.boolean('redacted', 'Đã che họ tên, địa chỉ, thông tin cá nhân');
const body = input.text('receivingBody', 'Cơ quan nhận');

export const events: readonly EventInfo[] = [
  {
    type: 'ASSIGN_OFFICER',
    title: 'Giao công chức giải quyết',
    roles: ['unitHead', 'chairman', 'provinceChairman'],
    basis: law.officer,
    input: [assignee, note],
  },
  {
    type: 'START_RESOLVING',
    title: 'Bắt đầu giải quyết',
    roles: OFFICE_ACT,
    basis: law.own,
    input: [input.choice('subject', 'Nhóm nội dung', SUBJECTS), target, note],
  },
  {
    type: 'ANSWER_RECEPTION',
    title: 'Trả lời người đến kiến nghị, phản ánh',
    roles: DESK,
    basis: law.receptionAnswer,
    input: [input.choice('replyContent', 'Trả lời về', REPLY_CONTENTS), note],
    paper: 'Thông báo kết quả xử lý (LTCD Đ.28)',
  },
  {
    type: 'FORWARD',
    title: 'Chuyển đến cơ quan có thẩm quyền',
    roles: RESOLVER_ACT,
    basis: law.others,
    input: [body, documentNumber('Số phiếu chuyển')],
    paper: 'Phiếu chuyển đơn kiến nghị, phản ánh',
  },
  {
    type: 'ANSWER_FEEDBACK',
    title: 'Trả lời kiến nghị, phản ánh',
    roles: RESOLVER_ACT,
    basis: law.answer,
    input: [
      documentNumber('Số văn bản trả lời'),
      input.choice('attitudeOutcome', 'Kết quả xử lý thái độ phục vụ', ATTITUDE_OUTCOMES, { optional: true }),
      note,
    ],
    paper: 'Văn bản trả lời kiến nghị, phản ánh',
  },
  {
    type: 'PUBLISH_ANSWER',
    title: 'Công khai nội dung trả lời',
    roles: OFFICE_ACT,
    basis: law.secrecy,
    input: [redacted],
  },
  {
    type: 'FORWARD_REGULATION',
    title: 'Chuyển cơ quan xử lý quy định',
    roles: DESK,
    basis: law.regulationForward,
    input: [
      input.boolean('nameAndAddress', 'Có tên, địa chỉ, số điện thoại của người gửi'),
      { ...body, required: false },
      { ...documentNumber('Số văn bản chuyển'), required: false },
      note,
    ],
    paper: 'Văn bản chuyển phản ánh, kiến nghị về quy định hành chính',
  },
  {
    type: 'RECORD_HANDLING',
    title: 'Ghi nhận kết quả xử lý quy định',
    roles: OFFICE_ACT,
    basis: law.regulationHandling,
    input: [input.choice('handling', 'Cách xử lý', REGULATION_HANDLING), documentNumber(), note],
  },
  {
    type: 'PUBLISH_HANDLING',
    title: 'Công khai kết quả xử lý quy định',
    roles: OFFICE_ACT,
    basis: law.regulationPublication,
    input: [redacted],
  },
  {
    type: 'TRACK_RECOMMENDATION',
    title: 'Giao trả lời và theo dõi',
    roles: OFFICE_ACT,
    basis: law.recommendation,
    input: [body, target, note],
    paper: 'Văn bản đôn đốc',
  },
  {
    type: 'DECIDE_RECOMMENDATION',
    title: 'Ghi nhận kết quả giải quyết kiến nghị',
    roles: RESOLVER_ACT,
    basis: law.recommendation,
    input: [
      input.boolean('aboutComplaintResult', 'Kiến nghị về kết quả giải quyết khiếu nại đã chuyển'),
      documentNumber(),
      note,
    ],
  },
  {
    type: 'ANSWER_RECOMMENDATION',
    title: 'Trả lời nơi kiến nghị',
    roles: RESOLVER_ACT,
    basis: law.recommendation,
    input: [documentNumber('Số văn bản trả lời'), note],
    paper: 'Văn bản trả lời kiến nghị',
  },
  {
    type: 'INVITE_MEDIATION',
    title: 'Mời hòa giải',
    roles: OFFICE_ACT,
    basis: law.mediation,
    input: [
      input.choice('disputeSubject', 'Loại tranh chấp', DISPUTE_SUBJECTS),
      input.date('meetingOn', 'Ngày hòa giải'),
      documentNumber('Số giấy mời'),
    ],
    paper: 'Giấy mời hòa giải',
  },
  {
    type: 'RECORD_MEDIATION',
    title: 'Ghi biên bản hòa giải',
    roles: OFFICE_ACT,
    basis: law.mediation,
    input: [input.choice('mediationResult', 'Kết quả', MEDIATION_RESULTS), note],
    paper: 'Biên bản hòa giải',
  },
  { type: 'CLOSE', title: 'Kết thúc hồ sơ', roles: OFFICE_ACT, basis: law.answer, input: [note] },
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
    basis: law.officer,
    input: [input.longText('correction', 'Sai ở đâu, căn cứ đính chính')],
    compensates: true,
    needs: ['correctionExplained'],
  },
];
