import { need, type Facts, type Requirement } from '#libs/procedure';
import { addDays } from '#libs/shared';
import { dayFact, daysFromTo, present, underNewLaw } from '../common/dates.js';
import {
  chosen,
  COMPLEXITY_CRITERIA,
  DISCONTINUE_GROUNDS,
  GO_ON_GROUNDS,
  SUSPENSION_GROUNDS,
  values,
} from './grounds.js';
import { law } from './law.js';
import { RESOLVING, STAGE_TITLES, WITHDRAWABLE, WITHDRAWABLE_EARLY } from './stage-names.js';

const OLD_DAY = '2026-06-15';
const NEW_DAY = '2026-08-03';
const FIRST_LIMIT_DAYS = 30;
const LONGEST_EXTENSION = 30;

/** Last day of the limit with the extension now asked for; days of suspension and examination come on top. */
const extendedTo = (facts: Facts): string => {
  const accepted = dayFact(facts, 'acceptedOn');
  if (!accepted) return '';
  const before = present(facts, 'extendedOn') ? Number(facts.extendedDays ?? LONGEST_EXTENSION) : 0;
  const after = addDays(accepted, FIRST_LIMIT_DAYS + before + Number(facts.days ?? LONGEST_EXTENSION));
  return [after, dayFact(facts, 'occurredOn') ?? ''].reduce((a, b) => (a > b ? a : b));
};

const people = (facts: Facts, name: string): readonly unknown[] => {
  const value = facts[name];
  return Array.isArray(value) ? value : present(facts, name) ? [value] : [];
};
const chosenVerification = (code: string, value: string, title: string, citation: Requirement['citation']) =>
  need(code, title, citation).whenInput((facts) => facts.verification === value, {
    met: { verification: value },
    unmet: { verification: value === 'self' ? 'team' : 'self' },
  });

const verification: readonly Requirement[] = [
  chosenVerification('bySelf', 'self', 'Người giải quyết tự mình xác minh', law.verify),
  chosenVerification('byTeam', 'team', 'Thành lập Đoàn/Tổ xác minh', law.team),
  chosenVerification('byBody', 'body', 'Giao cơ quan khác xác minh bằng văn bản', law.assignBody),
  need('teamOfTwo', 'Đoàn/Tổ xác minh có từ hai người trở lên, một người làm Tổ trưởng', law.team).whenInput(
    (facts) =>
      people(facts, 'leaderId').length === 1 &&
      new Set([...people(facts, 'leaderId'), ...people(facts, 'memberIds')]).size >= 2,
    { met: { leaderId: 1, memberIds: [2] }, unmet: { leaderId: 1, memberIds: [1] } },
  ),
  need(
    'noConflict',
    'Người thân thích, người có lợi ích liên quan trực tiếp với người bị tố cáo không được làm Tổ trưởng, thành viên',
    law.conflict,
  ).whenInput((facts) => facts.noConflict === true, { met: { noConflict: true }, unmet: { noConflict: false } }),
  need('leaderNamed', 'Có Tổ trưởng, người phụ trách', law.team).whenInput((facts) => present(facts, 'leaderId'), {
    met: { leaderId: 1 },
    unmet: {},
  }),
  need('membersNamed', 'Có thành viên', law.team).whenInput((facts) => people(facts, 'memberIds').length > 0, {
    met: { memberIds: [2] },
    unmet: {},
  }),
  need('teamStands', 'Đang có thành viên Đoàn/Tổ xác minh', law.team).when(
    (facts) => people(facts, 'teamIds').length > 0,
    { met: { teamIds: [2] }, unmet: {} },
  ),
  need('teamLed', 'Đang có Tổ trưởng', law.team).when((facts) => present(facts, 'teamLeaderId'), {
    met: { teamLeaderId: 1 },
    unmet: {},
  }),
  need(
    'verifiedBySelf',
    'Người giải quyết tự mình xác minh; đã giao người khác thì phải có báo cáo kết quả xác minh',
    law.report,
  ).when((facts) => facts.verification === 'self' && !present(facts, 'teamLeaderId'), {
    met: { verification: 'self' },
    unmet: { verification: 'team', teamLeaderId: 1 },
  }),
  need('verifiedByOthers', 'Đã giao người khác xác minh', law.report).when(
    (facts) => facts.verification !== 'self' || present(facts, 'teamLeaderId'),
    { met: { verification: 'team' }, unmet: { verification: 'self' } },
  ),
  need('bodyVerified', 'Cơ quan được giao xác minh', law.report).when((facts) => facts.verification === 'body', {
    met: { verification: 'body' },
    unmet: { verification: 'team' },
  }),
  need('teamVerified', 'Đoàn/Tổ xác minh', law.report).when((facts) => facts.verification !== 'body', {
    met: { verification: 'team' },
    unmet: { verification: 'body' },
  }),
  need('denouncedHeard', 'Đã làm việc với người bị tố cáo, để họ giải trình', law.explain).when(
    (facts) => present(facts, 'explainedOn'),
    { met: { explainedOn: NEW_DAY }, unmet: {} },
  ),
  need(
    'orderedByRightBody',
    'Người giải quyết trưng cầu giám định; nơi được giao xác minh khi được ủy quyền (trước 01/07/2026 chỉ cơ quan thanh tra)',
    law.expert,
  ).whenInput(
    (facts) =>
      facts.orderedBy === 'resolver' ||
      (facts.verification === 'body' && (facts.orderedBy === 'inspectorate' || underNewLaw(facts))),
    {
      met: { orderedBy: 'resolver' },
      unmet: { orderedBy: 'verifyingBody', verification: 'body', occurredOn: OLD_DAY },
    },
  ),
  need('bothNotified', 'Thông báo cho cả người tố cáo và người bị tố cáo', law.notify).whenInput(
    (facts) => facts.denouncerNotified === true && facts.denouncedNotified === true,
    { met: { denouncerNotified: true, denouncedNotified: true }, unmet: { denouncerNotified: true } },
  ),
  need('identityRemoved', 'Thông báo cho người bị tố cáo không có thông tin người tố cáo', law.secrecy).whenInput(
    (facts) => facts.identityRemoved === true,
    { met: { identityRemoved: true }, unmet: { identityRemoved: false } },
  ),
];

