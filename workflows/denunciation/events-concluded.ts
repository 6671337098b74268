import { input, option, type EventInfo } from '#libs/procedure';
import { documentNumber, note, signedBy } from '../common/inputs.js';
import { OFFICE_ACT, RESOLVER_ACT, VERIFIERS } from '../common/roles.js';
import { AGAIN_GROUNDS, MEASURES, PUBLICATION_FORMS, TAKE_OVER_GROUNDS } from './grounds.js';
import { identityRemoved } from './inputs.js';
import { law } from './law.js';

const secretsRemoved = input.boolean('secretsRemoved', 'Đã lược bỏ thông tin người tố cáo và bí mật nhà nước');
const followedBy = input.choice('followedBy', 'Người theo dõi, đôn đốc', [
  option('self', 'Người giải quyết tố cáo'),
  option('inspectorate', 'Cơ quan thanh tra cùng cấp'),
  option('adviser', 'Đơn vị tham mưu (từ 01/07/2026)', 'LTC Đ.44 k3 (L136)'),
]);

/** After the conclusion. */
export const concludedEvents: readonly EventInfo[] = [
  {
    type: 'SEND_CONCLUSION',
    title: 'Gửi kết luận, thông báo cho người tố cáo',
    roles: OFFICE_ACT,
    basis: law.sendConclusion,
    input: [identityRemoved, note],
    paper: 'Mẫu số 12 (NĐ31); thông báo về kết luận nội dung tố cáo',
  },
  {
    type: 'HANDLE_CONCLUSION',
    title: 'Xử lý kết luận nội dung tố cáo',
    roles: RESOLVER_ACT,
    basis: law.handle,
    input: [input.choices('measures', 'Biện pháp xử lý', MEASURES), documentNumber('Số văn bản xử lý'), signedBy, note],
  },
  {
    type: 'RESTORE_RIGHTS',
    title: 'Khôi phục quyền, lợi ích của người bị tố cáo sai',
    roles: RESOLVER_ACT,
    basis: law.restore,
    input: [
      input.choice('rightsHarmed', 'Kết quả', [
        option('restored', 'Đã khôi phục quyền, lợi ích hợp pháp bị xâm phạm', 'LTC Đ.36 k1a'),
        option('none', 'Không có quyền, lợi ích bị xâm phạm', 'LTC Đ.36 k1a'),
      ]),
      input.text('documentNumber', 'Số văn bản khôi phục', { optional: true }),
      note,
    ],
  },
  {
    type: 'APOLOGISE',
    title: 'Xin lỗi, cải chính công khai',
    roles: RESOLVER_ACT,
    basis: law.restore,
    input: [
      input.choice('apology', 'Hình thức', [
        option('letter', 'Văn bản xin lỗi'),
        option('public', 'Xin lỗi, cải chính công khai'),
        option('declined', 'Người bị tố cáo không yêu cầu'),
      ]),
      note,
    ],
  },
  {
    type: 'PUBLISH_CONCLUSION',
    title: 'Công khai kết luận nội dung tố cáo',
    roles: OFFICE_ACT,
    basis: law.publish,
    input: [input.choices('publicationForms', 'Hình thức công khai', PUBLICATION_FORMS), secretsRemoved, note],
  },
  {
    type: 'END_POSTING',
    title: 'Kết thúc niêm yết, đăng tải',
    roles: OFFICE_ACT,
    basis: law.posting,
    input: [note],
  },
  {
    type: 'PUBLISH_HANDLING',
    title: 'Công khai quyết định xử lý hành vi vi phạm',
    roles: OFFICE_ACT,
    basis: law.publish,
    input: [secretsRemoved, note],
  },
  {
    type: 'NOTE_HANDLING_RESULT',
    title: 'Ghi nhận nơi được kiến nghị đã có kết quả xử lý',
    roles: OFFICE_ACT,
    basis: law.handlingReport,
    input: [input.date('resultOn', 'Ngày có kết quả xử lý'), note],
  },
  {
    type: 'RECEIVE_HANDLING_REPORT',
    title: 'Nhận thông báo kết quả xử lý',
    roles: OFFICE_ACT,
    basis: law.handlingReport,
    input: [note],
  },
  {
    type: 'ASSIGN_FOLLOW_UP',
    title: 'Giao theo dõi, đôn đốc thực hiện kết luận',
    roles: RESOLVER_ACT,
    basis: law.followUp,
    input: [followedBy, note],
  },
  {
    type: 'REPORT_FOLLOW_UP',
    title: 'Báo cáo kết quả theo dõi, đôn đốc',
    roles: VERIFIERS,
    basis: law.followUp,
    input: [followedBy, note],
  },
  {
    type: 'CLOSE',
    title: 'Kết thúc hồ sơ',
    roles: RESOLVER_ACT,
    basis: law.file,
    input: [
      input.boolean('carriedOut', 'Kết luận đã được thực hiện xong'),
      input.boolean('fileIndexed', 'Hồ sơ đã đánh số thứ tự tài liệu'),
      note,
    ],
  },
];

