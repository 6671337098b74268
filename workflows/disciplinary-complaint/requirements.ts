import { need, requirementTable, type Facts, type Requirement } from '#libs/procedure';
import { addDays, type LocalDate } from '#libs/shared';
import { dayFact, present } from '../common/dates.js';
import { EFFECT_DAYS } from '../complaint/effect-days.js';
import { isSecond } from '../complaint/v2/instance.js';
import { requirements as ofComplaints } from '../complaint/v2/requirements.js';
import { CITATION_OF } from './bases.js';
import { law } from './law.js';
import { filedInTime, isDismissal, secondWindowEnd, unresolvedInTime } from './limits.js';

const DAY = '2026-08-03';
const SECOND = { instance: 'second' };
const FIRST_IN_TIME = { decisionReceivedOn: '2026-07-20', receivedOn: DAY };
const FIRST_LATE = { decisionReceivedOn: '2026-07-01', receivedOn: DAY };
const SECOND_LATE = { ...SECOND, firstDecisionOn: '2026-07-01', receivedOn: DAY };

const filing: readonly Requirement[] = [
  need(
    'writtenPetition',
    'Khiếu nại quyết định kỷ luật phải bằng đơn có chữ ký của người khiếu nại; gửi trực tuyến thì phải có bản giấy',
    law.form,
  ).whenInput(
    (facts) => facts.signedPetition === true && (facts.channel !== 'online' || present(facts, 'paperReceivedOn')),
    { met: { signedPetition: true }, unmet: { channel: 'online', signedPetition: true } },
  ),
  need(
    'filedInTime',
    'Lần đầu trong 15 ngày kể từ ngày nhận quyết định kỷ luật; lần hai trong 10 ngày (buộc thôi việc: 30 ngày) kể từ ngày nhận quyết định giải quyết lần đầu, trừ thời gian có trở ngại; phải ghi ngày đó',
    law.timebar,
  ).whenInput((facts) => filedInTime(facts) === true, {
    met: { ...FIRST_IN_TIME, firstDecisionOn: '2026-07-30' },
    unmet: FIRST_LATE,
  }),
  need('saysDismissal', 'Quyết định bị khiếu nại là quyết định buộc thôi việc', law.timebar).whenInput(
    (facts) => facts.dismissal === true,
    { met: { dismissal: true }, unmet: {} },
  ),
  need('notPlainlyLate', 'Biết hồ sơ lần đầu và chưa thấy khiếu nại lần hai nộp muộn', law.timebar).when(
    (facts) => isSecond(facts) && present(facts, 'firstCaseFileId') && filedInTime(facts) !== false,
    {
      met: { ...SECOND, firstCaseFileId: 'x', firstDecisionOn: '2026-07-30', receivedOn: DAY },
      unmet: { ...SECOND_LATE, firstCaseFileId: 'x' },
    },
  ),
];

const deciding: readonly Requirement[] = [
  need(
    'variantFits',
    'Chỉ một mức kéo dài: vụ việc phức tạp không quá 45 ngày, không có mức vùng sâu, vùng xa',
    law.limit,
  ).whenInput((facts) => facts.variant === 'complex', {
    met: { variant: 'complex' },
    unmet: { variant: 'remote_complex' },
  }),
  need(
    'issuerReported',
    'Lần hai: đã nhận báo cáo của người ban hành quyết định kỷ luật về việc xem xét kỷ luật và giải quyết khiếu nại lần đầu',
    law.issuerReport,
  ).when((facts) => !isSecond(facts) || present(facts, 'respondentReportOn'), {
    met: { ...SECOND, respondentReportOn: DAY },
    unmet: SECOND,
  }),
  need('councilAtFirst', 'Hội đồng kỷ luật xem xét trong giải quyết lần đầu', law.council).when(
    (facts) => !isSecond(facts),
    { met: {}, unmet: SECOND },
  ),
  need('councilAsked', 'Đã yêu cầu Hội đồng kỷ luật xem xét', law.council).when(
    (facts) => present(facts, 'councilAskedOn'),
    { met: { councilAskedOn: DAY }, unmet: {} },
  ),
  need(
    'disciplineCouncilHeard',
    'Lần đầu: Hội đồng kỷ luật đã xem xét, đề nghị người có thẩm quyền giải quyết',
    law.council,
  ).when((facts) => isSecond(facts) || present(facts, 'councilProposedOn'), {
    met: { councilProposedOn: DAY },
    unmet: {},
  }),
  need(
    'dialogueRecorded',
    'Trước khi ra quyết định giải quyết khiếu nại kỷ luật phải tổ chức đối thoại và có biên bản',
    law.dialogue,
  ).when((facts) => present(facts, 'dialogueOn') && String(facts.dialogueHeldOn ?? '') >= String(facts.dialogueOn), {
    met: { dialogueOn: DAY, dialogueHeldOn: DAY },
    unmet: { dialogueOn: DAY },
  }),
];

