import { need, requirementTable, type Requirement } from '#libs/procedure';
import { addDays } from '#libs/shared';
import { dayFact, daysFromTo, present, underNewLaw } from '../common/dates.js';
import { isResolver } from '../common/roles.js';
import { COMPLEXITY_GROUNDS, DISCONTINUE_GROUNDS, REFUSAL_GROUNDS, SUSPENSION_GROUNDS, values } from './grounds.js';
import { law } from './law.js';
import { RESOLVING, STAGE_TITLES } from './stage-names.js';

const OLD_DAY = '2026-06-15';
const NEW_DAY = '2026-08-03';

/** Whole period after which a first-instance decision takes effect: 30 days from issue, 45 where travel is hard. */
export const EFFECT_DAYS = { standard: 30, remote: 45 } as const;
const effectDays = (remote: boolean): number => (remote ? EFFECT_DAYS.remote : EFFECT_DAYS.standard);

const papers: readonly Requirement[] = [
  need(
    'signedByResolver',
    'Văn bản do người giải quyết khiếu nại ký; người nhập hộ phải ghi người đã ký',
    law.resolver,
  ).whenInput((facts) => isResolver(facts.actorRole) || present(facts, 'signedBy'), {
    met: { signedBy: 'chairman' },
    unmet: { actorRole: 'caseOfficer' },
  }),
  need('documentNumber', 'Có số văn bản', law.file).whenInput((facts) => present(facts, 'documentNumber'), {
    met: { documentNumber: true },
    unmet: {},
  }),
];

const acceptance: readonly Requirement[] = [
  need(
    'conditionsChecked',
    'Đã kiểm tra: thuộc thẩm quyền và không thuộc trường hợp không được thụ lý',
    law.notAcceptable,
  ).whenInput((facts) => facts.conditionsChecked === true, {
    met: { conditionsChecked: true },
    unmet: { conditionsChecked: false },
  }),
  need(
    'groupPapers',
    'Nhiều người cùng khiếu nại: đơn đủ chữ ký và có văn bản cử người đại diện',
    law.acceptGroup,
  ).whenInput((facts) => Number(facts.groupSize ?? 1) < 2 || facts.groupPapersComplete === true, {
    met: { groupSize: 6, groupPapersComplete: true },
    unmet: { groupSize: 6 },
  }),
  need('refusalGround', 'Lý do không thụ lý thuộc danh mục Điều 11 Luật Khiếu nại', law.notAcceptable).whenInput(
    (facts) => values(REFUSAL_GROUNDS).has(String(facts.ground)),
    {
      met: { ground: 'TIME_BARRED' },
      unmet: { ground: 'OTHER' },
    },
  ),
];

const verification: readonly Requirement[] = [
  need(
    'foundRight',
    'Kiểm tra lại thấy khiếu nại đúng thì mới quyết định ngay, không qua xác minh',
    law.selfReview,
  ).whenInput((facts) => facts.conclusion === 'right', {
    met: { conclusion: 'right' },
    unmet: { conclusion: 'wrong' },
  }),
  need(
    'partiesHeard',
    'Kết quả xác minh khác với thông tin các bên cung cấp: phải làm việc với các bên trước khi báo cáo',
    law.hearParties,
  ).whenInput((facts) => facts.resultDiffersFromParties !== true || present(facts, 'partiesHeardOn'), {
    met: { resultDiffersFromParties: true, partiesHeardOn: NEW_DAY },
    unmet: { resultDiffersFromParties: true },
  }),
  need('conclusion', 'Có kết luận: đúng, đúng một phần hay sai toàn bộ', law.report).whenInput(
    (facts) => ['right', 'partlyRight', 'wrong'].includes(String(facts.conclusion)),
    {
      met: { conclusion: 'partlyRight' },
      unmet: {},
    },
  ),
  need(
    'differenceStated',
    'Nêu rõ yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau hay không',
    law.dialogue,
  ).whenInput((facts) => typeof facts.demandDiffers === 'boolean', {
    met: { demandDiffers: false },
    unmet: {},
  }),
];

