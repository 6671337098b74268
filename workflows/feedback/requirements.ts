import { need, requirementTable, type Facts, type Requirement } from '#libs/procedure';
import { present } from '../common/dates.js';
import { ATTITUDE_OUTCOMES, REPLY_CONTENTS } from './grounds.js';
import { law } from './law.js';

const kindOf = (facts: Facts): string => String(facts.feedbackKind ?? 'general');
const valueOf = (options: readonly { readonly value: string }[]): ReadonlySet<string> =>
  new Set(options.map(({ value }) => value));
const REPLIES = valueOf(REPLY_CONTENTS);
const OUTCOMES = valueOf(ATTITUDE_OUTCOMES);

const kind = (code: string, value: string, title: string): Requirement =>
  need(code, title, law.receive).when((facts) => kindOf(facts) === value, {
    met: { feedbackKind: value },
    unmet: { feedbackKind: value === 'dispute' ? 'general' : 'dispute' },
  });

const list: readonly Requirement[] = [
  kind('isGeneral', 'general', 'Kiến nghị, phản ánh thông thường'),
  kind('isRegulation', 'regulation', 'Phản ánh, kiến nghị về quy định hành chính'),
  kind('isRecommendation', 'recommendation', 'Kiến nghị của Mặt trận, đoàn thể, cử tri'),
  kind('isDispute', 'dispute', 'Đề nghị giải quyết tranh chấp'),
  need('afterReception', 'Công dân đến kiến nghị, phản ánh trực tiếp', law.receptionAnswer).when(
    (facts) => facts.channel === 'counter' && kindOf(facts) === 'general',
    { met: { channel: 'counter' }, unmet: { channel: 'post' } },
  ),
  need('isOnline', 'Gửi trực tuyến', law.online).when((facts) => facts.channel === 'online', {
    met: { channel: 'online' },
    unmet: { channel: 'post' },
  }),
  need('receptionUnanswered', 'Chưa trả lời người đến kiến nghị, phản ánh', law.receptionAnswer).when(
    (facts) => facts.channel === 'counter' && !present(facts, 'receptionAnsweredOn'),
    { met: { channel: 'counter' }, unmet: { channel: 'post' } },
  ),
  need('replyChosen', 'Trả lời về một trong bốn nội dung của Điều 28', law.receptionAnswer).whenInput(
    (facts) => REPLIES.has(String(facts.replyContent)),
    { met: { replyContent: 'ACCEPTED' }, unmet: {} },
  ),
  need('attitudeConcluded', 'Phản ánh thái độ phục vụ phải ghi kết quả xử lý', law.officer).whenInput(
    (facts) => facts.subject !== 'attitude' || OUTCOMES.has(String(facts.attitudeOutcome)),
    { met: { subject: 'attitude', attitudeOutcome: 'APOLOGISED' }, unmet: { subject: 'attitude' } },
  ),
  need('redacted', 'Đã che họ tên, địa chỉ, thông tin cá nhân trước khi công khai', law.secrecy).whenInput(
    (facts) => facts.redacted === true,
    { met: { redacted: true }, unmet: {} },
  ),
  need('nameAndAddress', 'Có tên, địa chỉ, số điện thoại của người gửi', law.regulation).whenInput(
    (facts) => facts.nameAndAddress === true,
    { met: { nameAndAddress: true }, unmet: {} },
  ),
  need('noNameOrAddress', 'Không có tên, địa chỉ, số điện thoại của người gửi', law.regulation).whenInput(
    (facts) => facts.nameAndAddress === false,
    { met: { nameAndAddress: false }, unmet: { nameAndAddress: true } },
  ),
  need('aboutComplaintResult', 'Kiến nghị về kết quả giải quyết khiếu nại đã chuyển', law.frontAnswer).whenInput(
    (facts) => facts.aboutComplaintResult === true && facts.forwarderKind === 'front',
    {
      met: { aboutComplaintResult: true, forwarderKind: 'front' },
      unmet: { aboutComplaintResult: false, forwarderKind: 'front' },
    },
  ),
  need('mediationHeld', 'Không ghi kết quả trước ngày hòa giải đã mời', law.mediation).when(
    (facts) => present(facts, 'meetingOn') && String(facts.occurredOn ?? '') >= String(facts.meetingOn),
    {
      met: { meetingOn: '2026-07-10', occurredOn: '2026-07-10' },
      unmet: { meetingOn: '2026-07-10', occurredOn: '2026-07-09' },
    },
  ),
  ...(
    [
      ['agreed', 'AGREED', 'Các bên thỏa thuận được'],
      ['notAgreed', 'NOT_AGREED', 'Các bên không thỏa thuận được'],
      ['absent', 'ABSENT', 'Một bên vắng mặt'],
    ] as const
  ).map(([code, result, title]) =>
    need(code, title, law.mediation).whenInput((facts) => facts.mediationResult === result, {
      met: { mediationResult: result },
      unmet: {},
    }),
  ),
  need('documentNumber', 'Có số văn bản', law.officer).whenInput((facts) => present(facts, 'documentNumber'), {
    met: { documentNumber: true },
    unmet: {},
  }),
  need('withdrawalSigned', 'Đơn rút có chữ ký hoặc điểm chỉ', law.withdraw).whenInput(
    (facts) => facts.signed === true,
    { met: { signed: true }, unmet: {} },
  ),
  need('correctionExplained', 'Nêu rõ sai ở đâu và căn cứ đính chính', law.officer).whenInput(
    (facts) => present(facts, 'correction'),
    { met: { correction: true }, unmet: {} },
  ),
];

export const requirements = requirementTable(list);
