import type { Actor } from '#libs/access';
import { countWorkingDays, latestLawfulStart, nextYearWarning, type WorkCalendar } from '#libs/calendar';
import {
  type AgencyDirectory,
  type BoardRow,
  type Boards,
  type CaseRow,
  DEFAULT_LIMIT,
  type InboxReader,
  type InboxRow,
  type MyWork,
  type TaskRow,
} from '#libs/persistence';
import { AppError, type Clock, formatDay, isUuid, type LocalDate } from '#libs/shared';
import { procedures } from '#workflows';
import { boardDays } from '../http/board-days.js';
import { notFound } from '../http/id-param.js';
import { definitionOf, iso, isoOrNull, isSealed, procedureTitle, ruleTitle, stageTitle } from '../http/labels.js';
import { ROLE_LABELS } from '../auth/role-labels.js';
import { type Agencies, deadlineBrief } from '../petitions/petition-view.js';
import { BoardDesk } from './board-desk.js';
import type {
  InboxItemDto,
  InboxPageDto,
  InboxQuery,
  MyWorkDto,
  MyWorkItemDto,
  OverdueItemDto,
  OverduePageDto,
  OverdueQuery,
  SummaryDto,
  SummaryQuery,
} from './board.dto.js';
import { Lists } from './lists.js';
import { inboxTitle, taskTitle } from './titles.js';
import { tilesOf } from './tiles.js';

export interface BoardDeskParts {
  readonly boards: Boards;
  readonly myWork: MyWork;
  readonly inbox: InboxReader;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
}

export class ReadBoardDesk extends BoardDesk {
  constructor(private readonly parts: BoardDeskParts) {
    super();
  }

  async overdue(actor: Actor, query: OverdueQuery): Promise<OverduePageDto> {
    const days = await this.days();
    const { items, nextCursor, total } = await this.parts.boards.overdue(actor, query, days);
    const agencies = await this.parts.directory.all();
    return {
      items: items.map((row) =>
        overdueItem(row, agencies, { today: days.today, calendar: this.parts.calendar, stepDays: query.stepDays ?? 1 }),
      ),
      nextCursor,
      total,
      asOf: days.today,
    };
  }

  async summary(actor: Actor, query: SummaryQuery): Promise<SummaryDto> {
    const days = await this.days();
    const counts = await this.parts.boards.summary(actor, query, days);
    const agencies = await this.parts.directory.all();
    const warning = nextYearWarning(this.parts.calendar, days.today);
    return {
      asOf: days.today,
      warnings: warning === null ? [] : [warning],
      tiles: tilesOf(counts, days, new Lists(query)),
      byAgency: counts.byAgency.map(({ agencyId, ...row }) => {
        const code = agencies.get(agencyId)?.code ?? '';
        const own = new Lists({ agency: code, reach: 'own' });
        return {
          ...{ agencyCode: code, agencyName: agencies.get(agencyId)?.shortName ?? '', ...row },
          lists: {
            open: own.files({ state: 'open' }),
            overdue: own.limits({}),
            dueSoon: own.limits({ scope: 'dueSoon' }),
          },
        };
      }),
    };
  }

  async myWork(actor: Actor): Promise<MyWorkDto> {
    const { today, soonUntil } = await this.days();
    const { cases, tasks } = await this.parts.myWork.get(actor, ownedStages(actor));
    const items = cases.map((row) => workItem(row, actor));
    const dueBy = (item: MyWorkItemDto, day: LocalDate): boolean =>
      item.deadline?.dueOn != null && item.deadline.dueOn <= day;
    const overdue = items.filter((item) => dueBy(item, today) && item.deadline?.dueOn !== today);
    const dueSoon = items.filter((item) => !overdue.includes(item) && dueBy(item, soonUntil));
    return {
      asOf: today,
      overdue,
      dueSoon,
      waiting: items.filter((item) => !overdue.includes(item) && !dueSoon.includes(item)),
      tasks: tasks.map((row) => taskItem(row, actor)),
    };
  }

