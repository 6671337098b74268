import type { Actor } from '#libs/access';
import { addWorkingDays, nextYearWarning, type WorkCalendar } from '#libs/calendar';
import type { AgencyDirectory, LeaderBoards } from '#libs/persistence';
import { addDays, type Clock, type LocalDate, PROCEDURES } from '#libs/shared';
import { procedures } from '#workflows';
import { boardDays } from '../http/board-days.js';
import type { BoardDesk } from './board-desk.js';
import { handKey, idsOf, nameOf, sum } from './hands.js';
import { latestStart, whyOff } from './latest-start.js';
import { loadAhead } from './load-ahead.js';
import { ageBuckets, type DayBucket, holds, lateBuckets } from './day-buckets.js';
import { Lists } from './lists.js';
import type {
  AgeingDto,
  BucketDto,
  ComingDaysDto,
  ForecastDto,
  ForecastQuery,
  ForecastWindowDto,
  FunnelDto,
  FunnelQuery,
  HandDto,
  LatestStartDto,
  LatestStartQuery,
  OfficerLoadDto,
  PlaceQuery,
  WorkloadDto,
} from './leader-board.dto.js';

export interface LeaderBoardDeskParts {
  readonly figures: LeaderBoards;
  readonly lists: BoardDesk;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
}

const WINDOWS = [3, 5, 10] as const;
const COMING_DAYS = 56;
const FORECAST_ITEMS = 50;

/** The figures of a leader's home: what is red, what turns red next, and in whose hands. */
export class LeaderBoardDesk {
  constructor(private readonly parts: LeaderBoardDeskParts) {}

  async ageing(actor: Actor, place: PlaceQuery): Promise<AgeingDto> {
    const { figures, calendar } = this.parts;
    const today = await this.parts.clock.today();
    const lists = new Lists(place);
    const late = await figures.dueDays(actor, place, { to: addDays(today, -1) });
    const received = await figures.receivedDays(actor, place);
    return {
      asOf: today,
      overdue: lateBuckets(calendar, today).map((bucket) =>
        bucketOf(bucket, late, lists.limits({ dueFrom: bucket.from, dueTo: bucket.to })),
      ),
      open: ageBuckets(today).map((bucket) =>
        bucketOf(bucket, received, lists.files({ state: 'open', receivedFrom: bucket.from, receivedTo: bucket.to })),
      ),
    };
  }

  async forecast(actor: Actor, { stepDays = 1, ...place }: ForecastQuery): Promise<ForecastDto> {
    const { figures, calendar, clock } = this.parts;
    const today = await clock.today();
    const ends = WINDOWS.map((days) => addWorkingDays(calendar, { from: today, days }));
    const furthest = ends.at(-1) ?? today;
    const counted = await figures.handDays(actor, place, { from: today, to: furthest });
    const names = await figures.officers(actor, idsOf(counted));
    const lists = new Lists(place);
    const ahead = await loadAhead(this.parts, actor, {
      ...{ place, today, soon: counted },
      windows: WINDOWS.map((workingDays, i) => ({ workingDays, until: ends[i] ?? today })),
    });
    const windows = WINDOWS.map((workingDays, i): ForecastWindowDto => {
      const until = ends[i] ?? today;
      const wanted = { scope: 'all', dueFrom: today, dueTo: until };
      const hands = new Map<number | null, number>();
      for (const { on, assigneeId, count } of counted)
        if (on <= until) hands.set(assigneeId, (hands.get(assigneeId) ?? 0) + count);
      return {
        ...{ workingDays, until, count: sum([...hands.values()]), list: lists.limits(wanted) },
        hands: [...hands]
          .map(([userId, count]): HandDto => ({
            ...{ userId, count, name: nameOf(names, userId) },
            list: lists.limits({ ...wanted, assignee: handKey(userId) }),
          }))
          .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
      };
    });
    const { items } = await this.parts.lists.overdue(actor, {
      ...{ ...place, scope: 'all', dueFrom: today, dueTo: furthest, limit: FORECAST_ITEMS, stepDays },
    });
    return { asOf: today, stepDays, note: startNote(stepDays), windows, ahead, items };
  }

  latestStart(query: LatestStartQuery): LatestStartDto {
    return { ...latestStart(this.parts.calendar, query), note: startNote(query.days) };
  }

