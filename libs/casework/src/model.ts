import type { LedgerDraft, LedgerEvent } from '#libs/audit';
import type {
  JsonObject,
  LocalDate,
  ProcedureName,
  UserId,
  AgencyId,
  CaseEventId,
  CaseFileId,
  DeadlineId,
  PetitionId,
  PetitionType,
} from '#libs/shared';
import type { ProcedureState } from '#libs/procedure';
import type { RuleKind, RuleVariant } from '#libs/statute';
import type { DeadlineState, MilestoneKind } from '#libs/oversight';

/** One row of `case_file`. Byte strings are written `\x…` as PostgreSQL does. */
export interface CaseRow {
  readonly id: CaseFileId;
  readonly petitionId: PetitionId;
  readonly parentCaseId: CaseFileId | null;
  /** Which content of a mixed petition it is about; `null`: all of it. */
  readonly part: string | null;
  readonly agencyId: AgencyId;
  readonly provinceId: AgencyId;
  /** Denunciations: exactly these people; `null`: the agency subtree. */
  readonly visibleTo: readonly UserId[] | null;
  readonly procedure: ProcedureName;
  readonly procedureVersion: number;
  readonly state: ProcedureState['state'];
  readonly stage: string;
  readonly context: JsonObject;
  readonly knownFacts: JsonObject;
  readonly rev: number;
  readonly seq: number;
  readonly headHash: string;
  readonly assigneeId: UserId | null;
  readonly remote: boolean;
  /** Had another agency before: some of its deadlines are still that agency's. */
  readonly moved: boolean;
  readonly openedOn: LocalDate;
  readonly receivedOn: LocalDate;
  readonly lastEventOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly closedAt: string | null;
  readonly outcome: string | null;
}

export interface StoredPause {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** The event that ordered it. */
  readonly by: CaseEventId;
}

export interface StoredExtension {
  readonly on: LocalDate;
  readonly variant: RuleVariant;
  readonly by: CaseEventId;
  /** An extension (denunciations), which adds to the limit; absent: the limit was prolonged by its class. */
  readonly adds?: true;
  /** Days of the order where it gives fewer than the rule. */
  readonly days?: number;
}

/** One row of `deadline`. */
export interface DeadlineRow {
  readonly id: DeadlineId;
  readonly caseId: CaseFileId;
  readonly assigneeId: UserId | null;
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly citation: string;
  readonly kind: RuleKind;
  readonly statutory: boolean;
  readonly variant: RuleVariant;
  readonly startEvent: string;
  readonly startOn: LocalDate;
  readonly rawEnd: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly warnOn: LocalDate | null;
  readonly calendarVersion: string;
  readonly state: DeadlineState;
  readonly machine: JsonObject;
  readonly rung: number;
  readonly pauses: readonly StoredPause[];
  readonly extensions: readonly StoredExtension[];
  readonly openedBy: CaseEventId | null;
  readonly closedBy: CaseEventId | null;
  readonly metOn: LocalDate | null;
  readonly metRecordedLate: boolean;
  readonly closedAt: string | null;
}

/** What one transition reads, in one round trip. */
export interface CaseSnapshot {
  /** Business time. */
  readonly now: Date;
  readonly case: CaseRow;
  readonly settings: JsonObject;
  readonly agencyLevel: string;
  /** The actor's agency had the file once and only reads it now. */
  readonly readOnly: boolean;
  readonly petition: {
    readonly type: PetitionType | null;
    readonly channel: string | null;
    readonly count: number | null;
    readonly joint: boolean | null;
    readonly forwarder: string | null;
    /** The petition that this one resends was guided or transferred: that is done once a matter (TT05 Đ.6 k2b). */
    readonly guided: boolean | null;
  };
  readonly deadlines: readonly DeadlineRow[];
  readonly answer: { readonly hash: string; readonly status: number; readonly answer: JsonObject } | null;
}

export type NewEvent = LedgerDraft;
export type StoredEvent = LedgerEvent;

export interface NewMilestone {
  readonly deadlineId: DeadlineId;
  readonly caseId: CaseFileId;
  readonly kind: MilestoneKind;
  readonly dueAt: string;
  /** Of a deadline opened in this very write. */
  readonly fresh: boolean;
}

export interface NewEffect {
  readonly id: string;
  readonly caseId: CaseFileId;
  readonly eventId: CaseEventId;
  readonly kind: string;
  readonly payload: JsonObject;
  /** Place among the effects of its event. */
  readonly ordinal: number;
}

export interface NewTask {
  readonly caseId: CaseFileId;
  readonly agencyId: AgencyId;
  readonly visibleTo: readonly UserId[] | null;
  readonly kind: string;
  readonly ownerRole: string;
  readonly assigneeId: UserId | null;
  readonly sourceId: string;
  readonly createdAt: string;
}

/** Words typed with an event; for a protected case only the sealed form is kept. */
export interface NewText {
  readonly eventId: CaseEventId;
  readonly caseId: CaseFileId;
  readonly field: string;
  readonly salt: string;
  readonly text: string | null;
  readonly sealed: string | null;
  readonly sealedKey: string | null;
}

/** Rows that hang on ledger events, for one case or many. Empty lists are not sent. */
export interface CaseWrite {
  readonly events: readonly StoredEvent[];
  readonly texts: readonly NewText[];
  readonly opened: readonly (DeadlineRow & Pick<CaseRow, 'agencyId' | 'provinceId' | 'visibleTo'>)[];
  readonly changed: readonly DeadlineRow[];
  readonly calledOff: readonly DeadlineId[];
  readonly annulled: readonly DeadlineId[];
  readonly milestones: readonly NewMilestone[];
  readonly effects: readonly NewEffect[];
  readonly tasks: readonly NewTask[];
}

export interface CaseCommit extends CaseWrite {
  readonly before: CaseRow;
  readonly after: CaseRow;
  readonly reassigned: boolean;
  readonly idempotency: { readonly key: string; readonly hash: string; readonly answer: JsonObject } | null;
}

export interface CaseOpen extends CaseWrite {
  readonly cases: readonly CaseRow[];
}

export interface TimelineRows {
  readonly case: CaseRow;
  readonly events: readonly (StoredEvent & { readonly actorName: string | null })[];
  readonly texts: readonly {
    readonly eventId: CaseEventId;
    readonly field: string;
    readonly text: string | null;
    readonly sealed: string | null;
    readonly sealedKey: string | null;
  }[];
  /** Rule of each deadline an event may be about. */
  readonly rules: Readonly<Record<string, string>>;
}
