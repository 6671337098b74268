import { need, type Requirement } from '#libs/procedure';
import { daysFromTo, present, underNewLaw } from '../common/dates.js';
import { isResolver } from '../common/roles.js';
import { COMPLEXITY_GROUNDS, REFUSAL_GROUNDS, values } from './grounds.js';
import { law } from './law.js';

const OLD_DAY = '2026-06-15';
const NEW_DAY = '2026-08-03';

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

const corrections: readonly Requirement[] = [
  need('correctionExplained', 'Nêu rõ sai ở đâu và căn cứ đính chính', law.responsibility).whenInput(
    (facts) => present(facts, 'correction'),
    { met: { correction: true }, unmet: {} },
  ),
];

/** From acceptance to the dialogue. */
export const resolvingRequirements: readonly Requirement[] = [
  ...papers,
  ...acceptance,
  ...verification,
  ...complexity,
  ...dialogue,
  ...corrections,
];
