import { chainEvents, type LedgerDraft } from '#libs/audit';
import type { WorkCalendar } from '#libs/calendar';
import {
  dayOf,
  type AgencyId,
  type CaseEventId,
  type CaseFileId,
  type DeadlineId,
  type JsonObject,
  type LocalDate,
  type Role,
  type UserId,
} from '#libs/shared';
import { stepDeadline, type MovedDeadline } from './deadline-machine.js';
import type { DeadlineEventType } from './labels.js';
import type {
  Claim,
  ClaimedCase,
  ClaimedDeadline,
  ClaimedMilestone,
  FiredEffect,
  FiredTask,
  FiringWrite,
  FollowingMilestone,
  InboxEntry,
  MilestoneOutcome,
} from './model.js';
import { OfficeHours } from './office-hours.js';
import {
  APOLOGY_TASK,
  isRung,
  PAPERS,
  POLICY_LABEL,
  rungAfter,
  rungOfPolicy,
  type RungKind,
  TASK_OWNERS,
} from './policy.js';
import { Directory } from './recipients.js';
import { agencySettings } from './settings.js';

export interface FiringSurroundings {
  readonly calendar: WorkCalendar;
  readonly systemNow: Date;
  readonly newId: () => string;
}

const SYSTEM = 0 as UserId;
const KIND_ORDER = [
  'effect',
  'threshold',
  'remind3',
  'remind1',
  'overdue',
  'rung1',
  'rung2',
  'rung3',
  'rung4',
  'resumeCheck',
] as const;
/** Of two limits that fall due together the one named first comes first: ids are drawn by chance. */
const inDueOrder =
  (deadlines: ReadonlyMap<DeadlineId, ClaimedDeadline>) =>
  (a: ClaimedMilestone, b: ClaimedMilestone): number =>
    Date.parse(a.dueAt) - Date.parse(b.dueAt) ||
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    (deadlines.get(a.deadlineId)?.ruleId ?? '').localeCompare(deadlines.get(b.deadlineId)?.ruleId ?? '') ||
    (a.id < b.id ? -1 : 1);

/** Decides a claimed set, each milestone by the deadline machine, those of one case in the order they fell due. Pure. */
export function decideFirings(claim: Claim, around: FiringSurroundings): FiringWrite {
  const deadlines = new Map(claim.deadlines.map((deadline) => [deadline.id, deadline]));
  const byCase = new Map<CaseFileId, ClaimedMilestone[]>();
  for (const milestone of claim.milestones) {
    const list = byCase.get(milestone.caseId);
    if (list) list.push(milestone);
    else byCase.set(milestone.caseId, [milestone]);
  }
  const set = new FiringSet(claim, around);
  for (const one of claim.cases) {
    const due = (byCase.get(one.id) ?? []).sort(inDueOrder(deadlines));
    set.fireCase(one, due, deadlines);
  }
  return set;
}

interface Firing {
  readonly about: ClaimedCase;
  readonly milestone: ClaimedMilestone;
  readonly deadline: ClaimedDeadline;
  readonly hours: OfficeHours;
}

class FiringSet implements FiringWrite {
  readonly outcomes: MilestoneOutcome[] = [];
  readonly following: FollowingMilestone[] = [];
  readonly events: FiringWrite['events'][number][] = [];
  readonly cases: { id: CaseFileId; seq: number; headHash: string }[] = [];
  readonly inbox: InboxEntry[] = [];
  readonly tasks: FiredTask[] = [];
  readonly effects: FiredEffect[] = [];
  private readonly moved = new Map<DeadlineId, ClaimedDeadline>();
  private readonly directory: Directory;
  private readonly nowText: string;
  private readonly systemText: string;
  private readonly today: LocalDate;
  private readonly hours = new Map<AgencyId, OfficeHours>();
  private drafts: LedgerDraft[] = [];

  constructor(
    private readonly claim: Claim,
    private readonly around: FiringSurroundings,
  ) {
    this.directory = new Directory(claim.people);
    this.nowText = claim.now.toISOString();
    this.systemText = around.systemNow.toISOString();
    this.today = dayOf(claim.now);
  }

  get deadlines(): FiringWrite['deadlines'] {
    return [...this.moved.values()].map(({ id, state, machine, rung }) => ({ id, state, machine, rung }));
  }

  fireCase(
    about: ClaimedCase,
    due: readonly ClaimedMilestone[],
    deadlines: ReadonlyMap<DeadlineId, ClaimedDeadline>,
  ): void {
    const hours = this.hoursOf(about.agencyId);
    this.drafts = [];
    for (const [index, milestone] of due.entries()) {
      const deadline = this.moved.get(milestone.deadlineId) ?? deadlines.get(milestone.deadlineId);
      if (!deadline || deadline.closed) this.settle(milestone, 'cancelled');
      else if (milestone.kind !== 'effect' && !hours.open) this.putOff(milestone, hours);
      else this.fire({ about, milestone, deadline, hours }, due.slice(index + 1));
    }
    if (this.drafts.length === 0) return;
    const chained = chainEvents(about.headHash, this.drafts);
    this.events.push(...chained);
    this.cases.push({
      id: about.id,
      seq: about.seq + chained.length,
      headHash: chained.at(-1)?.hash ?? about.headHash,
    });
  }

  private fire(firing: Firing, later: readonly ClaimedMilestone[]): void {
    const { kind, deadlineId } = firing.milestone;
    if (kind === 'effect') return this.takeEffect(firing);
    if (kind === 'threshold') return this.threshold(firing);
    if (kind === 'overdue') return this.lapse(firing);
    if (isRung(kind)) return this.escalate(firing, kind);
    const outdated =
      later.some((other) => other.deadlineId === deadlineId) ||
      (firing.deadline.dueOn !== null && firing.deadline.dueOn < this.today);
    if (outdated) this.settle(firing.milestone, 'superseded', this.journal(firing, 'SUPERSEDE'));
    else this.step(firing, 'REMIND');
  }

