import type { Actor } from '#libs/access';
import type { AgencyId, LocalDate, UserId } from '#libs/shared';
import type { CaseFact, Period, PetitionFact, VisitFact } from './facts.js';
import type { CaseMarks, FormMore, PetitionMore, ReportForm } from './forms/index.js';
import type { CountedReception } from './forms/stored-receptions.js';
import type { CountedStoredRow } from './forms/stored-rows.js';
import type { MeasureId } from './measures.js';
import type { Strata } from './sampling.js';

/** A case fact before its stage is read: only the procedures know which stage ends a file. */
export type StoredCaseFact = Omit<CaseFact, 'outcome'>;

/**
 * The one source of facts, as they were known at an instant. What the actor sees and acts on; `protectedOnly` instead gives
 * every protected file of the actor's province without anything that names it, and nothing to who holds no province.
 */
export abstract class ReportFacts {
  abstract cases(actor: Actor, knownAt: Date, what: { readonly protectedOnly: boolean }): Promise<StoredCaseFact[]>;
  abstract petitions(actor: Actor, knownAt: Date, what: { readonly protectedOnly: boolean }): Promise<PetitionFact[]>;
  abstract visits(actor: Actor, knownAt: Date): Promise<VisitFact[]>;
  /** The steps that ended the handling of each petition the actor sees. */
  abstract handling(actor: Actor, knownAt: Date): Promise<readonly CaseMarks[]>;
  /** What official forms need beside these, of the same files. */
  abstract formMore(actor: Actor, knownAt: Date): Promise<FormMore>;
  abstract names(actor: Actor, users: readonly UserId[]): Promise<ReadonlyMap<UserId, string>>;
}

/** Which rows a form is counted from, and how they are put together. */
export interface RowsAsked {
  readonly knownAt: Date;
  readonly agencies: readonly AgencyId[];
  readonly period: Period;
  /** Only what this form counts is read; left out: all of it. */
  readonly of?: ReportForm;
  /** False: one line for all of them; a row that stands for others may then be of any of the agencies. */
  readonly byAgency?: boolean;
}
/** Facts of some petitions, read from the ledger. */
export interface PetitionFacts {
  readonly cases: readonly StoredCaseFact[];
  readonly petitions: readonly PetitionFact[];
  readonly marks: readonly CaseMarks[];
  readonly resends: readonly PetitionMore[];
}
export interface CountedRows {
  /** Rows of the copy: equals of one agency as one row, those that belong to others each by itself. */
  readonly rows: readonly CountedStoredRow[];
  readonly receptions: readonly CountedReception[];
  /** What the copy cannot tell: what is protected and names the actor, and what has moved. */
  readonly live: PetitionFacts;
  readonly visits: readonly VisitFact[];
  readonly more: Required<Pick<FormMore, 'visits' | 'sessions' | 'openings'>>;
}
/** The copy of form rows, read for one reader: what the actor sees, as known at an instant, at one moment. */
export abstract class ReportRows {
  /** Null where there is no copy made by these definitions: the ledger is read then. */
  abstract counted(actor: Actor, asked: RowsAsked, definitions: string): Promise<CountedRows | null>;
}

/** The list a sample is drawn from, as an address: the same one later gives the same list. */
export interface FigureAddress {
  readonly measure: MeasureId;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Instant, ISO 8601. */
  readonly knownAt: string;
  readonly agency?: string | undefined;
  /** `own`: the agency alone, nothing below it. */
  readonly reach?: 'own' | undefined;
  readonly field?: string | undefined;
  readonly procedure?: string | undefined;
  /** Who resolves, by id; `none`: nobody yet. */
  readonly leader?: string | undefined;
  readonly type?: string | undefined;
  /** Places of the way of a petition. */
  readonly flow?: string | undefined;
}

export interface NewInspection {
  readonly name: string;
  readonly team: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}
export interface Inspection extends NewInspection {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly samples: number;
  readonly findings: number;
}

export interface NewSample {
  readonly figure: FigureAddress;
  readonly seed: string;
  readonly strata: Strata;
  readonly size: number;
  readonly algorithm: string;
  readonly populationSize: number;
  readonly populationHash: string;
  readonly cases: readonly { readonly caseId: string; readonly ordinal: number; readonly stratum: string }[];
}
export interface Sample extends Omit<NewSample, 'cases'> {
  readonly id: string;
  readonly inspectionId: string;
  readonly drawnByName: string;
  readonly drawnAt: Date;
}

