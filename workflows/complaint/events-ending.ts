import { input, option, type EventInfo } from '#libs/procedure';
import { documentNumber, note, signedBy } from '../common/inputs.js';
import { OFFICE_ACT, RESOLVER_ACT } from '../common/roles.js';
import { DISCONTINUE_GROUNDS, SUSPENSION_GROUNDS } from './grounds.js';
import { law } from './law.js';

const withdrawalForm = input.choice('form', 'Hình thức rút', [
  option('application', 'Đơn rút khiếu nại'),
  option('record', 'Biên bản ghi nhận ý kiến rút (từ 01/07/2026)', 'LKN Đ.10 k1 (L136)'),
]);
const signed = input.boolean('signed', 'Có chữ ký hoặc điểm chỉ của người khiếu nại');

/** Suspension, withdrawal, discontinuance; the stay of the challenged decision; second instance and court. */
export const endingEvents: readonly EventInfo[] = [
  {
    type: 'SUSPEND',
    title: 'Tạm đình chỉ giải quyết',
    roles: RESOLVER_ACT,
    basis: law.suspend,
    input: [
      input.choice('ground', 'Căn cứ tạm đình chỉ', SUSPENSION_GROUNDS),
      input.boolean(
        'evidenceOnFile',
        'Tài liệu chứng minh sự kiện bất khả kháng, trở ngại khách quan đã có trong hồ sơ',
        { optional: true },
      ),
      documentNumber('Số quyết định tạm đình chỉ'),
      signedBy,
    ],
    paper: 'Mẫu số 14a (NĐ155)',
  },
  {
    type: 'SEND_SUSPENSION',
    title: 'Gửi quyết định tạm đình chỉ giải quyết',
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
      input.boolean('groundEnded', 'Căn cứ tạm đình chỉ không còn'),
      documentNumber('Số quyết định tiếp tục giải quyết'),
      signedBy,
    ],
    paper: 'Mẫu số 14b (NĐ155)',
  },
  {
    type: 'SEND_RESUMPTION',
    title: 'Gửi quyết định tiếp tục giải quyết',
    roles: OFFICE_ACT,
    basis: law.sendResumption,
    input: [note],
  },
  {
    type: 'WITHDRAW',
    title: 'Ghi nhận rút toàn bộ khiếu nại',
    roles: OFFICE_ACT,
    basis: law.withdraw,
    input: [
      withdrawalForm,
      signed,
      input.boolean('allWithdraw', 'Nhiều người cùng khiếu nại: toàn bộ đều rút', { optional: true }),
    ],
    paper: 'Đơn rút khiếu nại hoặc biên bản ghi nhận ý kiến rút',
  },
  {
    type: 'WITHDRAW_PART',
    title: 'Ghi nhận rút một phần khiếu nại',
    roles: OFFICE_ACT,
    basis: law.withdraw,
    input: [
      input.choice('scope', 'Phần được rút', [
        option('content', 'Một phần nội dung', 'LKN Đ.10 k2 (L136)'),
        option('persons', 'Một hoặc một số người trong nhiều người cùng khiếu nại', 'NĐ124 Đ.7a k1'),
      ]),
      withdrawalForm,
      signed,
      note,
    ],
    paper: 'Đơn rút khiếu nại hoặc biên bản ghi nhận ý kiến rút',
  },
  {
    type: 'CONTINUE_AFTER_COERCION',
    title: 'Tiếp tục giải quyết do việc rút bị ép buộc, đe dọa',
    roles: RESOLVER_ACT,
    basis: law.withdraw,
    input: [input.boolean('coercionEvidence', 'Có căn cứ xác định bị ép buộc, đe dọa'), signedBy, note],
  },
  {
    type: 'DISCONTINUE',
    title: 'Đình chỉ giải quyết',
    roles: RESOLVER_ACT,
    basis: law.discontinue,
    input: [
      input.choice('ground', 'Căn cứ đình chỉ', DISCONTINUE_GROUNDS),
      documentNumber('Số quyết định đình chỉ'),
      signedBy,
    ],
    paper: 'Mẫu số 14a (NĐ155)',
  },
  {
    type: 'SEND_DISCONTINUANCE',
    title: 'Gửi quyết định đình chỉ giải quyết',
    roles: OFFICE_ACT,
    basis: law.sendSuspension,
    input: [note],
  },
  {
    type: 'ISSUE_STAY',
    title: 'Tạm đình chỉ thi hành quyết định hành chính bị khiếu nại',
    roles: RESOLVER_ACT,
    basis: law.stay,
    input: [
      input.boolean('hardToRepair', 'Việc thi hành sẽ gây hậu quả khó khắc phục'),
      documentNumber('Số quyết định'),
      signedBy,
      input.date('stayUntil', 'Tạm đình chỉ thi hành đến ngày', {
        optional: true,
        help: 'Không quá thời gian còn lại của thời hạn giải quyết.',
      }),
    ],
    paper: 'Mẫu số 11 (NĐ124)',
  },
  {
    type: 'LIFT_STAY',
    title: 'Hủy bỏ quyết định tạm đình chỉ thi hành',
    roles: RESOLVER_ACT,
    basis: law.liftStay,
    input: [documentNumber('Số quyết định hủy bỏ'), signedBy],
    paper: 'Mẫu số 12 (NĐ124)',
  },
  {
    type: 'NOTE_APPEAL',
    title: 'Ghi nhận khiếu nại lần hai',
    roles: OFFICE_ACT,
    basis: law.appeal,
    input: [
      input.choice('appealGround', 'Lý do', [
        option('disagree', 'Không đồng ý với quyết định giải quyết lần đầu', 'LKN Đ.33 k1'),
        option('overdue', 'Quá thời hạn mà chưa được giải quyết', 'NĐ124 Đ.4'),
      ]),
      input.boolean('lateReasonAccepted', 'Nộp quá hạn nhưng có lý do chính đáng', { optional: true }),
      note,
    ],
  },
  {
    type: 'NOTE_COURT',
    title: 'Ghi nhận khởi kiện vụ án hành chính',
    roles: OFFICE_ACT,
    basis: law.court,
    input: [note],
  },
];
