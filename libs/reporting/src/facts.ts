import type { AgencyId, LocalDate, PetitionType, ProcedureName, UserId } from '#libs/shared';

/**
 * One case file as it was known at an instant. Everything in it follows from events recorded by then; what was recorded later is
 * not in it, a step that was taken back later still stands. No fact holds anything of a citizen.
 */
export interface CaseFact {
  /** `null`: a protected file that the reader is told a number of and nothing else. */
  readonly caseId: string | null;
  readonly petitionId: string | null;
  readonly parentCaseId: string | null;
  readonly registerLabel: string | null;
  readonly petitionType: PetitionType;
  readonly field: string | null;
  readonly agencyId: AgencyId;
  readonly procedure: ProcedureName;
  readonly procedureVersion: number;
  readonly protected: boolean;
  readonly receivedOn: LocalDate;
  readonly openedOn: LocalDate;
  readonly stage: string;
  /** How it ended, in the procedure's own name; `null` while it runs. */
  readonly outcome: string | null;
  readonly endedOn: LocalDate | null;
  /** The day of taking it on (thụ lý), the first that stands. */
  readonly acceptedOn: LocalDate | null;
  /** The day of the decision, conclusion or answer, or of the discontinuance. */
  readonly resolvedOn: LocalDate | null;
  readonly resolvedAs: 'resolved' | 'discontinued' | null;
  /** Who resolved or took on, as chairman. */
  readonly leaderId: UserId | null;
  /** Last day of the limit of resolving, moved off days off (BLDS Đ.148 k5); `null`: none, or it stands still. */
  readonly dueOn: LocalDate | null;
  /** The same day before it was moved. */
  readonly rawEnd: LocalDate | null;
}

/** One petition of an agency's register. */
export interface PetitionFact {
  readonly petitionId: string | null;
  readonly registerLabel: string | null;
  readonly agencyId: AgencyId;
  readonly petitionType: PetitionType;
  readonly field: string | null;
  readonly channel: string;
  readonly receivedOn: LocalDate;
  /** People who signed it. */
  readonly people: number;
  readonly protected: boolean;
  /** The day handling ended in a way: opened, guided, sent on, filed; `null`: not by then. Left out where nobody asked for it. */
  readonly handledOn?: LocalDate | null;
  /** Who handled it, as chairman. */
  readonly leaderId?: UserId | null;
}

/** One visit of citizen reception: one lượt, of one or more people. */
export interface VisitFact {
  readonly visitId: string;
  readonly registerLabel: string;
  readonly agencyId: AgencyId;
  readonly visitType: string;
  readonly sessionKind: string;
  readonly visitedOn: LocalDate;
  readonly people: number;
}

export interface Facts {
  readonly cases: readonly CaseFact[];
  readonly petitions: readonly PetitionFact[];
  readonly visits: readonly VisitFact[];
}

/** Both days belong to the period. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}
export const within = (day: LocalDate | null, { from, to }: Period): boolean =>
  day !== null && from <= day && day <= to;