const extension: readonly Requirement[] = [
  need('notExtended', 'Vụ việc phức tạp chỉ được gia hạn một lần', law.extendOnce).when(
    (facts) => !present(facts, 'extendedOn'),
    { met: {}, unmet: { extendedOn: NEW_DAY } },
  ),
  need('extendedOnce', 'Đã gia hạn một lần', law.extendTwice).when((facts) => present(facts, 'extendedOn'), {
    met: { extendedOn: NEW_DAY },
    unmet: {},
  }),
  need('notExtendedTwice', 'Chỉ được gia hạn tối đa hai lần, mỗi lần không quá 30 ngày', law.extendTwice).when(
    (facts) => !present(facts, 'extendedAgainOn'),
    { met: {}, unmet: { extendedAgainOn: NEW_DAY } },
  ),
  need(
    'complexityFits',
    'Vụ việc phức tạp phải có một tiêu chí, đặc biệt phức tạp phải có từ hai tiêu chí của Điều 3 Nghị định 31',
    law.extend,
  ).whenInput(
    (facts) =>
      chosen(facts.criteria, COMPLEXITY_CRITERIA).length >= (facts.complexity === 'specially_complex' ? 2 : 1) &&
      ['complex', 'specially_complex'].includes(String(facts.complexity)),
    {
      met: { complexity: 'complex', criteria: ['SEVERAL_PLACES'] },
      unmet: { complexity: 'specially_complex', criteria: ['SEVERAL_PLACES'] },
    },
  ),
  need(
    'speciallyComplex',
    'Gia hạn lần hai chỉ khi vụ việc đặc biệt phức tạp: có từ hai tiêu chí; một tiêu chí chỉ gia hạn một lần',
    law.extendTwice,
  ).whenInput(
    (facts) => facts.complexity === 'specially_complex' && chosen(facts.criteria, COMPLEXITY_CRITERIA).length >= 2,
    {
      met: { complexity: 'specially_complex', criteria: ['SEVERAL_PLACES', 'SEVERAL_CONTENTS'] },
      unmet: { complexity: 'complex', criteria: ['SEVERAL_PLACES'] },
    },
  ),
  need(
    'withinSanctionCap',
    'Thời hạn sau khi gia hạn không được vượt quá thời hạn xử lý vi phạm hành chính đã ghi',
    law.sanctionCap,
  ).whenInput((facts) => !present(facts, 'sanctionCapOn') || extendedTo(facts) <= String(facts.sanctionCapOn), {
    met: { sanctionCapOn: '2026-09-03', acceptedOn: '2026-07-06', occurredOn: NEW_DAY, days: 29 },
    unmet: { sanctionCapOn: '2026-09-03', acceptedOn: '2026-07-06', occurredOn: NEW_DAY, days: 30 },
  }),
];

