import { input, option, type EventInfo } from '#libs/procedure';
import { documentNumber, note, signedBy } from '../common/inputs.js';
import { OFFICE_ACT, RESOLVER_ACT, VERIFIERS } from '../common/roles.js';
import { COMPLEXITY_CRITERIA, DISCONTINUE_GROUNDS, GO_ON_GROUNDS, SUSPENSION_GROUNDS } from './grounds.js';
import { conclusion, identityRemoved, leader, members, noConflict } from './inputs.js';
import { law } from './law.js';

/** From acceptance to the conclusion. */
export const resolvingEvents: readonly EventInfo[] = [
  {
    type: 'NOTIFY_ACCEPTANCE',
    title: 'Thông báo thụ lý và nội dung tố cáo',
    roles: OFFICE_ACT,
    basis: law.notify,
    input: [
      input.boolean('denouncerNotified', 'Đã thông báo cho người tố cáo (Mẫu số 05)'),
      input.boolean('denouncedNotified', 'Đã thông báo nội dung tố cáo cho người bị tố cáo (Mẫu số 06)'),
      identityRemoved,
    ],
    paper: 'Mẫu số 05, 06 (NĐ31)',
  },
  {
    type: 'START_VERIFICATION',
    title: 'Tổ chức xác minh',
    roles: RESOLVER_ACT,
    basis: law.verify,
    input: [
      input.choice('verification', 'Cách xác minh', [
        option('self', 'Người giải quyết tự mình xác minh', 'NĐ31 Đ.10 k1; Đ.19'),
        option('team', 'Thành lập Đoàn/Tổ xác minh', 'NĐ31 Đ.10 k1'),
        option('body', 'Giao cơ quan thanh tra cùng cấp, cơ quan khác xác minh', 'LTC Đ.31 k1; NĐ31 Đ.10 k2'),
      ]),
      leader,
      members,
      noConflict,
      input.text('documentNumber', 'Số quyết định, văn bản giao xác minh', { optional: true }),
      signedBy,
      note,
    ],
    paper: 'Mẫu số 07 (NĐ31) hoặc văn bản giao xác minh',
  },
  {
    type: 'SET_TEAM',
    title: 'Lập, thay đổi Đoàn/Tổ xác minh',
    roles: RESOLVER_ACT,
    basis: law.team,
    input: [
      input.user('leaderId', 'Tổ trưởng'),
      input.users('memberIds', 'Thành viên'),
      noConflict,
      documentNumber('Số quyết định'),
      signedBy,
    ],
    paper: 'Mẫu số 07 (NĐ31)',
  },
  {
    type: 'RECORD_EXPLANATION',
    title: 'Làm việc với người bị tố cáo, ghi nhận giải trình',
    roles: VERIFIERS,
    basis: law.explain,
    input: [
      input.choice('explanation', 'Kết quả', [
        option('explained', 'Đã giải trình'),
        option('refused', 'Không giải trình dù đã được yêu cầu'),
      ]),
      note,
    ],
    paper: 'Mẫu số 08 (NĐ31)',
  },
  {
    type: 'HOLD_WORK_SESSION',
    title: 'Làm việc với người tố cáo, nơi có liên quan',
    roles: VERIFIERS,
    basis: law.workSession,
    input: [
      input.choice('addressee', 'Làm việc với', [
        option('denouncer', 'Người tố cáo (bố trí kín đáo)', 'NĐ31 Đ.11; LTC Đ.56 k3'),
        option('other', 'Cơ quan, tổ chức, cá nhân có liên quan', 'NĐ31 Đ.13'),
      ]),
      note,
    ],
    paper: 'Mẫu số 08 (NĐ31)',
  },
  {
    type: 'CHECK_ON_SITE',
    title: 'Xác minh thực tế',
    roles: VERIFIERS,
    basis: law.onSite,
    input: [note],
    paper: 'Mẫu số 08 (NĐ31)',
  },
  {
    type: 'ORDER_EXAMINATION',
    title: 'Trưng cầu giám định',
    roles: [...RESOLVER_ACT, 'inspector'],
    basis: law.expert,
    input: [
      input.choice('orderedBy', 'Người quyết định trưng cầu', [
        option('resolver', 'Người giải quyết tố cáo'),
        option('inspectorate', 'Cơ quan thanh tra được ủy quyền', 'NĐ31 Đ.15 k2'),
        option('verifyingBody', 'Nơi được giao xác minh, được ủy quyền (từ 01/07/2026)', 'NĐ31 Đ.15 k1 (NĐ156)'),
      ]),
      documentNumber('Số văn bản trưng cầu'),
      note,
    ],
    paper: 'Mẫu số 09 (NĐ31)',
  },
  {
    type: 'RECORD_EXAMINATION_RESULT',
    title: 'Nhận kết luận giám định',
    roles: VERIFIERS,
    basis: law.expertTime,
    input: [note],
  },
  {
    type: 'SUBMIT_REPORT',
    title: 'Báo cáo kết quả xác minh',
    roles: VERIFIERS,
    basis: law.report,
    input: [
      input.choice('proposal', 'Đề xuất đánh giá', [
        option('right', 'Tố cáo đúng'),
        option('partlyRight', 'Tố cáo đúng một phần'),
        option('wrong', 'Tố cáo sai sự thật'),
      ]),
      note,
    ],
    paper: 'Mẫu số 10, 11 (NĐ31)',
  },
  {
    type: 'REQUEST_MORE_VERIFICATION',
    title: 'Yêu cầu xác minh bổ sung',
    roles: RESOLVER_ACT,
    basis: law.verify,
    input: [note],
  },
  {
    type: 'EXTEND',
    title: 'Gia hạn giải quyết tố cáo',
    roles: RESOLVER_ACT,
    basis: law.extend,
    input: [
      input.choices('criteria', 'Tiêu chí phức tạp', COMPLEXITY_CRITERIA),
      input.choice('complexity', 'Vụ việc', [
        option('complex', 'Phức tạp: gia hạn một lần', 'LTC Đ.30 k2'),
        option('specially_complex', 'Đặc biệt phức tạp: gia hạn hai lần', 'LTC Đ.30 k3'),
      ]),
      input.number('days', 'Số ngày gia hạn', { min: 1, max: 30 }),
      documentNumber('Số quyết định gia hạn'),
      signedBy,
    ],
    paper: 'Mẫu số 01 (NĐ31)',
  },
  {
    type: 'RECORD_SANCTION_CAP',
    title: 'Ghi thời hạn xử lý vi phạm hành chính',
    roles: OFFICE_ACT,
    basis: law.sanctionCap,
    input: [
      input.date('violationRecordOn', 'Ngày lập biên bản vi phạm hành chính'),
      input.date('sanctionCapOn', 'Ngày hết thời hạn xử lý vi phạm hành chính', {
        help: 'Tính theo pháp luật xử lý vi phạm hành chính; ghi rõ căn cứ ở phần ghi chú.',
      }),
      note,
    ],
  },
  {
    type: 'SUSPEND',
    title: 'Tạm đình chỉ giải quyết',
    roles: RESOLVER_ACT,
    basis: law.suspend,
    input: [
      input.choice('ground', 'Căn cứ tạm đình chỉ', SUSPENSION_GROUNDS),
      documentNumber('Số quyết định tạm đình chỉ'),
      signedBy,
      note,
    ],
  },
  {
    type: 'SEND_SUSPENSION',
    title: 'Gửi quyết định tạm đình chỉ',
    roles: OFFICE_ACT,
    basis: law.sendSuspension,
    input: [note],
  },
  {
    type: 'RESUME',
    title: 'Tiếp tục giải quyết',
    roles: RESOLVER_ACT,
    basis: law.resume,
    input: [
      input.date('groundEndedOn', 'Ngày căn cứ tạm đình chỉ không còn'),
      documentNumber('Số quyết định tiếp tục giải quyết'),
      signedBy,
    ],
  },
  {
    type: 'GO_ON_DESPITE_WITHDRAWAL',
    title: 'Tiếp tục giải quyết dù đã rút tố cáo',
    roles: RESOLVER_ACT,
    basis: law.goOn,
    input: [input.choice('goOnGround', 'Căn cứ', GO_ON_GROUNDS), signedBy, note],
  },
  {
    type: 'DISCONTINUE',
    title: 'Đình chỉ giải quyết',
    roles: RESOLVER_ACT,
    basis: law.discontinue,
    input: [
      input.choice('ground', 'Căn cứ đình chỉ', DISCONTINUE_GROUNDS),
      input.boolean('noGroundToGoOn', 'Rút toàn bộ: đã xem xét, không có căn cứ phải giải quyết tiếp', {
        optional: true,
      }),
      documentNumber('Số quyết định đình chỉ'),
      signedBy,
      note,
    ],
  },
  {
    type: 'SEND_DISCONTINUANCE',
    title: 'Gửi quyết định đình chỉ',
    roles: OFFICE_ACT,
    basis: law.sendSuspension,
    input: [note],
  },
  {
    type: 'CONCLUDE',
    title: 'Ban hành kết luận nội dung tố cáo',
    roles: RESOLVER_ACT,
    basis: law.conclude,
    input: [
      conclusion,
      input.boolean('violationFound', 'Người bị tố cáo có vi phạm pháp luật'),
      documentNumber('Số kết luận'),
      signedBy,
    ],
    paper: 'Mẫu số 12 (NĐ31)',
  },
];
