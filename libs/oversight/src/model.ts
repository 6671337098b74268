import type { LedgerEvent } from '#libs/audit';
import type { AgencyId, CaseFileId, DeadlineId, JsonObject, LocalDate, MilestoneId, Role, UserId } from '#libs/shared';
import type { RuleKind } from '#libs/statute';
import type { DeadlineState } from './deadline-machine.js';
import type { MilestoneKind } from './plan-milestones.js';

export interface ClaimedCase {
  readonly id: CaseFileId;
  readonly agencyId: AgencyId;
  readonly provinceId: AgencyId;
  /** Denunciations: nobody else is told anything. */
  readonly visibleTo: readonly UserId[] | null;
  readonly assigneeId: UserId | null;
  readonly seq: number;
  readonly headHash: string;
}

export interface ClaimedDeadline {
  readonly id: DeadlineId;
  readonly ruleId: string;
  readonly citation: string;
  readonly kind: RuleKind;
  readonly statutory: boolean;
  readonly dueOn: LocalDate | null;
  readonly state: DeadlineState;
  readonly machine: JsonObject;
  readonly rung: number;
  readonly extended: boolean;
  readonly closed: boolean;
}

export interface ClaimedMilestone {
  readonly id: MilestoneId;
  readonly caseId: CaseFileId;
  readonly deadlineId: DeadlineId;
  readonly kind: MilestoneKind;
  readonly dueAt: string;
  readonly generation: number;
}

/** An account as it stands on the day of the firing. */
export interface Colleague {
  readonly id: UserId;
  readonly agencyId: AgencyId;
  readonly roles: readonly Role[];
  readonly absent: boolean;
  /** Who acts for them today. */
  readonly delegateId: UserId | null;
}

/** Due milestones of cases that are locked for this transaction. */
export interface Claim {
  /** Business time. */
  readonly now: Date;
  readonly cases: readonly ClaimedCase[];
  readonly deadlines: readonly ClaimedDeadline[];
  readonly milestones: readonly ClaimedMilestone[];
  readonly settings: ReadonlyMap<AgencyId, JsonObject>;
  readonly people: readonly Colleague[];
}

export interface MilestoneOutcome {
  readonly id: MilestoneId;
  /** `pending`: put off to `dueAt`, the next working hour. */
  readonly state: 'fired' | 'superseded' | 'cancelled' | 'pending';
  readonly dueAt: string;
  readonly firedAt: string | null;
  readonly eventId: string | null;
}

export interface FollowingMilestone {
  readonly deadlineId: DeadlineId;
  readonly caseId: CaseFileId;
  readonly kind: MilestoneKind;
  readonly dueAt: string;
  readonly generation: number;
}

export interface InboxEntry {
  readonly userId: UserId;
  readonly caseId: CaseFileId;
  readonly deadlineId: DeadlineId;
  readonly topic: string;
  readonly sourceId: MilestoneId;
  readonly createdAt: string;
}

export interface FiredTask {
  readonly caseId: CaseFileId;
  readonly agencyId: AgencyId;
  readonly visibleTo: null;
  readonly kind: string;
  readonly ownerRole: Role;
  readonly assigneeId: UserId | null;
  readonly sourceId: MilestoneId;
  readonly createdAt: string;
}

export interface FiredEffect {
  readonly id: string;
  readonly caseId: CaseFileId;
  readonly eventId: string;
  readonly kind: 'case.advance';
  readonly payload: JsonObject;
}

/** Everything a set of firings writes, in one statement. */
export interface FiringWrite {
  readonly outcomes: readonly MilestoneOutcome[];
  readonly deadlines: readonly Pick<ClaimedDeadline, 'id' | 'state' | 'machine' | 'rung'>[];
  readonly following: readonly FollowingMilestone[];
  readonly events: readonly LedgerEvent[];
  readonly cases: readonly Pick<ClaimedCase, 'id' | 'seq' | 'headHash'>[];
  readonly inbox: readonly InboxEntry[];
  readonly tasks: readonly FiredTask[];
  readonly effects: readonly FiredEffect[];
}