/** What the superior does with a renewed denunciation, and what he asks of the file below. */
export const renewedEvents: readonly EventInfo[] = [
  {
    type: 'LINK_EARLIER_FILE',
    title: 'Gắn với hồ sơ giải quyết trước đó',
    roles: OFFICE_ACT,
    basis: law.renewed,
    input: [input.caseFile('earlierFileId', 'Hồ sơ giải quyết trước đó'), note],
  },
  {
    type: 'RESOLVE_AGAIN',
    title: 'Ra quyết định thụ lý, giải quyết lại',
    roles: RESOLVER_ACT,
    basis: law.resolveAgain,
    input: [
      input.boolean('earlierFileReviewed', 'Đã xem xét hồ sơ giải quyết trước đó'),
      input.choice('againGround', 'Căn cứ giải quyết lại', AGAIN_GROUNDS),
      documentNumber('Số quyết định thụ lý'),
      signedBy,
    ],
    paper: 'Mẫu số 04 (NĐ31)',
  },
  {
    type: 'KEEP_RESULT',
    title: 'Không giải quyết lại, thông báo lý do',
    roles: RESOLVER_ACT,
    basis: law.keepResult,
    input: [
      input.boolean('earlierFileReviewed', 'Đã xem xét hồ sơ giải quyết trước đó'),
      input.longText('reasons', 'Lý do không giải quyết lại'),
      documentNumber('Số thông báo'),
      signedBy,
    ],
  },
  {
    type: 'NOTE_LATENESS',
    title: 'Xác định tố cáo tiếp do quá thời hạn giải quyết',
    roles: RESOLVER_ACT,
    basis: law.late,
    input: [note],
  },
  {
    type: 'DEMAND_REPORT',
    title: 'Yêu cầu báo cáo về việc chậm giải quyết',
    roles: RESOLVER_ACT,
    basis: law.late,
    input: [documentNumber(), signedBy],
  },
  {
    type: 'RECEIVE_LATE_REPORT',
    title: 'Nhận báo cáo của người giải quyết tố cáo',
    roles: OFFICE_ACT,
    basis: law.lateReport,
    input: [note],
  },
  {
    type: 'ANSWER_LATENESS',
    title: 'Thông báo cho người tố cáo về việc chậm giải quyết',
    roles: RESOLVER_ACT,
    basis: law.lateAnswer,
    input: [documentNumber(), note],
  },
  {
    type: 'CLOSE_LATENESS',
    title: 'Kết thúc theo dõi, đôn đốc',
    roles: RESOLVER_ACT,
    basis: law.lateAnswer,
    input: [input.boolean('resolvedBelow', 'Cấp dưới đã giải quyết và báo cáo kết quả'), note],
  },
  {
    type: 'TAKE_OVER',
    title: 'Lấy vụ việc lên giải quyết',
    roles: RESOLVER_ACT,
    basis: law.takeOver,
    input: [input.choice('ground', 'Căn cứ', TAKE_OVER_GROUNDS), documentNumber('Số văn bản yêu cầu'), signedBy],
  },
  {
    type: 'HAND_OVER_FILE',
    title: 'Chấm dứt giải quyết, chuyển hồ sơ cho cấp trên',
    roles: [...OFFICE_ACT, 'system'],
    basis: law.takeOver,
    input: [note],
  },
  {
    type: 'RECEIVE_LATE_DEMAND',
    title: 'Nhận yêu cầu báo cáo về việc chậm giải quyết',
    roles: [...OFFICE_ACT, 'system'],
    basis: law.lateReport,
    input: [note],
  },
  {
    type: 'SEND_LATE_REPORT',
    title: 'Báo cáo cấp trên về việc chậm giải quyết',
    roles: RESOLVER_ACT,
    basis: law.lateReport,
    input: [documentNumber('Số báo cáo'), signedBy],
  },
];
