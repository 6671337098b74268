import { chainEvents, type LedgerDraft, type LedgerEvent } from '#libs/audit';
import type { WorkCalendar } from '#libs/calendar';
import { dayOf, type CaseEventId, type CaseFileId, type DeadlineId, type MilestoneId, type UserId } from '#libs/shared';
import { hasLapsed, standingOf, type DeadlineStanding } from '../deadline-machine.js';
import { planMilestones, type PlannedMilestone } from '../plan-milestones.js';
import { agencySettings, type AgencySettings } from '../settings.js';
import type {
  LimitMove,
  OpenLimit,
  Reckon,
  ReprojectedCase,
  ReprojectionClaim,
  ReprojectionWrite,
  WatchedMilestone,
} from './model.js';
import { planMove } from './plan-move.js';

export interface ReprojectionSurroundings {
  readonly publicationId: string;
  readonly calendar: WorkCalendar;
  readonly reckon: Reckon;
  readonly systemNow: Date;
  readonly newId: () => string;
}

const SYSTEM = 0 as UserId;

function grouped<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Reckons a claimed set anew, each moved limit with an event of its own. Pure. What was met or closed is not in a claim. */
export function decideReprojection(claim: ReprojectionClaim, around: ReprojectionSurroundings): ReprojectionWrite {
  const set = new ReprojectedSet(claim, around);
  for (const one of claim.cases) set.reproject(one);
  return set;
}

class ReprojectedSet implements ReprojectionWrite {
  readonly limits: ReprojectionWrite['limits'][number][] = [];
  readonly cancelled: MilestoneId[] = [];
  readonly annulled: DeadlineId[] = [];
  readonly milestones: ReprojectionWrite['milestones'][number][] = [];
  readonly events: LedgerEvent[] = [];
  readonly cases: ReprojectionWrite['cases'][number][] = [];
  readonly failed: DeadlineId[] = [];
  readonly counts = { done: 0, moved: 0, late: 0, timely: 0, unreckoned: 0 };
  private readonly ofCase: ReadonlyMap<CaseFileId, OpenLimit[]>;
  private readonly pendingOf: ReadonlyMap<DeadlineId, WatchedMilestone[]>;

  constructor(
    private readonly claim: ReprojectionClaim,
    private readonly around: ReprojectionSurroundings,
  ) {
    this.ofCase = grouped(claim.limits, ({ caseId }) => caseId);
    this.pendingOf = grouped(claim.pending, ({ deadlineId }) => deadlineId);
  }

  reproject(about: ReprojectedCase): void {
    const settings = agencySettings(this.claim.settings.get(about.agencyId));
    const drafts: LedgerDraft[] = [];
    for (const limit of this.ofCase.get(about.id) ?? []) {
      const move = this.tryPlan(limit, settings);
      if (!move) continue;
      const standing = this.standing(move);
      const timely = hasLapsed(limit) && standing.state !== limit.state;
      this.limits.push({ id: limit.id, ...move.to, ...standing });
      if (timely) this.annulled.push(limit.id);
      this.replan(move, settings, timely);
      this.count(move);
      if (move.moved) drafts.push(this.event(about, { move, timely, seq: about.seq + drafts.length + 1 }));
    }
    if (drafts.length === 0) return;
    const chained = chainEvents(about.headHash, drafts);
    this.events.push(...chained);
    this.cases.push({ id: about.id, seq: about.seq + drafts.length, headHash: chained.at(-1)!.hash });
  }

  private tryPlan(limit: OpenLimit, settings: AgencySettings): LimitMove | null {
    const { calendar, reckon } = this.around;
    const move = planMove(limit, { calendar, reckon, settings, today: dayOf(this.claim.now) });
    if (move) return move;
    this.failed.push(limit.id);
    if (!limit.isProtected) this.counts.unreckoned += 1;
    return null;
  }

