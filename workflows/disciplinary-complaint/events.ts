import { input, option, type EventInfo } from '#libs/procedure';
import { documentNumber, note, signedBy } from '../common/inputs.js';
import { editEvents } from '../common/compose.js';
import { OFFICE_ACT, RESOLVER_ACT } from '../common/roles.js';
import { events as ofComplaints } from '../complaint/v2/events.js';
import { BASIS_OF_EVENT } from './bases.js';
import { law } from './law.js';

type Fields = EventInfo['input'];
const without = (fields: Fields, ...names: readonly string[]): Fields =>
  fields.filter(({ name }) => !names.includes(name));
const yes = (name: string, label: string) => input.boolean(name, label, { optional: true });

const filing: Fields = [
  input.boolean('signedPetition', 'Có đơn ghi đủ nội dung và có chữ ký của người khiếu nại'),
  input.date('paperReceivedOn', 'Đơn gửi trực tuyến: ngày nhận bản giấy', { optional: true }),
  input.date('decisionReceivedOn', 'Lần đầu: ngày nhận quyết định kỷ luật', { optional: true }),
  input.date('firstDecisionOn', 'Lần hai: ngày nhận quyết định giải quyết lần đầu', { optional: true }),
  input.number('obstacleDays', 'Số ngày có trở ngại không tính vào thời hiệu', { optional: true, min: 0, max: 3650 }),
  yes('dismissal', 'Quyết định bị khiếu nại là quyết định buộc thôi việc'),
];

const ADDRESSEES = [
  option('complainant', 'Cán bộ, công chức khiếu nại'),
  option('respondent', 'Người ban hành quyết định kỷ luật bị khiếu nại'),
  option('firstResolver', 'Người giải quyết khiếu nại lần đầu'),
  option('related', 'Cơ quan, tổ chức hữu quan, người có quyền, nghĩa vụ liên quan'),
  option('inspectorGeneral', 'Tổng Thanh tra Chính phủ', 'LKN Đ.56 k2'),
  option('homeMinister', 'Bộ trưởng Bộ Nội vụ', 'LKN Đ.56 k2'),
  option('inspectorate', 'Cơ quan thanh tra cùng cấp'),
];

const changed = editEvents(ofComplaints, {
  ACCEPT: (event) => ({
    ...event,
    input: [
      ...without(
        event.input,
        'groupPapersComplete',
        'firstDecisionOn',
        'firstLimitEndedOn',
        'lateReasonAccepted',
        'remotePlace',
      ),
      ...filing,
    ],
  }),
  START_SELF_REVIEW: (event) => ({ ...event, title: 'Kiểm tra lại quyết định kỷ luật bị khiếu nại' }),
  RECORD_RESPONDENT_REPORT: (event) => ({
    ...event,
    title: 'Nhận báo cáo của người ban hành quyết định kỷ luật',
    paper: 'Báo cáo của người bị khiếu nại về việc xem xét kỷ luật và giải quyết lần đầu',
  }),
  SUBMIT_REPORT: (event) => ({ ...event, input: without(event.input, 'demandDiffers') }),
  FIND_COMPLEX: (event) => ({
    ...event,
    input: event.input.map((field) =>
      field.name === 'variant'
        ? { ...field, options: [option('complex', 'Không quá 45 ngày kể từ ngày thụ lý', 'LKN Đ.50')] }
        : field,
    ),
  }),
  SEND_DECISION: (event) => ({
    ...event,
    input: [
      yes('centralSent', 'Lần hai: đã gửi Tổng Thanh tra Chính phủ và Bộ trưởng Bộ Nội vụ'),
      yes('departmentHead', 'Người giải quyết lần hai không phải Chủ tịch UBND cấp tỉnh'),
      ...event.input,
    ],
  }),
  NOTE_COURT: (event) => ({
    ...event,
    input: [yes('dismissal', 'Quyết định bị khiếu nại là quyết định buộc thôi việc'), ...event.input],
  }),
  RECORD_DELIVERY: (event) => ({
    ...event,
    input: event.input.map((field) => {
      if (field.name === 'paper')
        return { ...field, options: field.options?.filter(({ value }) => value !== 'stay') ?? [] };
      return field.name === 'addressee' ? { ...field, options: ADDRESSEES } : field;
    }),
  }),
});

const added: readonly EventInfo[] = [
  {
    type: 'CLEAR_ON_REVIEW',
    title: 'Nội dung khiếu nại đã rõ, trình kết quả kiểm tra lại',
    roles: OFFICE_ACT,
    basis: law.review,
    input: [
      input.choice('conclusion', 'Kết quả kiểm tra lại', [
        option('right', 'Khiếu nại đúng toàn bộ'),
        option('partlyRight', 'Khiếu nại đúng một phần'),
        option('wrong', 'Khiếu nại sai toàn bộ'),
      ]),
      note,
    ],
  },
  {
    type: 'ASK_DISCIPLINE_COUNCIL',
    title: 'Yêu cầu Hội đồng kỷ luật xem xét',
    roles: RESOLVER_ACT,
    basis: law.council,
    input: [documentNumber('Số văn bản yêu cầu'), signedBy],
  },
  {
    type: 'RECORD_COUNCIL_PROPOSAL',
    title: 'Ghi nhận đề nghị của Hội đồng kỷ luật',
    roles: OFFICE_ACT,
    basis: law.council,
    input: [note],
  },
  {
    type: 'ANNOUNCE_DECISION',
    title: 'Công bố quyết định đến toàn thể cán bộ, công chức',
    roles: OFFICE_ACT,
    basis: law.announce,
    input: [note],
  },
];

/** Forms of complaints with the questions of chapter IV. */
export const events: readonly EventInfo[] = [...changed, ...added].map((event) => ({
  ...event,
  basis: BASIS_OF_EVENT[event.type] ?? event.basis,
}));