const complexity: readonly Requirement[] = [
  need('complexityGround', 'Vụ việc thuộc một trong bảy trường hợp phức tạp', law.complex).whenInput(
    (facts) => !underNewLaw(facts) || values(COMPLEXITY_GROUNDS).has(String(facts.ground)),
    {
      met: { occurredOn: NEW_DAY, ground: 'SEVERAL_CONTENTS' },
      unmet: { occurredOn: NEW_DAY, ground: 'BUSY' },
    },
  ),
  need('notProlonged', 'Thời hạn giải quyết chỉ được kéo dài một lần', law.limit).when(
    (facts) => !present(facts, 'complexFoundOn'),
    { met: {}, unmet: { complexFoundOn: NEW_DAY } },
  ),
  need(
    'variantFits',
    'Mức kéo dài đúng với địa bàn: vùng sâu, vùng xa tối đa 60 ngày, nơi khác tối đa 45 ngày',
    law.limit,
  ).whenInput((facts) => facts.variant === (facts.remote === true ? 'remote_complex' : 'complex'), {
    met: { remote: false, variant: 'complex' },
    unmet: { remote: false, variant: 'remote_complex' },
  }),
];

const dialogue: readonly Requirement[] = [
  need(
    'dialogueNotOwed',
    'Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau: phải đối thoại trước khi quyết định',
    law.dialogue,
  ).when((facts) => facts.demandDiffers === false, {
    met: { demandDiffers: false },
    unmet: { demandDiffers: true },
  }),
  need(
    'dialogueNoticeInTime',
    'Thông báo đối thoại gửi trước ngày đối thoại ít nhất 05 ngày',
    law.dialogueNotice,
  ).whenInput(
    (facts) =>
      present(facts, 'dialogueOn') &&
      (daysFromTo(facts, 'occurredOn', 'dialogueOn') ?? -1) >= (underNewLaw(facts) ? 5 : 0),
    {
      met: { occurredOn: NEW_DAY, dialogueOn: '2026-08-10' },
      unmet: { occurredOn: NEW_DAY, dialogueOn: '2026-08-06' },
    },
  ),
  need('dialogueDayReached', 'Biên bản đối thoại không lập trước ngày đối thoại đã thông báo', law.dialogueRecord).when(
    (facts) => (daysFromTo(facts, 'dialogueOn', 'occurredOn') ?? -1) >= 0,
    {
      met: { dialogueOn: '2026-08-10', occurredOn: '2026-08-10' },
      unmet: { dialogueOn: '2026-08-10', occurredOn: '2026-08-09' },
    },
  ),
  need(
    'attendanceAllows',
    'Người khiếu nại có mặt, hoặc vắng mặt không có lý do chính đáng (từ 01/07/2026); vắng có lý do thì mời lại',
    law.dialogueAbsent,
  ).whenInput(
    (facts) => facts.attendance === 'present' || (facts.attendance === 'absentWithoutReason' && underNewLaw(facts)),
    {
      met: { attendance: 'absentWithoutReason', occurredOn: NEW_DAY },
      unmet: { attendance: 'absentWithoutReason', occurredOn: OLD_DAY },
    },
  ),
  need('dialogueRecorded', 'Đã có biên bản đối thoại', law.dialogueRecord).when(
    (facts) => (daysFromTo(facts, 'dialogueOn', 'dialogueHeldOn') ?? -1) >= 0,
    {
      met: { dialogueOn: NEW_DAY, dialogueHeldOn: NEW_DAY },
      unmet: { dialogueOn: NEW_DAY },
    },
  ),
];

