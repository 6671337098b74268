import { input, option, type EventInfo } from '#libs/procedure';
import { editEvents } from '../../common/compose.js';
import { documentNumber, note, signedBy } from '../../common/inputs.js';
import { OFFICE_ACT, RESOLVER_ACT, VERIFIERS } from '../../common/roles.js';
import { decidedEvents } from '../events-decided.js';
import { endingEvents } from '../events-ending.js';
import { resolvingEvents } from '../events-resolving.js';
import { REFUSAL_GROUNDS } from '../grounds.js';
import { law } from './law.js';
import { superiorEvents } from './events-superior.js';

const withInputs =
  (...fields: EventInfo['input']) =>
  (event: EventInfo): EventInfo => ({ ...event, input: [...event.input, ...fields] });

const yes = (name: string, label: string) => input.boolean(name, label, { optional: true });

/** Forms of version 1 with the questions of the second instance. */
const changed = editEvents([...resolvingEvents, ...endingEvents, ...decidedEvents], {
  ACCEPT: (event) =>
    withInputs(
      input.date('firstDecisionOn', 'Lần hai: ngày nhận được quyết định giải quyết lần đầu', { optional: true }),
      input.date('firstLimitEndedOn', 'Lần hai: ngày hết thời hạn giải quyết lần đầu mà không có quyết định', {
        optional: true,
      }),
      yes('lateReasonAccepted', 'Lần hai: nộp quá hạn nhưng có lý do chính đáng'),
      yes('remotePlace', 'Vụ việc ở vùng sâu, vùng xa đi lại khó khăn (nơi phát sinh khiếu nại)'),
    )({ ...event, basis: law.acceptEither }),
  REFUSE_ACCEPTANCE: (event) => ({
    ...event,
    input: event.input.map((field) => (field.name === 'ground' ? { ...field, options: REFUSAL_GROUNDS } : field)),
  }),
  FIND_COMPLEX: (event) => ({
    ...event,
    input: event.input.map((field) =>
      field.name === 'variant'
        ? {
            ...field,
            options: [
              option('complex', 'Lần đầu không quá 45 ngày, lần hai không quá 60 ngày', 'LKN Đ.28, 37'),
              option('remote_complex', 'Vùng sâu, vùng xa: lần đầu 60 ngày, lần hai 70 ngày', 'LKN Đ.28, 37'),
            ],
          }
        : field,
    ),
  }),
  DECIDE: (event) => ({
    ...event,
    basis: law.decideEither,
    paper: 'Mẫu số 15 (lần đầu), Mẫu số 16 (lần hai) (NĐ124)',
  }),
  SEND_DECISION: (event) => ({ ...event, basis: law.sendEither }),
  RECORD_DELIVERY: (event) => ({
    ...event,
    input: event.input.map((field) =>
      field.name === 'paper'
        ? { ...field, options: [...(field.options ?? []), option('nonAcceptanceNotice', 'Thông báo không thụ lý')] }
        : field,
    ),
  }),
  DECLARE_EFFECTIVE: withInputs(
    input.date('effectiveOn', 'Ghi nhận muộn: ngày quyết định có hiệu lực', { optional: true }),
  ),
  NOTE_APPEAL: (event) => ({
    ...event,
    roles: [...OFFICE_ACT, 'system'],
    input: event.input.map((field) => (field.name === 'appealGround' ? { ...field, required: false } : field)),
  }),
});

const added: readonly EventInfo[] = [
  {
    type: 'LINK_FIRST_FILE',
    title: 'Liên kết hồ sơ giải quyết lần đầu',
    roles: OFFICE_ACT,
    basis: law.secondOpen,
    input: [input.caseFile('firstCaseFileId', 'Hồ sơ giải quyết lần đầu')],
  },
  {
    type: 'RECORD_REPRESENTATIVES',
    title: 'Ghi nhận văn bản cử người đại diện',
    roles: ['receptionist', ...OFFICE_ACT],
    basis: law.representatives,
    input: [
      input.number('representativeCount', 'Số người đại diện', { min: 1, max: 5 }),
      input.boolean('appointmentSigned', 'Văn bản cử đại diện có chữ ký hoặc điểm chỉ của tất cả người khiếu nại'),
      note,
    ],
    paper: 'Văn bản cử người đại diện',
  },
  {
    type: 'RECORD_RESPONDENT_REPORT',
    title: 'Nhận báo cáo giải trình của người bị khiếu nại',
    roles: VERIFIERS,
    basis: law.respondentReport,
    input: [note],
    paper: 'Báo cáo của người bị khiếu nại',
  },
  {
    type: 'SET_UP_COUNCIL',
    title: 'Thành lập Hội đồng tư vấn',
    roles: RESOLVER_ACT,
    basis: law.council,
    input: [documentNumber('Số quyết định thành lập'), signedBy, note],
    paper: 'Quyết định thành lập Hội đồng tư vấn',
  },
  {
    type: 'RECORD_COUNCIL_OPINION',
    title: 'Ghi nhận ý kiến của Hội đồng tư vấn',
    roles: OFFICE_ACT,
    basis: law.councilOpinion,
    input: [note],
    paper: 'Biên bản họp Hội đồng tư vấn',
  },
  {
    type: 'CONSULT_SPECIALIST',
    title: 'Tham khảo ý kiến cơ quan, cá nhân có chuyên môn',
    roles: RESOLVER_ACT,
    basis: law.specialist,
    input: [documentNumber('Số văn bản xin ý kiến'), note],
  },
  {
    type: 'DELEGATE_DIALOGUE',
    title: 'Phân công người chủ trì đối thoại',
    roles: RESOLVER_ACT,
    basis: law.chair,
    input: [
      input.choice('chairPost', 'Người được phân công là', [
        option('deputy', 'Cấp phó của người giải quyết'),
        option('specialisedHead', 'Thủ trưởng cơ quan chuyên môn cùng cấp'),
        option('verifyingHead', 'Thủ trưởng cơ quan, đơn vị được giao xác minh'),
      ]),
      yes('opinionsDiffer', 'Các cơ quan có thẩm quyền còn ý kiến khác nhau về biện pháp giải quyết'),
      yes('tense', 'Người khiếu nại có thái độ gay gắt'),
      yes('publicAttention', 'Dư luận xã hội quan tâm'),
      yes('securityAffected', 'Ảnh hưởng đến an ninh chính trị, trật tự an toàn xã hội'),
      yes('departmentHead', 'Người giải quyết lần hai là thủ trưởng cơ quan chuyên môn thuộc UBND cấp tỉnh'),
      documentNumber('Số văn bản phân công'),
      signedBy,
    ],
  },
  {
    type: 'REPORT_DIALOGUE',
    title: 'Báo cáo kết quả đối thoại',
    roles: OFFICE_ACT,
    basis: law.chair,
    input: [note],
  },
];

export const events: readonly EventInfo[] = [...changed, ...added, ...superiorEvents];