  async workload(actor: Actor, place: PlaceQuery): Promise<WorkloadDto> {
    const { figures, directory } = this.parts;
    const { today, soonUntil } = await boardDays(this.parts.clock, this.parts.calendar);
    const files = await figures.filesByHand(actor, place);
    const limits = await figures.handDays(actor, place, { to: soonUntil });
    const ids = [...new Set([...files, ...limits].map(({ assigneeId }) => assigneeId))];
    const names = await figures.officers(actor, idsOf([...files, ...limits]));
    const agencies = await directory.all();
    const lists = new Lists(place);
    const officers = ids.map((userId): OfficerLoadDto => {
      const mine = limits.filter(({ assigneeId }) => assigneeId === userId);
      const officer = userId === null ? undefined : names.get(userId);
      const assignee = handKey(userId);
      return {
        ...{ userId, name: nameOf(names, userId), title: officer?.title ?? null },
        agencyName: officer ? (agencies.get(officer.agencyId)?.shortName ?? null) : null,
        open: {
          count: files.find(({ assigneeId }) => assigneeId === userId)?.count ?? 0,
          list: lists.files({ state: 'open', assignee }),
        },
        dueSoon: {
          count: sum(mine.filter(({ on }) => on >= today).map(({ count }) => count)),
          list: lists.limits({ scope: 'dueSoon', assignee }),
        },
        overdue: {
          count: sum(mine.filter(({ on }) => on < today).map(({ count }) => count)),
          list: lists.limits({ assignee }),
        },
      };
    });
    return {
      asOf: today,
      officers: officers.sort(
        (a, b) => b.overdue.count - a.overdue.count || b.dueSoon.count - a.dueSoon.count || b.open.count - a.open.count,
      ),
    };
  }

  async funnel(actor: Actor, { procedure: asked, ...place }: FunnelQuery): Promise<FunnelDto> {
    const { figures, clock } = this.parts;
    const counted = await figures.stages(actor, place);
    const lists = new Lists(place);
    const latest = PROCEDURES.flatMap((name) => procedures.versionsOf(name).at(-1) ?? []);
    const files = (procedure: string): number =>
      sum(counted.filter((one) => one.procedure === procedure).map(({ count }) => count));
    const busiest = [...latest].sort((a, b) => files(b.name) - files(a.name))[0]?.name ?? 'petition-handling';
    const procedure = asked ?? busiest;
    const medians = await figures.stageMedians(actor, place, procedure);
    return {
      ...{ asOf: await clock.today(), procedure },
      procedures: latest.map(({ name, title }) => ({
        ...{ procedure: name, title, count: files(name) },
        list: lists.files({ state: 'open', procedure: name }),
      })),
      stages: stagesOf(procedure).map(({ stage, title }) => ({
        ...{ stage, title, medianDays: medians.days.get(stage) ?? null },
        count: sum(
          counted.filter((one) => one.procedure === procedure && one.stage === stage).map(({ count }) => count),
        ),
        list: lists.files({ state: 'open', procedure, stage }),
      })),
      basis:
        medians.since === null
          ? null
          : {
              count: medians.files,
              list: lists.files({ state: 'closed', procedure, closedFrom: medians.since, sealed: 'no' }),
            },
    };
  }

  async comingDays(actor: Actor, place: PlaceQuery): Promise<ComingDaysDto> {
    const { figures, clock, calendar } = this.parts;
    const today = await clock.today();
    const counted = await figures.dueDays(actor, place, { from: today, to: addDays(today, COMING_DAYS - 1) });
    const lists = new Lists(place);
    const warning = nextYearWarning(calendar, today);
    return {
      asOf: today,
      days: Array.from({ length: COMING_DAYS }, (_, i) => addDays(today, i)).map((day) => ({
        ...{ day, off: whyOff(calendar.describe(day, 'ignore')) },
        count: counted.find(({ on }) => on === day)?.count ?? 0,
        list: lists.limits({ scope: 'all', dueFrom: day, dueTo: day }),
      })),
      warnings: warning === null ? [] : [warning],
    };
  }
}

const bucketOf = (
  bucket: DayBucket,
  counted: readonly { on: LocalDate; count: number }[],
  list: string,
): BucketDto => ({
  ...{ key: bucket.key, title: bucket.title, list },
  count: sum(counted.filter(({ on }) => holds(bucket, on)).map(({ count }) => count)),
});

const startNote = (stepDays: number): string =>
  stepDays === 0
    ? 'Ngày bắt đầu muộn nhất: ngày làm việc cuối cùng trong thời hạn, với bước kế tiếp làm xong ngay trong ngày (giả định của người xem).'
    : `Ngày bắt đầu muộn nhất: bắt đầu sau ngày này thì một bước cần ${stepDays} ngày làm việc không còn kịp trong thời hạn (giả định của người xem, không phải thời hạn theo luật).`;

/** Stages in which a file is open, of every version of a procedure, in the order the latest version gives them. */
function stagesOf(procedure: string): { stage: string; title: string }[] {
  const titles = new Map<string, string>();
  for (const version of procedures.versionsOf(procedure).toReversed())
    for (const { state, title, outcome } of Object.values(version.stages))
      if (outcome === undefined && !titles.has(state)) titles.set(state, title);
  return [...titles].map(([stage, title]) => ({ stage, title }));
}
