import type { LocalDate } from '#libs/shared';

/** What one record of the national database is about: a visit of citizen reception, or one file of a procedure. */
export type SubjectKind = 'reception' | 'case';

export interface SubjectId {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** One step of a file that has not been taken back. Facts are codes, days and yes or no; nothing that a person typed. */
export interface SourceStep {
  readonly type: string;
  readonly on: LocalDate;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A citizen who was received, as the book of reception has it; never there for a sealed visit. */
export interface SourceVisitor {
  readonly name: string | null;
  readonly address: string | null;
}

/** What is known here of one subject. `protected`: a denunciation or anything else that only named persons see. */
export interface NationalSource extends SubjectId {
  readonly seq: number;
  readonly agencyCode: string;
  readonly agencyName: string;
  /** Null: a visit of citizen reception. */
  readonly procedure: string | null;
  readonly procedureVersion: number | null;
  readonly stage: string | null;
  readonly outcome: string | null;
  readonly registerLabel: string;
  readonly receivedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly petitionType: string;
  readonly channel: string | null;
  readonly field: string | null;
  readonly people: number;
  readonly protected: boolean;
  readonly steps: readonly SourceStep[];
  readonly summary: string | null;
  readonly visitors: readonly SourceVisitor[];
}
