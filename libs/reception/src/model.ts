import type { HashText, LedgerEvent } from '#libs/audit';
import type { ProcedureState } from '#libs/procedure';
import type { AgencyId, CaseEventId, JsonObject, LocalDate, PetitionId, UserId } from '#libs/shared';

export type SessionKind = 'regular' | 'periodic' | 'unscheduled' | 'dialogue';
export type SessionMode = 'inPerson' | 'online';
export type VisitType = 'complaint' | 'denunciation' | 'feedback' | 'mixed' | 'other';
export const VISIT_TYPES: readonly VisitType[] = ['complaint', 'denunciation', 'feedback', 'mixed', 'other'];
export type VisitOutcome =
  'guided' | 'petitionRegistered' | 'transferred' | 'reported' | 'explained' | 'answered' | 'refused';
export type ReplyContent = 'accepted' | 'needsTime' | 'notAccepted' | 'transferred';

/** Whose denunciation stays sealed: identities and words are opened by nobody through the register. */
export const isSealedVisit = (type: VisitType): boolean => type === 'denunciation' || type === 'mixed';

/** Columns that carry the row scope. */
export interface Scoped {
  readonly agencyId: AgencyId;
  readonly provinceId: AgencyId;
  readonly visibleTo: readonly UserId[] | null;
}

/** The end of a chain in the ledger. */
export interface Chain {
  readonly id: string;
  readonly seq: number;
  readonly headHash: HashText;
}

/** A paper an act owes, under the form's code. */
export interface PaperDue {
  readonly form: string;
  readonly eventId: string;
  readonly on: LocalDate;
}

export interface ReceptionAgency {
  readonly id: AgencyId;
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'department' | 'commune' | 'unit';
  readonly provinceId: AgencyId;
  readonly remote: boolean;
  readonly settings: JsonObject;
}

export interface ScheduleRow extends Scoped {
  readonly id: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly regularHours: string;
  readonly place: string;
  readonly createdBy: UserId;
  readonly createdAt: string;
}

export interface SessionRow extends Scoped, Chain {
  readonly scheduleId: string | null;
  readonly kind: SessionKind;
  readonly mode: SessionMode;
  readonly leaderId: UserId | null;
  readonly hostedBy: UserId | null;
  readonly heldOn: LocalDate;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly place: string;
  readonly attendees: string | null;
  readonly topics: string | null;
  readonly procedureVersion: number;
  readonly state: ProcedureState['state'];
  readonly stage: string;
  readonly context: JsonObject;
  readonly knownFacts: JsonObject;
  readonly papers: readonly PaperDue[];
  readonly rev: number;
  readonly openedOn: LocalDate;
  readonly lastEventOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly outcome: string | null;
  readonly createdBy: UserId;
}

export interface VisitRow extends Scoped, Chain {
  readonly sessionId: string;
  readonly registerYear: number;
  readonly registerSeries: string;
  readonly registerNumber: number;
  readonly visitedOn: LocalDate;
  readonly type: VisitType;
  readonly summary: string | null;
  readonly priorResolution: string | null;
  readonly groupSize: number;
  readonly sameMatterCount: number;
  readonly policeAsked: boolean;
  readonly withinCompetence: boolean | null;
  readonly outcome: VisitOutcome | null;
  readonly outcomeOn: LocalDate | null;
  readonly sentTo: string | null;
  readonly documentNumber: string | null;
  readonly refusalGround: string | null;
  readonly refusalBasis: string | null;
  readonly noticeNumber: string | null;
  readonly noticedOn: LocalDate | null;
  readonly replyContent: ReplyContent | null;
  readonly replyForm: 'direct' | 'written' | null;
  readonly replyNumber: string | null;
  readonly repliedOn: LocalDate | null;
  readonly petitionId: PetitionId | null;
  readonly resultNote: string | null;
  readonly note: string | null;
  readonly denouncesHead: boolean;
  readonly papers: readonly PaperDue[];
  readonly sealed: string | null;
  readonly sealedKey: string | null;
  readonly receptionistId: UserId;
  readonly rev: number;
}

export type PersonRole = 'visitor' | 'representative' | 'authorized' | 'lawyer';

export interface PersonRow extends Scoped {
  readonly id: string;
  readonly visitId: string;
  readonly ordinal: number;
  readonly role: PersonRole;
  readonly fullName: string | null;
  readonly address: string | null;
  readonly personalId: string | null;
  readonly personalIdKind: string | null;
  readonly phone: string | null;
  readonly idIndex: string | null;
  readonly sealed: string | null;
  readonly sealedKey: string | null;
}

export interface ReceiptItem {
  readonly name: string;
  readonly pages: number;
  readonly condition: 'original' | 'photocopy' | 'certifiedCopy';
}

export interface ReceiptRow extends Scoped {
  readonly id: string;
  readonly visitId: string;
  readonly receivedAt: string;
  readonly receivedBy: UserId;
  readonly copies: number;
  readonly items: readonly ReceiptItem[] | null;
  readonly sealed: string | null;
  readonly sealedKey: string | null;
}

export interface DeadlineRow extends Scoped {
  readonly id: string;
  readonly sessionId: string;
  readonly visitId: string | null;
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly citation: string;
  readonly startOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly calendarVersion: string;
  readonly state: 'running' | 'met' | 'metLate' | 'void';
  readonly closedOn: LocalDate | null;
}

export interface TaskRow extends Scoped {
  readonly id: string;
  readonly sessionId: string;
  readonly content: string;
  readonly body: string;
  readonly contact: string | null;
  readonly dueOn: LocalDate;
  readonly followUpOn: LocalDate | null;
  readonly doneOn: LocalDate | null;
  readonly result: string | null;
  readonly createdBy: UserId;
}

export interface AttendanceRow extends Scoped {
  readonly id: string;
  readonly sessionId: string;
  readonly party: 'leader' | 'body' | 'citizens' | 'witness' | 'other';
  readonly name: string;
  readonly people: number;
  readonly present: boolean;
}

export interface OpinionRow extends Scoped {
  readonly id: string;
  readonly sessionId: string;
  readonly ordinal: number;
  readonly content: string;
  readonly field: string | null;
  readonly answer: string | null;
  readonly answeredOn: LocalDate | null;
  readonly answeredBy: UserId | null;
  readonly answerDueOn: LocalDate | null;
}

/** Words typed with an event, beside the ledger. Bytes are written `\x…`. */
export interface TextRow {
  readonly eventId: CaseEventId;
  readonly caseId: string;
  readonly field: string;
  readonly salt: string;
  readonly text: string | null;
  readonly sealed: string | null;
  readonly sealedKey: string | null;
}

export interface LedgerWrite {
  readonly events: readonly LedgerEvent[];
  readonly texts: readonly TextRow[];
}
