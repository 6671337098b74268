import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import type { Fields, Values } from './act-drawer.js';
import type { Visit } from './reception-queries.js';

type Options = Dto<'ReceptionOptions'>;
type Option = Options['outcomes'][number];

export interface VisitAct {
  readonly code: string;
  readonly title: string;
  readonly basis: string;
  /** Where not everybody at the desk may do it. */
  readonly roles?: readonly string[];
  readonly fields: Fields;
  readonly send: (values: Values, key: string) => Promise<unknown>;
}

const FORM = [
  { value: 'direct', label: 'Trực tiếp' },
  { value: 'written', label: 'Bằng văn bản' },
];
/** Outcomes that acts of their own record. */
const ELSEWHERE = new Set(['petitionRegistered', 'refused']);
const choice = (name: string, label: string, options: readonly Option[]): Fields[number] => ({
  ...{ name, label, kind: 'choice', required: true },
  options: options.map(({ value, label: text, citation }) => ({
    value,
    label: text,
    ...(citation ? { citation } : {}),
  })),
});
const number = (required: boolean): Fields[number] => ({
  ...{ name: 'documentNumber', label: 'Số văn bản', kind: 'text', required },
});

const outcomeFields = ({ outcomes }: Options): Fields => [
  choice(
    'outcome',
    'Kết quả',
    outcomes.filter(({ value }) => !ELSEWHERE.has(value)),
  ),
  { name: 'withinCompetence', label: 'Thuộc thẩm quyền giải quyết', kind: 'boolean', required: true },
  { name: 'sentTo', label: 'Cơ quan được hướng dẫn đến, chuyển đến', kind: 'text', required: false },
  number(false),
  { name: 'contact', label: 'Người liên hệ để biết kết quả', kind: 'text', required: false },
  { name: 'resultNote', label: 'Theo dõi kết quả', kind: 'longText', required: false },
];
const refusalFields = (grounds: readonly Dto<'RefusalGround'>[]): Fields => [
  choice(
    'ground',
    'Căn cứ từ chối',
    grounds.map(({ code, label, citation, how }) => ({
      ...{ value: code, citation },
      label: how === 'written' ? `${label}; phải ra thông báo bằng văn bản` : label,
    })),
  ),
  { name: 'explained', label: 'Đã giải thích lý do cho công dân', kind: 'boolean', required: true },
  {
    ...{ name: 'basis', label: 'Số văn bản làm căn cứ', kind: 'text', required: false },
    help: 'Bắt buộc khi căn cứ dựa trên văn bản đã có.',
  },
];
const REPLY_FORM: Fields[number] = {
  ...{ name: 'form', label: 'Hình thức', kind: 'choice', required: true, options: FORM },
};

/** What may still be recorded of this visit; the API refuses with its article what may not. */
export function actsOf(visit: Visit, options: Options, grounds: readonly Dto<'RefusalGround'>[]): readonly VisitAct[] {
  const call = (values: Values, key: string) => ({
    params: { path: { id: visit.id }, header: { 'If-Match': `"${visit.rev}"`, 'Idempotency-Key': key } },
    body: values as never,
  });
  const settled = visit.outcome !== null;
  const acts: readonly (VisitAct & { readonly when: boolean })[] = [
    {
      ...{ code: 'outcome', title: 'Ghi kết quả lượt tiếp', basis: 'LTCD Đ.26', when: !settled },
      fields: outcomeFields(options),
      send: (values, key) => ok(api.POST('/api/v1/reception/visits/{id}/outcome', call(values, key))),
    },
    {
      ...{ code: 'refusal', title: 'Từ chối tiếp', basis: 'LTCD Đ.9; NĐ154 Đ.4', when: !settled },
      fields: refusalFields(grounds),
      send: (values, key) => ok(api.POST('/api/v1/reception/visits/{id}/refusal', call(values, key))),
    },
    {
      ...{ code: 'notice', title: 'Ban hành thông báo từ chối (Mẫu 01/TCD)', basis: 'NĐ154 Đ.4 k3' },
      when: visit.outcome === 'refused' && !visit.noticedOn && owes(visit, 'TCD.REFUSE.NOTICE'),
      roles: ['caseOfficer', 'unitHead', 'chairman', 'provinceChairman'],
      fields: [{ name: 'documentNumber', label: 'Số thông báo', kind: 'text', required: true }],
      send: (values, key) => ok(api.POST('/api/v1/reception/visits/{id}/refusal-notice', call(values, key))),
    },
    {
      ...{ code: 'reply', title: 'Trả lời sau khi tiếp', basis: 'LTCD Đ.28 k1' },
      when: settled && !visit.repliedOn && owes(visit, 'TCD.REPLY'),
      fields: [choice('content', 'Nội dung trả lời', options.replyContents), REPLY_FORM, number(false)],
      send: (values, key) => ok(api.POST('/api/v1/reception/visits/{id}/reply', call(values, key))),
    },
    {
      ...{ code: 'result', title: 'Ghi kết quả nơi nhận thông báo lại', basis: 'LTCD Đ.28 k2' },
      when: visit.outcome === 'transferred' || visit.outcome === 'guided',
      fields: [
        { name: 'resultNote', label: 'Kết quả giải quyết được thông báo', kind: 'longText', required: true },
        { name: 'citizenAsked', label: 'Công dân đã yêu cầu được báo kết quả', kind: 'boolean', required: true },
      ],
      send: (values, key) => ok(api.POST('/api/v1/reception/visits/{id}/result', call(values, key))),
    },
    {
      ...{
        code: 'report',
        title: 'Báo lại kết quả cho công dân',
        basis: 'LTCD Đ.28 k2',
        when: owes(visit, 'TCD.REPORT.BACK'),
      },
      fields: [REPLY_FORM, number(false)],
      send: (values, key) => ok(api.POST('/api/v1/reception/visits/{id}/report-back', call(values, key))),
    },
  ];
  return acts.filter(({ when }) => when);
}

const owes = ({ deadlines }: Visit, rule: string): boolean =>
  deadlines.some(({ ruleId, state }) => state === 'running' && ruleId.startsWith(rule));