const endings: readonly Requirement[] = [
  need(
    'newLaw',
    'Từ ngày 01/07/2026 mới có tạm đình chỉ, đình chỉ theo Điều 11a và rút một phần',
    law.suspendFrom,
  ).when(underNewLaw, { met: { occurredOn: NEW_DAY }, unmet: { occurredOn: OLD_DAY } }),
  need('oldLaw', 'Việc làm trước ngày 01/07/2026 theo quy định cũ', law.withdrawOld).when(
    (facts) => !underNewLaw(facts),
    { met: { occurredOn: OLD_DAY }, unmet: { occurredOn: NEW_DAY } },
  ),
  need('suspensionGround', 'Căn cứ tạm đình chỉ thuộc khoản 1 Điều 11a', law.suspend).whenInput(
    (facts) => values(SUSPENSION_GROUNDS).has(String(facts.ground)),
    {
      met: { ground: 'AWAIT_RESULT' },
      unmet: { ground: 'WORKLOAD' },
    },
  ),
  need(
    'evidenceOnFile',
    'Có căn cứ, tài liệu chứng minh sự kiện bất khả kháng, trở ngại khách quan trong hồ sơ',
    law.suspendEvidence,
  ).whenInput((facts) => facts.ground !== 'FORCE_MAJEURE' || facts.evidenceOnFile === true, {
    met: { ground: 'FORCE_MAJEURE', evidenceOnFile: true },
    unmet: { ground: 'FORCE_MAJEURE' },
  }),
  need('groundEnded', 'Căn cứ tạm đình chỉ không còn', law.resume).whenInput((facts) => facts.groundEnded === true, {
    met: { groundEnded: true },
    unmet: {},
  }),
  need(
    'discontinueGround',
    'Căn cứ đình chỉ thuộc khoản 2 Điều 11a; căn cứ rút toàn bộ thì phải đã ghi nhận việc rút',
    law.discontinue,
  ).whenInput(
    (facts) =>
      values(DISCONTINUE_GROUNDS).has(String(facts.ground)) &&
      (facts.ground !== 'WITHDRAWN' || present(facts, 'withdrawnOn')),
    { met: { ground: 'NO_OBJECT' }, unmet: { ground: 'WITHDRAWN' } },
  ),
  need('withdrawn', 'Đã ghi nhận việc rút toàn bộ khiếu nại', law.withdrawOld).when(
    (facts) => present(facts, 'withdrawnOn'),
    { met: { withdrawnOn: OLD_DAY }, unmet: {} },
  ),
  need(
    'withdrawalForm',
    'Rút bằng đơn; từ 01/07/2026 rút được cả bằng biên bản ghi nhận ý kiến',
    law.withdraw,
  ).whenInput((facts) => facts.form === 'application' || (facts.form === 'record' && underNewLaw(facts)), {
    met: { form: 'record', occurredOn: NEW_DAY },
    unmet: { form: 'record', occurredOn: OLD_DAY },
  }),
  need('withdrawalSigned', 'Đơn hoặc biên bản rút khiếu nại có chữ ký hoặc điểm chỉ', law.withdraw).whenInput(
    (facts) => facts.signed === true,
    { met: { signed: true }, unmet: {} },
  ),
  need('allWithdraw', 'Nhiều người cùng khiếu nại: toàn bộ người khiếu nại đều rút', law.withdrawGroup).whenInput(
    (facts) => Number(facts.groupSize ?? 1) < 2 || facts.allWithdraw === true,
    {
      met: { groupSize: 6, allWithdraw: true },
      unmet: { groupSize: 6 },
    },
  ),
  need('coerced', 'Có căn cứ xác định người khiếu nại rút do bị ép buộc, đe dọa', law.withdraw).whenInput(
    (facts) => facts.coercionEvidence === true,
    { met: { coercionEvidence: true }, unmet: {} },
  ),
  need('heirProven', 'Người thừa kế xuất trình giấy tờ chứng minh quyền thừa kế', law.heirs).whenInput(
    (facts) => facts.heirProof === true,
    { met: { heirProof: true }, unmet: {} },
  ),
  need('resumedUnsent', 'Có quyết định tiếp tục giải quyết chưa gửi', law.sendResumption).when(
    (facts) =>
      present(facts, 'resumedOn') &&
      (!present(facts, 'resumptionSentOn') || String(facts.resumptionSentOn) < String(facts.resumedOn)),
    { met: { resumedOn: NEW_DAY }, unmet: {} },
  ),
];

