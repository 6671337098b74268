import { need, type Facts, type Requirement } from '#libs/procedure';
import { dayFact, present, underNewLaw } from '../../common/dates.js';
import { isRemote, isSecond, resolutionEnd, windowEnd } from './instance.js';
import { law } from './law.js';

const DAY = '2026-08-03';
const SECOND = { instance: 'second' };

/** Findings that oblige the chairman of a province to hold the dialogue in person (NĐ124 Đ.28 k2b). */
const IN_PERSON = ['opinionsDiffer', 'tense', 'publicAttention', 'securityAffected', 'departmentHead'] as const;
const mayDelegate = (facts: Facts): boolean =>
  isSecond(facts) && Number(facts.groupSize ?? 1) < 2 && IN_PERSON.every((finding) => facts[finding] !== true);
/** Of the dialogue called last. */
const wasDelegated = (facts: Facts): boolean =>
  present(facts, 'dialogueDelegatedOn') && String(facts.dialogueDelegatedOn) >= String(facts.dialogueNoticeOn ?? '');

const dialogue: readonly Requirement[] = [
  need(
    'dialogueAtSecond',
    'Lần hai luôn phải tổ chức đối thoại trước khi ra quyết định giải quyết',
    law.secondDialogue,
  ).when((facts) => !isSecond(facts), { met: {}, unmet: SECOND }),
  need(
    'delegationAllowed',
    'Lần đầu, và lần hai khi có nhiều người cùng khiếu nại, ý kiến các cơ quan khác nhau, thái độ gay gắt, dư luận quan tâm, ảnh hưởng an ninh trật tự hoặc do thủ trưởng cơ quan chuyên môn giải quyết, thì người giải quyết phải trực tiếp đối thoại',
    law.chair,
  ).whenInput(mayDelegate, { met: SECOND, unmet: { ...SECOND, tense: true } }),
  need('wasDelegated', 'Buổi đối thoại do người được phân công chủ trì', law.chair).when(wasDelegated, {
    met: { dialogueNoticeOn: DAY, dialogueDelegatedOn: DAY },
    unmet: { dialogueNoticeOn: DAY },
  }),
  need('dialogueReported', 'Người được phân công đối thoại đã báo cáo kết quả với người giải quyết', law.chair).when(
    (facts) => !wasDelegated(facts) || String(facts.dialogueReportedOn ?? '') >= String(facts.dialogueHeldOn ?? '9'),
    {
      met: { dialogueNoticeOn: DAY, dialogueDelegatedOn: DAY, dialogueHeldOn: DAY, dialogueReportedOn: DAY },
      unmet: { dialogueNoticeOn: DAY, dialogueDelegatedOn: DAY, dialogueHeldOn: DAY },
    },
  ),
];

const council: readonly Requirement[] = [
  need('complexFound', 'Đã xác định vụ việc phức tạp bằng văn bản', law.council).when(
    (facts) => present(facts, 'complexFoundOn'),
    { met: { complexFoundOn: DAY }, unmet: {} },
  ),
  need('councilSetUp', 'Đã thành lập Hội đồng tư vấn', law.councilOpinion).when(
    (facts) => present(facts, 'councilSetUpOn'),
    { met: { councilSetUpOn: DAY }, unmet: {} },
  ),
  need(
    'councilHeard',
    'Đã thành lập Hội đồng tư vấn thì phải có ý kiến bằng văn bản của Hội đồng trong hồ sơ trước khi quyết định',
    law.councilOpinion,
  ).when((facts) => !present(facts, 'councilSetUpOn') || present(facts, 'councilOpinionOn'), {
    met: { councilSetUpOn: DAY, councilOpinionOn: DAY },
    unmet: { councilSetUpOn: DAY },
  }),
];

/** 5 to 10 people one or two representatives, more than 10 up to five (LTCD Đ.29). */
function representativesAllowed(facts: Facts): boolean {
  const people = Number(facts.groupSize ?? 1);
  const count = Number(facts.representativeCount ?? 0);
  return facts.appointmentSigned === true && count >= 1 && count <= (people > 10 ? 5 : Math.min(people, 2));
}