  /** A limit that is no longer past its day runs again; a reminder that will come again has not been given yet. */
  private standing({ limit, to, moved }: LimitMove): DeadlineStanding {
    const { state, machine, rung } = limit;
    if (!moved || to.dueOn === null) return { state, machine, rung };
    const runsAgain = hasLapsed(limit) && to.dueOn >= dayOf(this.claim.now);
    const later = state === 'dueSoon' && limit.dueOn !== null && to.dueOn > limit.dueOn;
    if (!runsAgain && !later) return { state, machine, rung };
    return standingOf(limit.extensions.length > 0 ? 'extended' : 'running');
  }

  private replan(move: LimitMove, settings: AgencySettings, timely: boolean): void {
    const { limit, to } = move;
    const pending = this.pendingOf.get(limit.id) ?? [];
    if (to.dueOn === null || (hasLapsed(limit) && !timely)) return;
    if (limit.kind === 'effect_date' && pending.length === 0) return;
    const { calendar } = this.around;
    const planned = planMilestones({ ...limit, ...to, now: this.claim.now }, { calendar, settings });
    const change = replanned({
      planned,
      pending,
      now: this.claim.now,
      dates: sameDates(limit, to) ? 'kept' : 'moved',
      timely,
    });
    this.cancelled.push(...change.cancel);
    for (const { kind, dueAt } of change.plan)
      this.milestones.push({ deadlineId: limit.id, caseId: limit.caseId, kind, dueAt: dueAt.toISOString() });
  }

  private event(
    about: ReprojectedCase,
    { move, timely, seq }: { move: LimitMove; timely: boolean; seq: number },
  ): LedgerDraft {
    const { limit, to, days } = move;
    return {
      id: this.around.newId() as CaseEventId,
      caseId: about.id,
      seq,
      kind: 'deadline',
      type: 'REPROJECTED',
      occurredOn: dayOf(this.claim.now),
      recordedAt: this.claim.now.toISOString(),
      systemAt: this.around.systemNow.toISOString(),
      actorId: SYSTEM,
      actorRole: 'system',
      facts: {
        reason: 'calendar-changed',
        publicationId: this.around.publicationId,
        rule: limit.ruleId,
        from: limit.dueOn,
        to: to.dueOn,
        days: days.map(({ date }) => date),
        ...(timely ? { annulled: true } : {}),
      },
      basis: [...new Set(days.map(({ name, basis }) => [name, basis].filter(Boolean).join(', ')))].filter(Boolean),
      fromStage: null,
      toStage: null,
      subjectId: limit.id,
      corrects: null,
    };
  }

  private count({ limit, moved, becomes }: LimitMove): void {
    if (limit.isProtected) return;
    this.counts.done += 1;
    if (moved) this.counts.moved += 1;
    if (becomes) this.counts[becomes] += 1;
  }
}

const sameDates = (limit: OpenLimit, to: LimitMove['to']): boolean =>
  limit.dueOn === to.dueOn && limit.warnOn === to.warnOn;

interface Replanning {
  readonly planned: readonly PlannedMilestone[];
  readonly pending: readonly WatchedMilestone[];
  readonly now: Date;
  readonly dates: 'kept' | 'moved';
  readonly timely: boolean;
}

/** What has gone out is not sent again unless the last day moved; what is about to go out is left to the firing. */
function replanned({ planned, pending, now, dates, timely }: Replanning): {
  readonly cancel: readonly MilestoneId[];
  readonly plan: readonly PlannedMilestone[];
} {
  const waiting = new Map(pending.map((one) => [one.kind, one]));
  const wanted = new Map(planned.map((one) => [one.kind, one]));
  const at = (one: WatchedMilestone): number => Date.parse(one.dueAt);
  const plan = planned.filter(({ kind, dueAt }) => {
    const old = waiting.get(kind);
    return old ? at(old) !== dueAt.getTime() : dates === 'moved' && dueAt > now;
  });
  const cancel = pending.filter((old) => {
    const next = wanted.get(old.kind);
    return next ? at(old) !== next.dueAt.getTime() : timely || (dates === 'moved' && at(old) > now.getTime());
  });
  return { cancel: cancel.map(({ id }) => id), plan };
}