const addressees: readonly Requirement[] = [
  need(
    'sentToCentral',
    'Quyết định lần hai của Chủ tịch UBND cấp tỉnh gửi cả Tổng Thanh tra Chính phủ và Bộ trưởng Bộ Nội vụ',
    law.sendCentral,
  ).whenInput((facts) => !isSecond(facts) || facts.centralSent === true || facts.departmentHead === true, {
    met: { ...SECOND, centralSent: true },
    unmet: SECOND,
  }),
  need('announced', 'Đã công bố quyết định giải quyết đến toàn thể cán bộ, công chức của cơ quan', law.announce).when(
    (facts) => present(facts, 'announcedOn'),
    { met: { announcedOn: DAY }, unmet: {} },
  ),
];

const windowOpen = (facts: Facts): boolean => {
  const deliveredOn = dayFact(facts, 'deliveredOn');
  const end = deliveredOn && secondWindowEnd(deliveredOn, isDismissal(facts));
  return deliveredOn === undefined || (!!end && String(facts.occurredOn) <= end);
};
const firstDelivered = (facts: Facts): boolean => !isSecond(facts) && !present(facts, 'deliveredOn');
const effectAgain = (facts: Facts): boolean =>
  present(facts, 'decidedOn') && !present(facts, 'effectiveOn') && facts.stage !== 'passedUp';
const complex = (facts: Facts): boolean => present(facts, 'complexFoundOn');

/** The day a decision takes effect, whether or not it has been sent (LKN Đ.57 k1). */
function effectOf(facts: Facts): LocalDate | undefined {
  const decidedOn = dayFact(facts, 'decidedOn');
  return decidedOn && addDays(decidedOn, EFFECT_DAYS.standard + 1);
}