const people: readonly Requirement[] = [
  need('isGroup', 'Nhiều người cùng khiếu nại về một nội dung', law.representatives).when(
    (facts) => Number(facts.groupSize ?? 1) > 1,
    { met: { groupSize: 6 }, unmet: { groupSize: 1 } },
  ),
  need(
    'representativesAllowed',
    'Văn bản cử đại diện có chữ ký của tất cả; đến 10 người cử không quá 02 đại diện, trên 10 người không quá 05',
    law.representatives,
  ).whenInput(representativesAllowed, {
    met: { groupSize: 6, representativeCount: 2, appointmentSigned: true },
    unmet: { groupSize: 6, representativeCount: 3, appointmentSigned: true },
  }),
  need(
    'personsOfGroup',
    'Chỉ khi nhiều người cùng khiếu nại mới có việc một hoặc một số người rút',
    law.withdrawGroup,
  ).whenInput((facts) => facts.scope !== 'persons' || Number(facts.groupSize ?? 1) > 1, {
    met: { scope: 'persons', groupSize: 6 },
    unmet: { scope: 'persons', groupSize: 1 },
  }),
  need('withdrawnOrally', 'Rút khiếu nại được ghi bằng biên bản', law.withdraw).whenInput(
    (facts) => facts.form === 'record',
    { met: { form: 'record' }, unmet: { form: 'application' } },
  ),
  need('resumedBefore', 'Đã từng tạm đình chỉ và tiếp tục giải quyết', law.resume).when(
    (facts) => present(facts, 'resumedOn'),
    { met: { resumedOn: DAY }, unmet: {} },
  ),
];

/** Who forwarded is told of the result by law (LKN Đ.66 k2; LTCD Đ.27 k2). */
const ANSWERED: ReadonlySet<string> = new Set(['front', 'deputy', 'receptionBoard']);

const delivery: readonly Requirement[] = [
  need('byHandover', 'Giao trực tiếp, có biên bản giao nhận', law.delivery).whenInput(
    (facts) => facts.proof === 'handover',
    { met: { proof: 'handover' }, unmet: { proof: 'postal' } },
  ),
  need('refusalToComplainant', 'Giao thông báo không thụ lý cho người khiếu nại', law.notice).whenInput(
    (facts) => facts.paper === 'nonAcceptanceNotice' && facts.addressee === 'complainant',
    {
      met: { paper: 'nonAcceptanceNotice', addressee: 'complainant' },
      unmet: { paper: 'nonAcceptanceNotice', addressee: 'forwarder' },
    },
  ),
  need('refusalDelivered', 'Đã giao thông báo không thụ lý cho người khiếu nại', law.notice).when(
    (facts) => present(facts, 'refusalDeliveredOn'),
    { met: { refusalDeliveredOn: DAY }, unmet: {} },
  ),
  need('firstDelivery', 'Giao quyết định cho người khiếu nại lần đầu tiên', law.sue).when(
    (facts) => !present(facts, 'deliveredOn'),
    { met: {}, unmet: { deliveredOn: DAY } },
  ),
  need('appealNear', 'Thời hạn khiếu nại lần hai bắt đầu', law.appeal).when(
    (facts) => !isSecond(facts) && !present(facts, 'deliveredOn') && !isRemote(facts),
    { met: {}, unmet: { remote: true } },
  ),
  need('appealRemote', 'Thời hạn khiếu nại lần hai ở vùng sâu, vùng xa bắt đầu', law.appeal).when(
    (facts) => !isSecond(facts) && !present(facts, 'deliveredOn') && isRemote(facts),
    { met: { remote: true }, unmet: {} },
  ),
  need('decisionUnsent', 'Quyết định giải quyết đã có hiệu lực mà chưa gửi', law.sendEither).when(
    (facts) => !present(facts, 'sentOn'),
    { met: {}, unmet: { sentOn: DAY } },
  ),
  need('decisionSent', 'Đã gửi quyết định giải quyết', law.sendEither).when((facts) => present(facts, 'sentOn'), {
    met: { sentOn: DAY },
    unmet: {},
  }),
  need(
    'forwarderTold',
    'Đã thông báo kết quả cho tổ chức của Mặt trận, cơ quan của Quốc hội, đại biểu, Ban tiếp công dân đã chuyển khiếu nại',
    law.forwarder,
  ).when((facts) => !ANSWERED.has(String(facts.forwarderKind)) || present(facts, 'forwarderToldOn'), {
    met: { forwarderKind: 'front', forwarderToldOn: DAY },
    unmet: { forwarderKind: 'front' },
  }),
  need('postingEnded', 'Đã niêm yết, đăng tải thì phải kết thúc sau ít nhất 15 ngày', law.publish).when(
    (facts) => !present(facts, 'postedOn') || String(facts.postingEndedOn ?? '') >= String(facts.postedOn),
    { met: { postedOn: DAY, postingEndedOn: '2026-08-18' }, unmet: { postedOn: DAY } },
  ),
  need('onNoticeBoard', 'Đã niêm yết tại trụ sở hoặc nơi tiếp công dân', law.publish).when(
    (facts) => present(facts, 'onNoticeBoardOn'),
    { met: { onNoticeBoardOn: DAY }, unmet: {} },
  ),
  need('appealStillOpen', 'Thời hạn khiếu nại lần hai còn chạy khi quyết định có hiệu lực', law.appeal).when(
    (facts) => {
      if (isSecond(facts)) return false;
      const deliveredOn = dayFact(facts, 'deliveredOn');
      const end = deliveredOn && windowEnd(deliveredOn, isRemote(facts));
      return !end || end >= String(facts.occurredOn);
    },
    {
      met: { deliveredOn: '2026-08-10', occurredOn: '2026-09-03' },
      unmet: { deliveredOn: '2026-08-03', occurredOn: '2026-09-08' },
    },
  ),
];

