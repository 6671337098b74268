import type { Actor } from '#libs/access';
import { ruleById } from '#libs/statute';
import { addMonths, dayOf, type AgencyId, type LocalDate } from '#libs/shared';
import { receptionLaw } from '#workflows/reception';
import { roleOf } from '../../chain.js';
import type { ReceptionDependencies } from '../../dependencies.js';
import type { DeadlineRow, ReceptionAgency } from '../../model.js';
import { monthOf } from '../../quota.js';
import { agencyInScope, READERS } from '../../scope.js';
import { quotaRows, type QuotaRow } from '../read-quota/read-quota.js';

export interface Duty {
  readonly kind:
    | 'schedulePosting'
    | 'onlinePreparation'
    | 'refusalNotice'
    | 'reply'
    | 'reportBack'
    | 'conclusionTask'
    | 'opinionAnswer'
    | 'missingDays';
  readonly ruleId: string | null;
  readonly title: string;
  readonly citation: string;
  readonly dueOn: LocalDate;
  readonly overdue: boolean;
  readonly agencyId: AgencyId;
  readonly sessionId: string | null;
  readonly visitId: string | null;
}

export interface DutyQuery {
  readonly agencyCode?: string | undefined;
}

const KINDS: Readonly<Record<string, Duty['kind']>> = {
  'TCD.SCHEDULE.POST': 'schedulePosting',
  'TCD.ONLINE.NOTICE': 'onlinePreparation',
  'TCD.ONLINE.TEST': 'onlinePreparation',
  'TCD.REFUSE.NOTICE': 'refusalNotice',
  'TCD.REPLY': 'reply',
  'TCD.REPORT.BACK': 'reportBack',
};
const MOST = 500;

/** What reception still owes, earliest first; overdue where its last day has passed. */
export function listDuties(deps: ReceptionDependencies, actor: Actor, query: DutyQuery): Promise<readonly Duty[]> {
  roleOf(actor, READERS, 'Xem việc phải làm về tiếp công dân');
  return deps.work.run(actor, async (tx) => {
    const agencies: readonly ReceptionAgency[] =
      query.agencyCode === undefined
        ? await deps.store.agencies(tx, actor.agencies)
        : [await agencyInScope(deps.store, tx, { actor, code: query.agencyCode })];
    const today = dayOf(await deps.store.now(tx));
    const mine = { agency_id: agencies.map(({ id }) => id) };
    const clocks = await deps.store.list(tx, 'deadline', {
      where: { ...mine, state: 'running' },
      order: { by: ['due_on'] },
      limit: MOST,
    });
    const tasks = await deps.store.list(tx, 'task', {
      where: { ...mine, done_on: null },
      order: { by: ['due_on'] },
      limit: MOST,
    });
    const opinions = await deps.store.list(tx, 'opinion', { where: { ...mine, answered_on: null }, limit: MOST });
    const month = monthOf(today);
    const quotas = await quotaRows(deps, tx, { agencies, months: [addMonths(month, -1), month] });
    const duties: Duty[] = [
      ...clocks.map((row) => ofClock(row, today)),
      ...tasks.map((task) => ({
        ...{ kind: 'conclusionTask' as const, ruleId: null, title: 'Thực hiện kết luận sau tiếp công dân' },
        ...{ citation: receptionLaw.conclusion.text, dueOn: task.dueOn, overdue: task.dueOn < today },
        ...{ agencyId: task.agencyId, sessionId: task.sessionId, visitId: null },
      })),
      ...opinions.flatMap(({ answerDueOn, agencyId, sessionId }) =>
        answerDueOn === null
          ? []
          : [
              {
                ...{ kind: 'opinionAnswer' as const, ruleId: null, title: 'Trả lời ý kiến đối thoại đã hẹn ngày' },
                ...{ citation: receptionLaw.dialogue.text, dueOn: answerDueOn, overdue: answerDueOn < today },
                ...{ agencyId, sessionId, visitId: null },
              },
            ],
      ),
      ...quotas.flatMap((row) => missingDays(row, today)),
    ];
    return duties.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  });
}

const ofClock = (row: DeadlineRow, today: LocalDate): Duty => ({
  kind: KINDS[row.ruleId] ?? 'reply',
  ruleId: row.ruleId,
  title: ruleById(row.ruleVersion)?.title ?? 'Thời hạn tiếp công dân',
  citation: row.citation,
  ...{ dueOn: row.dueOn, overdue: row.dueOn < today },
  ...{ agencyId: row.agencyId, sessionId: row.sessionId, visitId: row.visitId },
});

const missingDays = ({ agency, standing }: QuotaRow, today: LocalDate): Duty[] =>
  standing.spans
    .filter((span) => span.held < span.owed && (span.to < today || span.missing > 0))
    .map((span) => ({
      ...{ kind: 'missingDays' as const, ruleId: standing.owed.ruleId },
      title: `Người đứng đầu còn thiếu ${span.owed - span.held} ngày tiếp công dân định kỳ`,
      ...{ citation: standing.owed.citation, dueOn: span.to, overdue: span.to < today },
      ...{ agencyId: agency.id, sessionId: null, visitId: null },
    }));