  async inbox(actor: Actor, query: InboxQuery): Promise<InboxPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const { rows, unread } = await this.parts.inbox.page(actor, {
      all: query.show !== 'unread',
      after: afterOf(query.cursor),
      limit,
    });
    const items = rows.slice(0, limit);
    return { items: items.map(inboxItem), nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null, unread };
  }

  async markRead(actor: Actor, id: string): Promise<void> {
    if (!(await this.parts.inbox.markRead(actor, id))) throw notFound('Không có thông báo này.');
  }

  markAllRead(actor: Actor): Promise<void> {
    return this.parts.inbox.markAllRead(actor);
  }

  private days() {
    return boardDays(this.parts.clock, this.parts.calendar);
  }
}

/** Stages that stand in hands like the actor's, in any procedure: what nobody has been given yet is theirs to take. */
function ownedStages(actor: Actor): { procedure: string; stage: string }[] {
  const owned = procedures.all().flatMap((definition) =>
    Object.values(definition.stages)
      .filter(({ owner }) => owner !== null && actor.roles.includes(owner))
      .map(({ state }) => ({ procedure: definition.name, stage: state })),
  );
  return [...new Map(owned.map((one) => [`${one.procedure} ${one.stage}`, one])).values()];
}

function overdueItem(
  row: BoardRow,
  agencies: Agencies,
  { today, calendar, stepDays }: { today: LocalDate; calendar: WorkCalendar; stepDays: number },
): OverdueItemDto {
  const agency = agencies.get(row.agency_id);
  const owner = definitionOf(row.procedure, row.procedure_version)?.stages[row.stage]?.owner;
  return {
    deadlineId: row.id,
    caseFileId: row.case_id,
    registerLabel: row.register_label,
    petitionType: row.petition_type,
    sealed: isSealed(row.petition_type),
    petitionerName: row.petitioner_name,
    procedureTitle: procedureTitle(row.procedure, row.procedure_version),
    stageTitle: stageTitle(row.procedure, row.procedure_version, row.stage),
    title: ruleTitle(row.rule_version),
    citation: row.citation,
    dueOn: row.due_on,
    workingDaysLate: countWorkingDays(calendar, { from: row.due_on, to: today }),
    startBy:
      row.due_on < today ? null : latestLawfulStart(calendar, { due: row.due_on, days: stepDays, unit: 'working_day' }),
    state: row.state,
    rung: row.rung,
    inHandsOf: row.assignee_name ?? (owner ? ROLE_LABELS[owner] : 'chưa giao'),
    agencyCode: agency?.code ?? '',
    agencyName: agency?.shortName ?? '',
  };
}

const workItem = (
  row: CaseRow & { readonly liability?: boolean; readonly assignee_id?: number | null },
  actor: Actor,
): MyWorkItemDto => ({
  kind: 'case',
  id: row.id,
  caseFileId: row.id,
  title: `${procedureTitle(row.procedure, row.procedure_version)}: ${stageTitle(row.procedure, row.procedure_version, row.stage)}`,
  registerLabel: row.register_label,
  petitionType: row.petition_type,
  sealed: isSealed(row.petition_type),
  petitionerName: row.petitioner_name,
  procedure: row.procedure,
  procedureTitle: procedureTitle(row.procedure, row.procedure_version),
  mine: row.assignee_id === actor.userId,
  markable: false,
  stageTitle: stageTitle(row.procedure, row.procedure_version, row.stage),
  deadline: deadlineBrief(row.deadline),
  liability: row.liability ?? false,
});

const taskItem = (row: TaskRow, actor: Actor): MyWorkItemDto => ({
  ...workItem(row, actor),
  markable: true,
  kind: 'task',
  id: row.task_id,
  title: taskTitle(row.kind),
});

const inboxItem = (row: InboxRow): InboxItemDto => ({
  id: row.id,
  caseFileId: row.case_id,
  deadlineId: row.deadline_id,
  packId: row.pack_id,
  topic: row.topic,
  title: inboxTitle(row.topic, {
    rule: row.rule_version && ruleTitle(row.rule_version),
    due: row.due_on && formatDay(row.due_on),
    pack: row.pack_title,
  }),
  registerLabel: row.register_label,
  createdAt: iso(row.created_at),
  readAt: isoOrNull(row.read_at),
});

function afterOf(cursor: string | undefined): string | null {
  if (cursor === undefined || cursor === '') return null;
  if (isUuid(cursor)) return cursor;
  throw new AppError({
    code: 'HTTP.BAD_CURSOR',
    status: 400,
    title: 'Trang không còn đúng',
    detail: 'Vị trí trang không đọc được. Hãy mở lại danh sách từ đầu.',
  });
}