const endings: readonly Requirement[] = [
  need('suspensionGround', 'Căn cứ tạm đình chỉ thuộc khoản 1 Điều 34', law.suspend).whenInput(
    (facts) => values(SUSPENSION_GROUNDS).has(String(facts.ground)),
    { met: { ground: 'AWAIT_RESULT' }, unmet: { ground: 'BUSY' } },
  ),
  need('suspensionUnsent', 'Có quyết định tạm đình chỉ chưa gửi', law.sendSuspension).when(
    (facts) =>
      present(facts, 'suspendedOn') &&
      (dayFact(facts, 'suspensionSentOn') ?? '') < (dayFact(facts, 'suspendedOn') ?? ''),
    { met: { suspendedOn: NEW_DAY }, unmet: { suspendedOn: NEW_DAY, suspensionSentOn: NEW_DAY } },
  ),
  need('groundEndedBefore', 'Căn cứ tạm đình chỉ không còn, ngày ghi không sau ngày quyết định', law.resume).whenInput(
    (facts) => (daysFromTo(facts, 'groundEndedOn', 'occurredOn') ?? -1) >= 0,
    {
      met: { groundEndedOn: '2026-03-02', occurredOn: NEW_DAY },
      unmet: { groundEndedOn: '2026-08-04', occurredOn: NEW_DAY },
    },
  ),
  need(
    'discontinueGround',
    'Căn cứ đình chỉ thuộc khoản 3 Điều 34; do rút toàn bộ thì phải đã xem xét, không thuộc khoản 3 Điều 33',
    law.discontinue,
  ).whenInput(
    (facts) =>
      values(DISCONTINUE_GROUNDS).has(String(facts.ground)) &&
      (facts.ground !== 'WITHDRAWN' || (String(facts.stage).startsWith('withdrawn') && facts.noGroundToGoOn === true)),
    { met: { ground: 'SETTLED' }, unmet: { ground: 'WITHDRAWN', stage: 'verifying' } },
  ),
  need('goOnGround', 'Có một trong ba căn cứ phải giải quyết tiếp dù đã rút', law.goOn).whenInput(
    (facts) => values(GO_ON_GROUNDS).has(String(facts.goOnGround)),
    { met: { goOnGround: 'COERCED' }, unmet: { goOnGround: 'OTHER' } },
  ),
  need('pastFirstLimit', 'Đã quá 30 ngày kể từ ngày thụ lý mà chưa có kết luận', law.late).when(
    (facts) =>
      !present(facts, 'concludedOn') && (daysFromTo(facts, 'acceptedOn', 'occurredOn') ?? 0) > FIRST_LIMIT_DAYS,
    {
      met: { acceptedOn: '2026-07-01', occurredOn: NEW_DAY },
      unmet: { acceptedOn: '2026-07-20', occurredOn: NEW_DAY },
    },
  ),
];

/** Stages a suspended or withdrawn file returns to: there is no history state, the file remembers. */
const returns: readonly Requirement[] = [
  ...RESOLVING.map((stage) =>
    need(`suspendedIn.${stage}`, `Bị tạm đình chỉ khi đang ở giai đoạn “${STAGE_TITLES[stage]}”`, law.resume).when(
      (facts) => facts.suspendedFrom === stage,
      { met: { suspendedFrom: stage }, unmet: { suspendedFrom: 'received' } },
    ),
  ),
  ...[...WITHDRAWABLE_EARLY, ...WITHDRAWABLE].map((stage) =>
    need(`withdrawnIn.${stage}`, `Rút khi đang ở giai đoạn “${STAGE_TITLES[stage]}”`, law.withdraw).when(
      (facts) => facts.withdrawnFrom === stage,
      { met: { withdrawnFrom: stage }, unmet: { withdrawnFrom: 'concluded' } },
    ),
  ),
];

/** From acceptance to the conclusion. */
export const resolvingRequirements: readonly Requirement[] = [...verification, ...extension, ...endings, ...returns];