const reading: readonly Requirement[] = [
  need('evidenceGathered', 'Vụ việc đã thụ lý, có tài liệu do người giải quyết thu thập', law.reading).when(
    (facts) => present(facts, 'acceptedOn'),
    { met: { acceptedOn: DAY }, unmet: {} },
  ),
  need(
    'lawyerProven',
    'Luật sư, trợ giúp viên pháp lý xuất trình thẻ và giấy yêu cầu, quyết định phân công hoặc ủy quyền',
    law.lawyer,
  ).whenInput((facts) => facts.reader !== 'lawyer' || facts.authorityShown === true, {
    met: { reader: 'lawyer', authorityShown: true },
    unmet: { reader: 'lawyer' },
  }),
  need(
    'redacted',
    'Đã loại bí mật nhà nước và che thông tin cá nhân của người khác trong phần được đọc',
    law.readingSecret,
  ).whenInput((facts) => facts.redactionChecked === true, { met: { redactionChecked: true }, unmet: {} }),
  need(
    'readingRefusal',
    'Chỉ từ chối khi là bí mật nhà nước, người yêu cầu không có quyền hoặc tài liệu không do người giải quyết thu thập',
    law.readingSecret,
  ).whenInput((facts) => ['STATE_SECRET', 'NOT_ENTITLED', 'NOT_GATHERED'].includes(String(facts.ground)), {
    met: { ground: 'STATE_SECRET' },
    unmet: { ground: 'BUSY' },
  }),
];

const superior: readonly Requirement[] = [
  need(
    'stayWithinLimit',
    'Thời hạn tạm đình chỉ thi hành không vượt quá thời gian còn lại của thời hạn giải quyết',
    law.stayCap,
  ).whenInput(
    (facts) => {
      const until = dayFact(facts, 'stayUntil');
      const end = resolutionEnd(facts);
      return !until || (until >= String(facts.occurredOn ?? '') && (!end || until <= end));
    },
    {
      met: { acceptedOn: DAY, occurredOn: DAY, stayUntil: '2026-08-20' },
      unmet: { acceptedOn: DAY, occurredOn: DAY, stayUntil: '2026-10-20' },
    },
  ),
  need(
    'reviewerCompetent',
    'Trước ngày 01/07/2026 chỉ Thủ tướng Chính phủ xem xét việc giải quyết khiếu nại vi phạm pháp luật',
    law.review,
  ).whenInput((facts) => facts.orderedBy === 'primeMinister' || underNewLaw(facts), {
    met: { orderedBy: 'provinceChairman', occurredOn: DAY },
    unmet: { orderedBy: 'provinceChairman', occurredOn: '2026-06-15' },
  }),
  need(
    'harmFound',
    'Việc giải quyết vi phạm pháp luật, gây thiệt hại đến lợi ích của Nhà nước hoặc quyền, lợi ích hợp pháp',
    law.review,
  ).whenInput((facts) => facts.harmFound === true, { met: { harmFound: true }, unmet: {} }),
  need('reviewOrdered', 'Đã có yêu cầu xem xét việc giải quyết', law.review).when(
    (facts) => present(facts, 'reviewOrderedOn'),
    { met: { reviewOrderedOn: DAY }, unmet: {} },
  ),
  need('reviewSettled', 'Việc xem xét giải quyết khiếu nại vi phạm pháp luật đã có báo cáo', law.review).when(
    (facts) =>
      !present(facts, 'reviewOrderedOn') || String(facts.reviewReportedOn ?? '') >= String(facts.reviewOrderedOn),
    { met: { reviewOrderedOn: DAY, reviewReportedOn: DAY }, unmet: { reviewOrderedOn: DAY } },
  ),
];

/** What version 2 asks beyond version 1. */
export const addedRequirements: readonly Requirement[] = [
  ...dialogue,
  ...council,
  ...people,
  ...delivery,
  ...reading,
  ...superior,
];