const afterDecision: readonly Requirement[] = [
  need('decided', 'Đã có quyết định giải quyết', law.decide).when((facts) => present(facts, 'decidedOn'), {
    met: { decidedOn: NEW_DAY },
    unmet: {},
  }),
  need('decisionToComplainant', 'Giao quyết định giải quyết cho người khiếu nại', law.delivery).whenInput(
    (facts) => facts.paper === 'decision' && facts.addressee === 'complainant' && present(facts, 'decidedOn'),
    {
      met: { paper: 'decision', addressee: 'complainant', decidedOn: NEW_DAY },
      unmet: { paper: 'acceptanceNotice', addressee: 'complainant' },
    },
  ),
  need('deliveryProof', 'Có biên bản giao nhận hoặc hồi báo bưu chính', law.delivery).whenInput(
    (facts) => present(facts, 'proof'),
    { met: { proof: 'handover' }, unmet: {} },
  ),
  need(
    'deputyForwarded',
    'Khiếu nại do cơ quan của Quốc hội, đại biểu Quốc hội, đại biểu Hội đồng nhân dân chuyển đến',
    law.deputy,
  ).when((facts) => facts.forwarderKind === 'deputy', {
    met: { forwarderKind: 'deputy' },
    unmet: { forwarderKind: 'front' },
  }),
  need('frontForwarded', 'Khiếu nại do Mặt trận Tổ quốc hoặc tổ chức thành viên chuyển đến', law.front).when(
    (facts) => facts.forwarderKind === 'front',
    {
      met: { forwarderKind: 'front' },
      unmet: { forwarderKind: 'deputy' },
    },
  ),
  need('publicationChannel', 'Chọn hình thức công khai theo quy định', law.publish).whenInput(
    (facts) => ['posting', 'portal', 'meeting', 'media'].includes(String(facts.channel)),
    {
      met: { channel: 'posting' },
      unmet: {},
    },
  ),
  need('meetingNotified', 'Công bố tại cuộc họp: thông báo cho các bên trước 03 ngày', law.publish).whenInput(
    (facts) => facts.channel !== 'meeting' || (daysFromTo(facts, 'meetingNoticeOn', 'occurredOn') ?? -1) >= 3,
    {
      met: { channel: 'meeting', meetingNoticeOn: '2026-08-01', occurredOn: '2026-08-05' },
      unmet: { channel: 'meeting', occurredOn: '2026-08-05' },
    },
  ),
  need('postingOver', 'Đã niêm yết hoặc đăng tải đủ ít nhất 15 ngày', law.publish).when(
    (facts) => (daysFromTo(facts, 'postedOn', 'occurredOn') ?? -1) >= 15,
    {
      met: { postedOn: '2026-08-03', occurredOn: '2026-08-18' },
      unmet: { postedOn: '2026-08-03', occurredOn: '2026-08-10' },
    },
  ),
  need(
    'effectDay',
    'Ngày ghi nhận là đúng ngày quyết định có hiệu lực: sau 30 ngày kể từ ngày ban hành (vùng sâu, vùng xa: sau 45 ngày)',
    law.effective,
  ).when(
    (facts) => {
      const decidedOn = dayFact(facts, 'decidedOn');
      return decidedOn !== undefined && facts.occurredOn === addDays(decidedOn, effectDays(facts.remote === true) + 1);
    },
    {
      met: { decidedOn: '2026-08-03', occurredOn: '2026-09-03' },
      unmet: { decidedOn: '2026-08-03', occurredOn: '2026-09-02' },
    },
  ),
  need('notAppealed', 'Người khiếu nại không khiếu nại lần hai', law.effective).when(
    (facts) => !present(facts, 'appealedOn'),
    { met: {}, unmet: { appealedOn: NEW_DAY } },
  ),
  need('fileIndexed', 'Hồ sơ đã được đánh số trang theo thứ tự tài liệu', law.file).whenInput(
    (facts) => facts.fileIndexed === true,
    { met: { fileIndexed: true }, unmet: {} },
  ),
  need('published', 'Đã công khai quyết định giải quyết', law.publish).when((facts) => present(facts, 'publishedOn'), {
    met: { publishedOn: NEW_DAY },
    unmet: {},
  }),
];

const recourse: readonly Requirement[] = [
  need(
    'appealRight',
    'Khiếu nại lần hai: đã có quyết định mà không đồng ý, hoặc quá thời hạn mà chưa giải quyết',
    law.appeal,
  ).whenInput(
    (facts) =>
      facts.appealGround === 'disagree'
        ? present(facts, 'decidedOn')
        : facts.appealGround === 'overdue' && !present(facts, 'decidedOn') && present(facts, 'acceptedOn'),
    { met: { appealGround: 'disagree', decidedOn: NEW_DAY }, unmet: { appealGround: 'disagree' } },
  ),
  need(
    'appealInTime',
    'Khiếu nại lần hai trong 30 ngày (vùng sâu, vùng xa: 45 ngày) kể từ ngày nhận được quyết định, hoặc có lý do chính đáng',
    law.appeal,
  ).whenInput(
    (facts) =>
      facts.lateReasonAccepted === true ||
      (daysFromTo(facts, 'deliveredOn', 'occurredOn') ?? 0) <= effectDays(facts.remote === true),
    {
      met: { deliveredOn: '2026-08-03', occurredOn: '2026-09-02' },
      unmet: { deliveredOn: '2026-08-03', occurredOn: '2026-09-03' },
    },
  ),
  need('appealed', 'Đã ghi nhận việc khiếu nại lần hai', law.appeal).when((facts) => present(facts, 'appealedOn'), {
    met: { appealedOn: NEW_DAY },
    unmet: {},
  }),
  need('appealedForLateness', 'Đã ghi nhận việc khiếu nại lần hai do quá thời hạn chưa giải quyết', law.appeal).when(
    (facts) => present(facts, 'appealedOn') && facts.appealGround === 'overdue',
    {
      met: { appealedOn: NEW_DAY, appealGround: 'overdue' },
      unmet: { appealedOn: NEW_DAY, appealGround: 'disagree' },
    },
  ),
  need('beingResolved', 'Chỉ tạm đình chỉ thi hành trong quá trình giải quyết khiếu nại', law.stay).when(
    (facts) => (RESOLVING as readonly unknown[]).includes(facts.stage),
    {
      met: { stage: 'verifying' },
      unmet: { stage: 'decided' },
    },
  ),
  need('hardToRepair', 'Thi hành quyết định bị khiếu nại sẽ gây hậu quả khó khắc phục', law.stay).whenInput(
    (facts) => facts.hardToRepair === true,
    { met: { hardToRepair: true }, unmet: {} },
  ),
];