const after: readonly Requirement[] = [
  need(
    'effectDay',
    'Ngày ghi nhận là đúng ngày quyết định có hiệu lực: sau 30 ngày kể từ ngày ban hành',
    law.effective,
  ).when((facts) => facts.occurredOn !== undefined && facts.occurredOn === effectOf(facts), {
    met: { decidedOn: DAY, occurredOn: '2026-09-03', remote: true },
    unmet: { decidedOn: DAY, occurredOn: '2026-09-02' },
  }),
  need('effectDayPast', 'Ngày quyết định có hiệu lực đã qua mà chưa ghi nhận', law.effective).when(
    (facts) => String(facts.occurredOn ?? '') > (effectOf(facts) ?? '9'),
    { met: { decidedOn: DAY, occurredOn: '2026-09-05' }, unmet: { decidedOn: DAY, occurredOn: '2026-09-03' } },
  ),
  need(
    'effectiveOnStated',
    'Ghi nhận muộn: nhập đúng ngày quyết định có hiệu lực, sau 30 ngày kể từ ngày ban hành',
    law.effective,
  ).whenInput((facts) => facts.effectiveOn !== undefined && facts.effectiveOn === effectOf(facts), {
    met: { decidedOn: '2026-07-12', effectiveOn: '2026-08-12' },
    unmet: { decidedOn: '2026-07-12', effectiveOn: '2026-08-13' },
  }),
  need('firstDelivery', 'Giao quyết định về kỷ luật buộc thôi việc cho người khiếu nại', law.court).when(
    (facts) => isDismissal(facts) && !present(facts, 'deliveredOn'),
    { met: { dismissalOn: DAY }, unmet: {} },
  ),
  need('appealTenDays', 'Thời hiệu khiếu nại lần hai 10 ngày bắt đầu', law.timebar).when(
    (facts) => firstDelivered(facts) && !isDismissal(facts),
    { met: {}, unmet: { dismissalOn: DAY } },
  ),
  need('appealThirtyDays', 'Thời hiệu khiếu nại lần hai 30 ngày (buộc thôi việc) bắt đầu', law.timebar).when(
    (facts) => firstDelivered(facts) && isDismissal(facts),
    { met: { dismissalOn: DAY }, unmet: {} },
  ),
  need('appealStillOpen', 'Thời hiệu khiếu nại lần hai còn chạy khi quyết định có hiệu lực', law.timebar).when(
    (facts) => !isSecond(facts) && windowOpen(facts),
    {
      met: { deliveredOn: '2026-08-20', dismissalOn: DAY, occurredOn: '2026-09-03' },
      unmet: { deliveredOn: DAY, occurredOn: '2026-09-03' },
    },
  ),
  need(
    'appealRight',
    'Khiếu nại lần hai: đã có quyết định mà không đồng ý, hoặc quá thời hạn mà chưa giải quyết',
    law.appeal,
  ).whenInput(
    (facts) =>
      facts.actorRole === 'system' ||
      (present(facts, 'decidedOn') ? facts.appealGround !== 'overdue' : unresolvedInTime(facts)),
    {
      met: { appealGround: 'overdue', acceptedOn: '2026-07-03', occurredOn: '2026-08-04' },
      unmet: { appealGround: 'overdue', acceptedOn: '2026-07-03', occurredOn: '2026-08-03' },
    },
  ),
  need(
    'appealInTime',
    'Khiếu nại lần hai trong 10 ngày (buộc thôi việc: 30 ngày) kể từ ngày nhận quyết định, hoặc có trở ngại chính đáng',
    law.timebar,
  ).whenInput((facts) => facts.actorRole === 'system' || facts.lateReasonAccepted === true || windowOpen(facts), {
    met: { deliveredOn: DAY, occurredOn: '2026-08-13' },
    unmet: { deliveredOn: DAY, occurredOn: '2026-08-14' },
  }),
  need('dismissalForCourt', 'Chỉ quyết định kỷ luật buộc thôi việc mới khởi kiện được tại Tòa án', law.court).whenInput(
    isDismissal,
    { met: { dismissal: true }, unmet: {} },
  ),
  need('effectAgainNear', 'Quyết định lần đầu trở lại chờ có hiệu lực', law.effective).when(effectAgain, {
    met: { decidedOn: DAY, stage: 'sent' },
    unmet: { decidedOn: DAY, stage: 'passedUp' },
  }),
  need('limitStandard', 'Thời hạn thường', law.limit).when((facts) => !complex(facts), {
    met: { remote: true },
    unmet: { complexFoundOn: DAY },
  }),
  need('limitComplex', 'Thời hạn của vụ việc phức tạp', law.limit).when(complex, {
    met: { complexFoundOn: DAY },
    unmet: {},
  }),
];

const rebased = Object.fromEntries(
  Object.entries(ofComplaints).map(([code, one]) => [code, { ...one, citation: CITATION_OF[code] ?? one.citation }]),
);

/** Those of complaints where chapter IV is silent, with its articles where it speaks, and its own. */
export const requirements: Readonly<Record<string, Requirement>> = {
  ...rebased,
  ...requirementTable([...filing, ...deciding, ...addressees, ...after]),
};
