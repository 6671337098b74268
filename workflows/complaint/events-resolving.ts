import { cite, input, option, type EventInfo } from '#libs/procedure';
import { assignee, documentNumber, note, signedBy } from '../common/inputs.js';
import { OFFICE_ACT, OFFICERS, RESOLVER_ACT, VERIFIERS } from '../common/roles.js';
import { COMPLEXITY_GROUNDS, REFUSAL_GROUNDS_1 } from './grounds.js';
import { law } from './law.js';

const conclusion = input.choice('conclusion', 'Kết luận nội dung khiếu nại', [
  option('right', 'Đúng toàn bộ'),
  option('partlyRight', 'Đúng một phần'),
  option('wrong', 'Sai toàn bộ'),
]);

/** From the counter to the decision. */
export const resolvingEvents: readonly EventInfo[] = [
  {
    type: 'ASSIGN_OFFICER',
    title: 'Giao công chức theo dõi hồ sơ',
    roles: ['unitHead', 'chairman', 'provinceChairman'],
    basis: law.responsibility,
    input: [assignee, note],
  },
  {
    type: 'ACCEPT',
    title: 'Thụ lý giải quyết',
    roles: RESOLVER_ACT,
    basis: law.accept,
    input: [
      documentNumber('Số thông báo thụ lý'),
      signedBy,
      input.boolean(
        'conditionsChecked',
        'Đã kiểm tra: thuộc thẩm quyền, không thuộc trường hợp Điều 11 Luật Khiếu nại',
      ),
      input.boolean(
        'groupPapersComplete',
        'Nhiều người cùng khiếu nại: đơn đủ chữ ký và có văn bản cử người đại diện',
        { optional: true },
      ),
    ],
    paper: 'Mẫu số 03 (NĐ124, thay bằng mẫu của NĐ155 từ 01/07/2026)',
  },
  {
    type: 'REFUSE_ACCEPTANCE',
    title: 'Không thụ lý',
    roles: RESOLVER_ACT,
    basis: law.notAcceptable,
    input: [
      input.choice('ground', 'Lý do không thụ lý', REFUSAL_GROUNDS_1),
      documentNumber('Số thông báo không thụ lý'),
      signedBy,
      note,
    ],
    paper: 'Mẫu số 04 (NĐ124, thay bằng mẫu của NĐ155 từ 01/07/2026)',
  },
  {
    type: 'START_SELF_REVIEW',
    title: 'Kiểm tra lại quyết định, hành vi bị khiếu nại',
    roles: OFFICE_ACT,
    basis: law.selfReview,
    input: [note],
  },
  {
    type: 'ASSIGN_VERIFICATION',
    title: 'Ra quyết định xác minh',
    roles: RESOLVER_ACT,
    basis: law.assign,
    input: [
      documentNumber('Số quyết định xác minh'),
      signedBy,
      input.user('assigneeId', 'Người được giao xác minh'),
      input.number('verificationDays', 'Số ngày xác minh', { min: 1, max: 60 }),
    ],
    paper: 'Mẫu số 05 (NĐ124)',
  },
  {
    type: 'HOLD_WORK_SESSION',
    title: 'Làm việc trực tiếp',
    roles: VERIFIERS,
    basis: law.workSession,
    input: [
      input.choice('addressee', 'Làm việc với', [
        option('complainant', 'Người khiếu nại'),
        option('respondent', 'Người bị khiếu nại'),
        option('related', 'Người có quyền, lợi ích liên quan'),
      ]),
      input.boolean('signatureRefused', 'Người làm việc không ký: có người làm chứng hoặc đại diện chính quyền ký', {
        optional: true,
      }),
      note,
    ],
    paper: 'Mẫu số 06 (NĐ124)',
  },
  {
    type: 'REQUEST_DOCUMENTS',
    title: 'Yêu cầu giải trình, cung cấp tài liệu',
    roles: VERIFIERS,
    basis: law.requestDocuments,
    input: [
      input.choice('addressee', 'Gửi yêu cầu cho', [
        option('respondent', 'Người bị khiếu nại (giải trình)'),
        option('third', 'Cơ quan, tổ chức, cá nhân khác'),
      ]),
      documentNumber(),
      note,
    ],
    paper: 'Mẫu số 07 (NĐ124)',
  },
  {
    type: 'RECEIVE_DOCUMENTS',
    title: 'Nhận thông tin, tài liệu',
    roles: VERIFIERS,
    basis: law.receiveDocuments,
    input: [
      input.choice('addressee', 'Bên giao', [
        option('respondent', 'Người bị khiếu nại'),
        option('third', 'Cơ quan, tổ chức, cá nhân khác'),
        option('complainant', 'Người khiếu nại'),
      ]),
      note,
    ],
    paper: 'Mẫu số 08 (NĐ124)',
  },
  {
    type: 'CHECK_ON_SITE',
    title: 'Xác minh thực tế',
    roles: VERIFIERS,
    basis: law.onSite,
    input: [note],
    paper: 'Mẫu số 06 (NĐ124)',
  },
  {
    type: 'ORDER_EXPERT_EXAMINATION',
    title: 'Trưng cầu giám định',
    roles: RESOLVER_ACT,
    basis: law.expert,
    input: [
      documentNumber('Số quyết định trưng cầu'),
      signedBy,
      input.date('resultDueOn', 'Hạn có kết luận giám định', { optional: true }),
    ],
    paper: 'Mẫu số 09, 10 (NĐ124)',
  },
  {
    type: 'RECORD_EXPERT_RESULT',
    title: 'Nhận kết luận giám định',
    roles: VERIFIERS,
    basis: law.expert,
    input: [note],
  },
  {
    type: 'HEAR_PARTIES',
    title: 'Làm việc với các bên về kết quả xác minh khác nhau',
    roles: VERIFIERS,
    basis: law.hearParties,
    input: [note],
    paper: 'Mẫu số 06 (NĐ124)',
  },
  {
    type: 'SUBMIT_REPORT',
    title: 'Báo cáo kết quả xác minh',
    roles: VERIFIERS,
    basis: law.report,
    input: [
      conclusion,
      input.boolean('demandDiffers', 'Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau'),
      input.boolean('resultDiffersFromParties', 'Kết quả xác minh khác với thông tin các bên cung cấp', {
        optional: true,
      }),
      note,
    ],
    paper: 'Mẫu số 13 (NĐ124)',
  },
  {
    type: 'REQUEST_MORE_VERIFICATION',
    title: 'Yêu cầu xác minh bổ sung',
    roles: RESOLVER_ACT,
    basis: law.assign,
    input: [note],
  },
  {
    type: 'CALL_DIALOGUE',
    title: 'Mời đối thoại',
    roles: RESOLVER_ACT,
    basis: law.dialogueNotice,
    input: [input.date('dialogueOn', 'Ngày đối thoại'), documentNumber('Số thông báo'), signedBy],
    paper: 'Thông báo tổ chức đối thoại',
  },
  {
    type: 'RECORD_DIALOGUE',
    title: 'Lập biên bản đối thoại',
    roles: OFFICE_ACT,
    basis: law.dialogueRecord,
    input: [
      input.choice('attendance', 'Người khiếu nại', [
        option('present', 'Có mặt'),
        option('absentWithoutReason', 'Vắng mặt không có lý do chính đáng', 'LKN Đ.30 k6'),
        option('absentWithReason', 'Vắng mặt có lý do chính đáng (mời lại)', 'NĐ124 Đ.28 k5'),
      ]),
      note,
    ],
    paper: 'Mẫu số 14 (NĐ124, thay bằng mẫu của NĐ155 từ 01/07/2026)',
  },
  {
    type: 'FIND_COMPLEX',
    title: 'Xác định vụ việc phức tạp, kéo dài thời hạn giải quyết',
    roles: RESOLVER_ACT,
    basis: law.complex,
    input: [
      input.choice('ground', 'Trường hợp phức tạp', COMPLEXITY_GROUNDS),
      input.choice('variant', 'Thời hạn giải quyết được kéo dài tới', [
        option('complex', 'Không quá 45 ngày kể từ ngày thụ lý', 'LKN Đ.28'),
        option('remote_complex', 'Không quá 60 ngày (vùng sâu, vùng xa đi lại khó khăn)', 'LKN Đ.28'),
      ]),
      documentNumber('Số văn bản xác định vụ việc phức tạp'),
      signedBy,
    ],
    paper: 'Văn bản xác định vụ việc phức tạp (NĐ124 Đ.3a k2)',
  },
  {
    type: 'DECIDE',
    title: 'Ban hành quyết định giải quyết khiếu nại',
    roles: RESOLVER_ACT,
    basis: law.decide,
    input: [conclusion, documentNumber('Số quyết định giải quyết'), signedBy],
    paper: 'Mẫu số 15 (NĐ124)',
  },
  {
    type: 'HEIRS_CONTINUE',
    title: 'Người thừa kế tiếp tục khiếu nại',
    roles: OFFICE_ACT,
    basis: law.heirs,
    input: [input.boolean('heirProof', 'Có giấy tờ chứng minh quyền thừa kế'), note],
  },
  {
    type: 'CORRECT_LAST_STEP',
    title: 'Đính chính bước vừa ghi',
    roles: [...OFFICERS, 'chairman', 'provinceChairman'],
    basis: cite('LKN Đ.5 k1, Đ.34'),
    input: [input.longText('correction', 'Sai ở đâu, căn cứ đính chính')],
    compensates: true,
    needs: ['correctionExplained'],
  },
];
