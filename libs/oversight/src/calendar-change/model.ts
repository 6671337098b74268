import type { LedgerEvent } from '#libs/audit';
import type { ExplainedDay, PublishedChange, PublishedDay, WorkCalendar } from '#libs/calendar';
import type { AgencyId, CaseFileId, DeadlineId, JsonObject, LocalDate, MilestoneId, UserId } from '#libs/shared';
import type { RuleKind, RuleVariant } from '#libs/statute';
import type { DeadlineState } from '../deadline-machine.js';
import type { MilestoneKind } from '../plan-milestones.js';
import type { AgencySettings } from '../settings.js';

/** An open limit as stored, with all that its days are reckoned from. */
export interface OpenLimit {
  readonly id: DeadlineId;
  readonly caseId: CaseFileId;
  readonly agencyId: AgencyId;
  /** Of a file that only named persons see. */
  readonly isProtected: boolean;
  readonly ruleId: string;
  readonly kind: RuleKind;
  readonly statutory: boolean;
  readonly variant: RuleVariant;
  readonly startOn: LocalDate;
  readonly rawEnd: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly warnOn: LocalDate | null;
  readonly calendarVersion: string;
  readonly state: DeadlineState;
  readonly machine: JsonObject;
  readonly rung: number;
  readonly pauses: readonly { readonly from: LocalDate; readonly to: LocalDate | null; readonly by: string }[];
  /** Those that add days, and those that lengthened by class. */
  readonly extensions: readonly { readonly adds?: true; readonly days?: number }[];
}

export interface ReckonedDays {
  readonly rawEnd: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly warnOn: LocalDate | null;
  readonly calendarVersion: string;
}

/** How the days of a limit are reckoned: the same way that casework opened it. Bound by the app. */
export type Reckon = (
  limit: OpenLimit,
  around: { readonly settings: AgencySettings; readonly calendar: WorkCalendar },
) => ReckonedDays;

/** What a calendar does to one limit. */
export interface LimitMove {
  readonly limit: OpenLimit;
  readonly to: ReckonedDays;
  /** The last day is another one, because of the calendar. */
  readonly moved: boolean;
  /** Days between start and last day that count otherwise now. */
  readonly days: readonly ExplainedDay[];
  /** A limit that binds: was in time and is late now, or the other way round. */
  readonly becomes: 'late' | 'timely' | null;
}

export interface ProposedChange {
  readonly entries: readonly PublishedDay[];
  /** The year whose days off are complete with this publication. */
  readonly announcesYear: number | null;
}

export interface MovingRow {
  readonly deadlineId: DeadlineId;
  readonly caseId: CaseFileId;
  readonly agencyId: AgencyId;
  readonly isProtected: boolean;
  readonly ruleId: string;
  readonly fromDue: LocalDate | null;
  readonly toDue: LocalDate | null;
  readonly days: readonly ExplainedDay[];
  readonly becomes: LimitMove['becomes'];
}

export interface NewPreview extends ProposedChange {
  readonly id: string;
  readonly createdBy: UserId;
  /** Publications known when it was made. */
  readonly baseNumber: number;
  readonly version: string;
  readonly hash: string;
  readonly scanned: number;
  readonly rows: readonly MovingRow[];
}

export interface StoredPreview extends ProposedChange {
  readonly id: string;
  readonly baseNumber: number;
  readonly version: string;
  readonly hash: string;
  readonly publicationId: string | null;
}

export interface NewPublication {
  readonly id: string;
  readonly number: number;
  readonly preview: StoredPreview;
  readonly versionBefore: string;
  readonly reason: string;
  readonly publishedBy: UserId;
}

export const JOB_STATES = ['queued', 'running', 'cancelling', 'cancelled', 'done'] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface WatchedMilestone {
  readonly id: MilestoneId;
  readonly deadlineId: DeadlineId;
  readonly kind: MilestoneKind;
  readonly dueAt: string;
}

export interface ReprojectedCase {
  readonly id: CaseFileId;
  readonly agencyId: AgencyId;
  readonly seq: number;
  readonly headHash: string;
}

/** Limits of locked cases that were reckoned with another calendar, with their pending milestones. */
export interface ReprojectionClaim {
  /** Business time. */
  readonly now: Date;
  readonly cases: readonly ReprojectedCase[];
  readonly limits: readonly OpenLimit[];
  readonly pending: readonly WatchedMilestone[];
  readonly settings: ReadonlyMap<AgencyId, JsonObject>;
}

export interface ReprojectionWrite {
  readonly limits: readonly (ReckonedDays & Pick<OpenLimit, 'id' | 'state' | 'machine' | 'rung'>)[];
  readonly cancelled: readonly MilestoneId[];
  /** Limits whose overdue notices had gone out for nothing. */
  readonly annulled: readonly DeadlineId[];
  readonly milestones: readonly {
    readonly deadlineId: DeadlineId;
    readonly caseId: CaseFileId;
    readonly kind: MilestoneKind;
    readonly dueAt: string;
  }[];
  readonly events: readonly LedgerEvent[];
  readonly cases: readonly Pick<ReprojectedCase, 'id' | 'seq' | 'headHash'>[];
  /** Limits whose rule cannot be reckoned any more: left as they are. */
  readonly failed: readonly DeadlineId[];
  /** Of open files alone: what the screen shows must not tell of the others. */
  readonly counts: Readonly<Record<'done' | 'moved' | 'late' | 'timely' | 'unreckoned', number>>;
}

export interface LimitSet {
  readonly now: Date;
  readonly limits: readonly OpenLimit[];
  readonly settings: ReadonlyMap<AgencyId, JsonObject>;
}

export type { PublishedChange };
