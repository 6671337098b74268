import { need, type Requirement } from '#libs/procedure';
import { present, underNewLaw } from '../common/dates.js';
import { DISCONTINUE_GROUNDS, SUSPENSION_GROUNDS, values } from './grounds.js';
import { law } from './law.js';
import { RESOLVING, STAGE_TITLES } from './stage-names.js';

const OLD_DAY = '2026-06-15';
const NEW_DAY = '2026-08-03';

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

/** Suspension, withdrawal, discontinuance and the way back. */
export const endingRequirements: readonly Requirement[] = [...endings, ...returns, ...backFromWithdrawal];
