import type { AgencyId } from '#libs/shared';
import type { VisitFact } from './facts.js';
import type { FormMore, SessionRow, VisitMore } from './forms/index.js';
import type { StoredReception } from './forms/stored-receptions.js';
import type { StoredRow } from './forms/stored-rows.js';
import type { PetitionFacts } from './ports.js';

/** A row of a petition as it is written: with what only its petition as a whole can tell. */
export interface KeptRow extends StoredRow {
  /** Null: all in the row's own agency. */
  readonly agencies: readonly number[] | null;
  readonly solo: boolean;
  readonly resendOf: string | null;
  readonly changedAt: Date;
}
/** A row of reception as it is written. */
export interface KeptReception extends StoredReception {
  readonly solo: boolean;
  readonly changedAt: Date;
}

/** What a petition as a whole tells of its rows. */
export interface PetitionPlace {
  readonly petitionId: string;
  /** Nothing of it is protected. */
  readonly open: boolean;
  readonly agencies: readonly AgencyId[];
  readonly resendOf: string | null;
  readonly resent: boolean;
  readonly changedAt: Date;
}
/** What the ledger tells of petitions, with what their rows need beside it. */
export interface PetitionsRead extends Omit<PetitionFacts, 'marks' | 'resends'> {
  readonly more: FormMore;
  readonly places: readonly PetitionPlace[];
}
/** What tells whether a visit or a session is copied, and what it may be counted with. */
export interface ReceptionPlace {
  readonly id: string;
  readonly open: boolean;
  readonly solo: boolean;
  readonly changedAt: Date;
}
export interface ReceptionsRead {
  readonly facts: readonly VisitFact[];
  readonly visits: readonly VisitMore[];
  readonly sessions: readonly SessionRow[];
  readonly places: readonly ReceptionPlace[];
}

/** A part of the copy. Its units, petitions or visits and sessions, are read, written and compared whole. */
export interface CopiedPart<Read, Row> {
  /** Units that changed since the copy was made; all of them where it was made by other definitions. */
  due(definitions: string): Promise<readonly string[]>;
  every(): Promise<readonly string[]>;
  read(units: readonly string[]): Promise<Read>;
  kept(units: readonly string[]): Promise<readonly Row[]>;
  /** The rows of these units are these and no others. */
  put(units: readonly string[], rows: readonly Row[]): Promise<void>;
}
/** Units of each part. */
export interface CopiedUnits {
  readonly petitions: readonly string[];
  readonly receptions: readonly string[];
}
/** The copy of form rows as it is kept. Never for a reader: everything open lies in it, whosever it is. */
export abstract class RowCopy {
  abstract readonly petitions: CopiedPart<PetitionsRead, KeptRow>;
  abstract readonly receptions: CopiedPart<ReceptionsRead, KeptReception>;
  /** Null where another keeper is at work. */
  abstract alone<T>(work: () => Promise<T>): Promise<T | null>;
  /** Every transaction before this one has ended. */
  abstract horizon(): Promise<number>;
  abstract reach(mark: number, definitions: string, done: CopiedUnits): Promise<void>;
}