  private lapse(firing: Firing): void {
    if (!this.step(firing, 'LAPSE')) return;
    if (firing.deadline.statutory) this.task(firing, APOLOGY_TASK);
    this.planNext(firing);
  }

  /** By the policy of the moment: a rung it no longer has is called off, who is told is who it names. */
  private escalate(firing: Firing, kind: RungKind): void {
    const rung = rungOfPolicy(firing.hours.settings.escalation, kind);
    if (!rung) return this.settle(firing.milestone, 'cancelled');
    const moved = this.step(firing, 'ESCALATE', rung.tell);
    if (!moved) return;
    for (const effect of moved.effects)
      if (effect.type === 'task.open') this.task(firing, PAPERS[effect.task] ?? effect.task);
    this.planNext(firing);
  }

  private takeEffect(firing: Firing): void {
    const eventId = this.journal(firing, 'TAKE_EFFECT', firing.deadline.dueOn ?? this.today);
    this.settle(firing.milestone, 'fired', eventId);
    const payload: JsonObject = {
      deadlineId: firing.deadline.id,
      ruleId: firing.deadline.ruleId,
      occurredOn: firing.deadline.dueOn,
    };
    this.effects.push({ id: this.around.newId(), caseId: firing.about.id, eventId, kind: 'case.advance', payload });
  }

  private threshold(firing: Firing): void {
    this.settle(firing.milestone, 'fired', this.journal(firing, 'THRESHOLD'));
    this.tell(firing, ['unitHead', 'chairman']);
  }

  /** Moves the deadline by its machine; what the machine refuses is called off without a trace in the ledger. */
  private step(firing: Firing, event: 'REMIND' | 'LAPSE' | 'ESCALATE', tell?: readonly Role[]): MovedDeadline | null {
    const { deadline, milestone } = firing;
    const moved = stepDeadline(deadline, event, { occurredOn: this.today, limit: deadline });
    if (!moved) {
      this.settle(milestone, 'cancelled');
      return null;
    }
    this.moved.set(deadline.id, { ...deadline, ...moved.standing });
    this.settle(milestone, 'fired', this.journal(firing, event));
    for (const effect of moved.effects) if (effect.type === 'notify') this.tell(firing, tell ?? effect.to);
    return moved;
  }

  private journal({ about, deadline, milestone }: Firing, type: DeadlineEventType, occurredOn = this.today): string {
    const id = this.around.newId() as CaseEventId;
    this.drafts.push({
      id,
      caseId: about.id,
      seq: about.seq + this.drafts.length + 1,
      kind: 'deadline',
      type,
      occurredOn,
      recordedAt: this.nowText,
      systemAt: this.systemText,
      actorId: SYSTEM,
      actorRole: 'system',
      facts: { milestone: milestone.kind, rule: deadline.ruleId, dueOn: deadline.dueOn },
      basis: [type === 'LAPSE' || type === 'TAKE_EFFECT' || type === 'THRESHOLD' ? deadline.citation : POLICY_LABEL],
      fromStage: null,
      toStage: null,
      subjectId: deadline.id,
      corrects: null,
    });
    return id;
  }

  private tell({ about, deadline, milestone }: Firing, roles: readonly Role[]): void {
    const told = new Set(roles.flatMap((role) => this.directory.recipients(role, about)));
    for (const userId of told)
      this.inbox.push({
        userId,
        caseId: about.id,
        deadlineId: deadline.id,
        topic: milestone.kind,
        sourceId: milestone.id,
        createdAt: this.nowText,
      });
  }

  /** Letters are never drafted about a denunciation: a paper on a desk tells of it. */
  private task({ about, milestone }: Firing, kind: string): void {
    if (about.visibleTo !== null) return;
    const ownerRole = TASK_OWNERS[kind] ?? 'unitHead';
    const assigneeId = ownerRole === 'caseOfficer' ? about.assigneeId : null;
    this.tasks.push({
      caseId: about.id,
      agencyId: about.agencyId,
      visibleTo: null,
      kind,
      ownerRole,
      assigneeId,
      sourceId: milestone.id,
      createdAt: this.nowText,
    });
  }

  private planNext({ about, deadline, milestone, hours }: Firing): void {
    const kind = rungAfter(milestone.kind);
    const rung = kind && rungOfPolicy(hours.settings.escalation, kind);
    if (!rung) return;
    const dueAt = hours.rungAfter(milestone.dueAt, rung.afterWorkingDays);
    this.following.push({ deadlineId: deadline.id, caseId: about.id, kind, dueAt, generation: milestone.generation });
  }

  private putOff({ id }: ClaimedMilestone, { nextOpening }: OfficeHours): void {
    this.outcomes.push({ id, state: 'pending', dueAt: nextOpening, firedAt: null, eventId: null });
  }

  private hoursOf(agencyId: AgencyId): OfficeHours {
    let hours = this.hours.get(agencyId);
    if (!hours) {
      hours = new OfficeHours(agencySettings(this.claim.settings.get(agencyId)), {
        calendar: this.around.calendar,
        now: this.claim.now,
      });
      this.hours.set(agencyId, hours);
    }
    return hours;
  }

  private settle(
    { id, dueAt }: ClaimedMilestone,
    state: 'fired' | 'superseded' | 'cancelled',
    eventId: string | null = null,
  ): void {
    this.outcomes.push({ id, state, dueAt, firedAt: state === 'cancelled' ? null : this.nowText, eventId });
  }
}