const places: readonly Requirement[] = [
  need('remote', 'Vùng sâu, vùng xa đi lại khó khăn', law.limit).when((facts) => facts.remote === true, {
    met: { remote: true },
    unmet: { remote: false },
  }),
  need('notRemote', 'Không thuộc vùng sâu, vùng xa đi lại khó khăn', law.limit).when((facts) => facts.remote !== true, {
    met: { remote: false },
    unmet: { remote: true },
  }),
  need('posted', 'Công khai bằng niêm yết', law.publish).whenInput((facts) => facts.channel === 'posting', {
    met: { channel: 'posting' },
    unmet: { channel: 'media' },
  }),
  need('postedOnline', 'Công khai trên cổng thông tin điện tử', law.publish).whenInput(
    (facts) => facts.channel === 'portal',
    { met: { channel: 'portal' }, unmet: { channel: 'media' } },
  ),
  need('postedSomewhere', 'Công khai bằng niêm yết hoặc đăng tải', law.publish).whenInput(
    (facts) => ['posting', 'portal'].includes(String(facts.channel)),
    {
      met: { channel: 'portal' },
      unmet: { channel: 'media' },
    },
  ),
  need('askedParty', 'Yêu cầu người bị khiếu nại giải trình', law.requestDocuments).whenInput(
    (facts) => facts.addressee === 'respondent',
    {
      met: { addressee: 'respondent' },
      unmet: { addressee: 'third' },
    },
  ),
  need('askedThird', 'Yêu cầu cơ quan, tổ chức, cá nhân khác cung cấp tài liệu', law.requestDocuments).whenInput(
    (facts) => facts.addressee === 'third',
    {
      met: { addressee: 'third' },
      unmet: { addressee: 'respondent' },
    },
  ),
];

/** Stages a suspended or withdrawn file returns to: there is no history state, the file remembers. */
const returns: readonly Requirement[] = RESOLVING.map((stage) =>
  need(`suspendedIn.${stage}`, `Bị tạm đình chỉ khi đang ở giai đoạn “${STAGE_TITLES[stage]}”`, law.resume).when(
    (facts) => facts.suspendedFrom === stage,
    {
      met: { suspendedFrom: stage },
      unmet: { suspendedFrom: 'received' },
    },
  ),
);
const backFromWithdrawal: readonly Requirement[] = (['suspended', ...RESOLVING] as const).map((stage) =>
  need(`withdrawnIn.${stage}`, `Rút khi đang ở giai đoạn “${STAGE_TITLES[stage]}”`, law.withdraw).when(
    (facts) => facts.withdrawnFrom === stage,
    {
      met: { withdrawnFrom: stage },
      unmet: { withdrawnFrom: 'decided' },
    },
  ),
);
const corrections: readonly Requirement[] = [
  need('correctionExplained', 'Nêu rõ sai ở đâu và căn cứ đính chính', law.responsibility).whenInput(
    (facts) => present(facts, 'correction'),
    { met: { correction: true }, unmet: {} },
  ),
];

export const requirements = requirementTable([
  ...papers,
  ...acceptance,
  ...verification,
  ...complexity,
  ...dialogue,
  ...endings,
  ...afterDecision,
  ...recourse,
  ...places,
  ...returns,
  ...backFromWithdrawal,
  ...corrections,
]);