export const VERDICTS = { inOrder: 'Đúng quy định', minor: 'Có thiếu sót', serious: 'Vi phạm' } as const;
export type Verdict = keyof typeof VERDICTS;
/** What a finding is about. */
export const FINDING_KINDS = {
  timeLimit: 'Thời hạn',
  procedure: 'Trình tự, thủ tục',
  papers: 'Văn bản, hồ sơ',
  delivery: 'Thông báo, giao nhận',
  outcome: 'Nội dung giải quyết',
  dataEntry: 'Nhập liệu',
  other: 'Khác',
} as const;
export type FindingKind = keyof typeof FINDING_KINDS;
export interface NewFinding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly verdict: Verdict;
  readonly note: string;
  /** The finding that this one puts right. */
  readonly corrects: string | null;
}
export interface Finding extends NewFinding {
  readonly caseId: string;
  readonly notedByName: string;
  readonly notedAt: Date;
  /** A later one puts it right. */
  readonly corrected: boolean;
}
/** A finding as the head of the agency reads it. */
export interface FindingForHead extends Finding {
  readonly registerLabel: string;
  readonly agencyId: AgencyId;
  readonly inspectionName: string;
}
/** What a finding hangs on: a drawn sample or a frozen list. */
export type FindingPlace = { readonly sampleId: string } | { readonly listId: string };

/** Where a frozen list comes from: a measure, or a cell of a form. */
export type ListAddress =
  | ({
      readonly of: 'measure';
      /** The filters as they were read when it was frozen; not there where it was not narrowed. */
      readonly filters?: readonly string[];
    } & FigureAddress)
  | {
      readonly of: 'form';
      readonly form: string;
      readonly cell: number;
      readonly line: string;
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly knownAt: string;
      readonly agency: string;
    };
export interface NewInspectionList {
  readonly address: ListAddress;
  readonly title: string;
  readonly unit: string;
  readonly value: number | null;
  /** Sorted. */
  readonly ids: readonly string[];
  readonly hash: string;
}
export interface InspectionList extends Omit<NewInspectionList, 'ids'> {
  readonly id: string;
  readonly inspectionId: string;
  readonly count: number;
  readonly findings: number;
  readonly frozenByName: string;
  readonly frozenAt: Date;
}
/** A row of a frozen list that the reader may see. */
export interface ListedRow {
  readonly id: string;
  readonly caseId: string | null;
  readonly registerLabel: string;
  readonly agencyId: AgencyId;
  readonly receivedOn: LocalDate;
  readonly protected: boolean;
}
export interface SampledCase {
  readonly caseId: string;
  readonly ordinal: number;
  readonly stratum: string;
  readonly registerLabel: string;
  readonly agencyId: AgencyId;
  readonly petitionType: string;
  readonly procedure: string;
  readonly procedureVersion: number;
  readonly stage: string;
  readonly receivedOn: LocalDate;
}

/** Inspections with their samples and findings. A sample is written once, with its cases; findings are added, never changed. */
export abstract class Inspections {
  abstract all(actor: Actor): Promise<Inspection[]>;
  abstract find(actor: Actor, id: string): Promise<Inspection | null>;
  abstract add(actor: Actor, id: string, inspection: NewInspection): Promise<void>;
  abstract samples(actor: Actor, inspectionId: string): Promise<Sample[]>;
  abstract sample(actor: Actor, id: string): Promise<Sample | null>;
  abstract addSample(
    actor: Actor,
    ids: { readonly id: string; readonly inspectionId: string },
    sample: NewSample,
  ): Promise<void>;
  abstract cases(actor: Actor, sampleId: string): Promise<SampledCase[]>;
  abstract findings(actor: Actor, place: FindingPlace): Promise<Finding[]>;
  /** False where the case is not of the sample or list, or out of sight; or where what it corrects is not one of the same case there. */
  abstract addFinding(
    actor: Actor,
    about: FindingPlace & { readonly caseId: string },
    finding: NewFinding,
  ): Promise<boolean>;
  abstract findingsForHead(actor: Actor): Promise<FindingForHead[]>;
  abstract lists(actor: Actor, inspectionId: string): Promise<InspectionList[]>;
  abstract list(actor: Actor, id: string): Promise<InspectionList | null>;
  abstract addList(
    actor: Actor,
    ids: { readonly id: string; readonly inspectionId: string },
    list: NewInspectionList,
  ): Promise<void>;
  /** Every id of the list, seen or not. */
  abstract listIds(actor: Actor, id: string): Promise<readonly string[]>;
  abstract listed(actor: Actor, id: string): Promise<ListedRow[]>;
}

export interface Reading {
  readonly eventId: string;
  readonly caseId: string;
  readonly agencyId: AgencyId;
  readonly registerLabel: string;
  /** An identity itself, or a paper that holds one. */
  readonly what: 'identity' | 'paper';
  readonly readAt: Date;
  readonly readerId: UserId;
  readonly readerName: string;
  readonly readerTitle: string | null;
  /** By a release that a second person approved; else by a standing right. */
  readonly byRelease: boolean;
  readonly purpose: string | null;
}

/** Readings of identities, as the ledger has them. */
export abstract class ReadingLog {
  /** From the beginning of the first day to the end of the last. */
  abstract between(actor: Actor, period: { readonly from: LocalDate; readonly to: LocalDate }): Promise<Reading[]>;
}
