import { need, requirementTable, type Facts, type Requirement } from '#libs/procedure';
import { addDays, type LocalDate } from '#libs/shared';
import { dayFact, present } from '../../common/dates.js';
import { effectDays } from '../effect-days.js';
import { requirements as first } from '../requirements.js';
import { appealOpen, isRemote, unresolvedInTime, windowEnd } from './instance.js';
import { law } from './law.js';
import { addedRequirements } from './requirements-added.js';
import { instanceRequirements } from './requirements-instance.js';

const DAY = '2026-08-03';
const bySystem = (role: unknown): boolean => role === 'system';

/** The day a decision takes effect, whether or not it has been sent (LKN Đ.44 k1). */
function effectOf(facts: Facts): LocalDate | undefined {
  const decidedOn = dayFact(facts, 'decidedOn');
  return decidedOn && addDays(decidedOn, effectDays(isRemote(facts)) + 1);
}

/** Requirements of version 1 that read a fact more: the place of the matter, the word of the other instance. */
const changed: readonly Requirement[] = [
  need(
    'variantFits',
    'Mức kéo dài đúng với địa bàn: lần đầu tối đa 45 ngày, vùng sâu, vùng xa 60 ngày; lần hai tối đa 60 ngày, vùng sâu, vùng xa 70 ngày',
    law.limitEither,
  ).whenInput((facts) => facts.variant === (isRemote(facts) ? 'remote_complex' : 'complex'), {
    met: { remotePlace: true, variant: 'remote_complex' },
    unmet: { remote: false, variant: 'remote_complex' },
  }),
  need(
    'effectDay',
    'Ngày ghi nhận là đúng ngày quyết định có hiệu lực: sau 30 ngày kể từ ngày ban hành (vùng sâu, vùng xa: sau 45 ngày)',
    law.effectiveEither,
  ).when((facts) => facts.occurredOn !== undefined && facts.occurredOn === effectOf(facts), {
    met: { decidedOn: DAY, occurredOn: '2026-09-03' },
    unmet: { decidedOn: DAY, occurredOn: '2026-09-02' },
  }),
  need('effectDayPast', 'Ngày quyết định có hiệu lực đã qua mà chưa ghi nhận', law.effectiveEither).when(
    (facts) => String(facts.occurredOn ?? '') > (effectOf(facts) ?? '9'),
    {
      met: { decidedOn: DAY, occurredOn: '2026-09-05' },
      unmet: { decidedOn: DAY, occurredOn: '2026-09-03' },
    },
  ),
  // Recorded late, the decision is in force since the day the law gives it, not since the day somebody wrote it down.
  need(
    'effectiveOnStated',
    'Ghi nhận muộn: nhập đúng ngày quyết định có hiệu lực, sau 30 ngày kể từ ngày ban hành (vùng sâu, vùng xa: sau 45 ngày)',
    law.effectiveEither,
  ).whenInput((facts) => facts.effectiveOn !== undefined && facts.effectiveOn === effectOf(facts), {
    met: { decidedOn: '2026-07-02', effectiveOn: '2026-08-02' },
    unmet: { decidedOn: '2026-07-02', effectiveOn: '2026-08-04' },
  }),
  need(
    'deputyForwarded',
    'Khiếu nại do cơ quan của Quốc hội, đại biểu Quốc hội, đại biểu Hội đồng nhân dân, Ban tiếp công dân chuyển đến',
    law.deputy,
  ).when((facts) => facts.forwarderKind === 'deputy' || facts.forwarderKind === 'receptionBoard', {
    met: { forwarderKind: 'receptionBoard' },
    unmet: { forwarderKind: 'front' },
  }),
  need('notAppealed', 'Người khiếu nại không khiếu nại lần hai', law.effectiveEither).when(
    (facts) => !appealOpen(facts),
    { met: { appealedOn: DAY, secondEndedOn: DAY }, unmet: { appealedOn: DAY } },
  ),
  need(
    'appealRight',
    'Khiếu nại lần hai: đã có quyết định mà không đồng ý, hoặc quá thời hạn mà chưa giải quyết',
    law.appeal,
  ).whenInput(
    // Told by the file of the higher instance, which has judged it.
    (facts) =>
      bySystem(facts.actorRole) ||
      (present(facts, 'decidedOn') ? facts.appealGround !== 'overdue' : unresolvedInTime(facts)),
    {
      met: { appealGround: 'overdue', acceptedOn: '2026-07-03', occurredOn: '2026-08-04' },
      unmet: { appealGround: 'overdue', acceptedOn: '2026-07-03', occurredOn: '2026-08-03' },
    },
  ),
  need(
    'appealInTime',
    'Khiếu nại lần hai trong 30 ngày (vùng sâu, vùng xa: 45 ngày) kể từ ngày nhận được quyết định, hoặc có lý do chính đáng',
    law.appeal,
  ).whenInput(
    (facts) => {
      const deliveredOn = dayFact(facts, 'deliveredOn');
      const end = deliveredOn && windowEnd(deliveredOn, isRemote(facts));
      return (
        bySystem(facts.actorRole) ||
        facts.lateReasonAccepted === true ||
        deliveredOn === undefined ||
        (!!end && String(facts.occurredOn) <= end)
      );
    },
    {
      met: { deliveredOn: DAY, occurredOn: '2026-09-03' },
      unmet: { deliveredOn: DAY, occurredOn: '2026-09-08' },
    },
  ),
  need('appealed', 'Việc khiếu nại lần hai đã ghi nhận và chưa kết thúc', law.appeal).when(appealOpen, {
    met: { appealedOn: DAY },
    unmet: { appealedOn: DAY, secondEndedOn: DAY },
  }),
  need('appealedForLateness', 'Đã ghi nhận việc khiếu nại lần hai do quá thời hạn chưa giải quyết', law.appeal).when(
    (facts) => appealOpen(facts) && !present(facts, 'decidedOn'),
    { met: { appealedOn: DAY }, unmet: { appealedOn: DAY, decidedOn: DAY } },
  ),
];

const { remote: _remote, notRemote: _notRemote, ...kept } = first;

export const requirements: Readonly<Record<string, Requirement>> = {
  ...kept,
  ...requirementTable([...changed, ...instanceRequirements, ...addedRequirements]),
};
