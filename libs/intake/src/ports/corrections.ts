import type { CaseEventId, PetitionId, PetitionerId, UserId } from '#libs/shared';
import type { NewPetition, NewPetitioner } from './register.js';
import type { Tx } from './work.js';

/** Columns that hold the words of a petition, and those it is searched by. */
export type PetitionWords = Pick<
  NewPetition,
  | 'titleType'
  | 'forwarderName'
  | 'field'
  | 'content'
  | 'contentFolded'
  | 'contentKey'
  | 'respondent'
  | 'challengedDecision'
  | 'note'
  | 'sealed'
  | 'sealedKey'
>;
/** Columns that say who a petitioner is, and those they are found by. */
export type PersonWords = Omit<
  NewPetitioner,
  'id' | 'petitionId' | 'agencyId' | 'provinceId' | 'visibleTo' | 'ordinal' | 'role'
>;

export interface CorrectedRows {
  readonly petition: PetitionWords & { readonly id: PetitionId };
  readonly petitioners: readonly (PersonWords & { readonly id: PetitionerId })[];
}

/** One correction as it is kept: what stood there before and after, in the clear or sealed; the ledger has its commitment. */
export interface KeptCorrection {
  /** The event of the ledger that speaks of it. */
  readonly eventId: CaseEventId;
  readonly petitionId: PetitionId;
  readonly fields: readonly string[];
  readonly salt: Buffer;
  readonly change: string | null;
  readonly sealed: Buffer | null;
  readonly sealedKey: Buffer | null;
  readonly correctedBy: UserId;
  readonly correctedAt: Date;
}

export interface CorrectionEntry extends Omit<KeptCorrection, 'correctedBy'> {
  readonly correctedBy: string;
  /** Null where the petition is sealed. */
  readonly reason: string | null;
}

/** Typing errors put right in rows that stand. */
export abstract class Corrections {
  /** Locks the petition until the transaction ends. Null where the actor may not write it; `open`: its handling goes on. */
  abstract lock(tx: Tx, id: PetitionId): Promise<{ readonly open: boolean } | null>;
  abstract write(tx: Tx, rows: CorrectedRows): Promise<void>;
  abstract keep(tx: Tx, correction: KeptCorrection): Promise<void>;
  /** Oldest first; null where the actor does not see the petition. */
  abstract history(tx: Tx, id: PetitionId): Promise<readonly CorrectionEntry[] | null>;
}
