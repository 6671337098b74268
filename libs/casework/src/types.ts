import type { AnyActor } from '#libs/access';
import type { AvailableEvent, Facts } from '#libs/procedure';
import type { DeadlineComputation, RuleKind, RuleVariant } from '#libs/statute';
import type {
  AgencyId,
  CaseEventId,
  CaseFileId,
  DeadlineId,
  JsonObject,
  LocalDate,
  PetitionId,
  PetitionType,
  ProcedureName,
  UserId,
} from '#libs/shared';

export interface OpenCommand {
  readonly petitionId: PetitionId;
  readonly procedure: ProcedureName;
  readonly parentCaseId?: CaseFileId;
  readonly agencyId: AgencyId;
  readonly provinceId: AgencyId;
  readonly receivedOn: LocalDate;
  readonly petitionType: PetitionType;
  readonly visibleTo: readonly UserId[] | null;
  readonly remote: boolean;
  readonly assigneeId?: UserId;
  readonly facts: Facts;
  /** The day the file was opened; the day of receipt where it is left out. */
  readonly occurredOn?: LocalDate;
  /** Which content of a mixed petition this file is about. */
  readonly part?: string | null;
}

export interface ApplyCommand {
  readonly caseFileId: CaseFileId;
  readonly type: string;
  readonly occurredOn?: LocalDate;
  /** Required when the act is recorded more than one working day late. */
  readonly reason?: string;
  readonly inputs: JsonObject;
  /** From If-Match. A different rev answers 412. */
  readonly expectedRev?: number;
  /** An act of the system that another file tells of: what this file's form does not ask for is left out. */
  readonly told?: true;
  readonly idempotency?: { readonly key: string; readonly requestHash: Buffer };
}

export interface CaseFileView {
  readonly id: CaseFileId;
  readonly petitionId: PetitionId;
  readonly parentCaseId: CaseFileId | null;
  readonly agencyId: AgencyId;
  readonly procedure: string;
  readonly procedureVersion: number;
  /** Main stage. */
  readonly state: string;
  readonly regions: Readonly<Record<string, string>>;
  readonly stage: string;
  readonly stageTitle: string;
  readonly rev: number;
  readonly assigneeId: UserId | null;
  readonly receivedOn: LocalDate;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly outcome: string | null;
  readonly deadlines: readonly DeadlineView[];
}

export interface DeadlineView {
  readonly id: DeadlineId;
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly title: string;
  readonly citation: string;
  readonly kind: RuleKind;
  readonly statutory: boolean;
  readonly state: string;
  readonly rung: number;
  readonly startOn: LocalDate;
  readonly rawEnd: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly warnOn: LocalDate | null;
  readonly metOn: LocalDate | null;
  readonly metRecordedLate: boolean;
  readonly pauses: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
  /** Orders that lengthened it; `days`: what the order gave where that is fewer than the rule. */
  readonly extensions: readonly {
    readonly on: LocalDate;
    readonly variant: RuleVariant;
    readonly days: number | null;
  }[];
  /** Day by day; computed anew from rule version and calendar version, present where asked for. */
  readonly explanation?: DeadlineComputation;
}

export interface TimelineEntry {
  readonly id: CaseEventId;
  readonly seq: number;
  readonly kind: string;
  readonly type: string;
  readonly title: string;
  readonly occurredOn: LocalDate;
  readonly recordedAt: string;
  readonly actorId: UserId;
  readonly actorName: string;
  readonly actorRole: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: readonly string[];
  readonly facts: JsonObject;
  readonly texts: Readonly<Record<string, string>>;
  readonly corrects: CaseEventId | null;
  readonly hash: string;
}

/** What the apps call. Errors are `AppError` with the codes of the contract. */
export abstract class Casework {
  abstract apply(actor: AnyActor, command: ApplyCommand): Promise<CaseFileView>;
  abstract available(actor: AnyActor, caseFileId: CaseFileId): Promise<readonly AvailableEvent[]>;
  abstract get(actor: AnyActor, caseFileId: CaseFileId): Promise<CaseFileView>;
  abstract timeline(actor: AnyActor, caseFileId: CaseFileId): Promise<readonly TimelineEntry[]>;
  abstract deadlines(actor: AnyActor, caseFileId: CaseFileId): Promise<readonly DeadlineView[]>;
}
