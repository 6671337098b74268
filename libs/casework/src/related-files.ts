import type { LedgerEvent } from '#libs/audit';
import type { CaseLink, GrantCapacity } from '#libs/procedure';
import type { AgencyId, CaseFileId, PetitionId, UserId } from '#libs/shared';
import type { CaseRow } from './model.js';
import type { Tx } from './ports.js';

/** Where a file may go: an agency in force; one that is closed is answered by its successor. */
export interface Place {
  readonly agencyId: AgencyId;
  readonly provinceId: AgencyId;
  readonly remote: boolean;
  /** Who sees a protected file there: the resolver and the keepers of identities, no registrar. */
  readonly audience: readonly UserId[];
  /** Somebody of the audience may resolve it; the keepers of identities may not. */
  readonly resolved: boolean;
}

export interface NewLink {
  /** The younger file. */
  readonly fromCase: CaseFileId;
  readonly toCase: CaseFileId;
  readonly kind: CaseLink;
  readonly createdBy: string;
  readonly createdAt: string;
}

export interface NewGrant {
  readonly caseId: CaseFileId;
  readonly userId: UserId;
  readonly capacity: GrantCapacity;
  /** The person did not see the file before: taking the act back takes the sight back. */
  readonly added: boolean;
  readonly grantedBy: string;
  readonly grantedAt: string;
}

export interface Revocation {
  readonly caseId: CaseFileId;
  readonly userId: UserId;
  readonly revokedBy: string;
  readonly revokedAt: string;
}

/**
 * What one file does to another, and who else may read it: rows of the worker's transaction in which an effect is carried
 * out. Decides nothing. Left out on purpose: opening files and applying events, which casework does through `CaseFiles`.
 */
export abstract class RelatedFiles {
  /** The file with its row locked, and business time. */
  abstract lock(tx: Tx, caseId: CaseFileId): Promise<{ readonly row: CaseRow; readonly now: Date }>;

  /** For a file of the petition. `null`: no such agency, or closed without a successor. */
  abstract place(tx: Tx, agencyId: AgencyId, of: PetitionId): Promise<Place | null>;

  /** Files this one is told to tell, oldest first; links count both ways. */
  abstract relatives(tx: Tx, caseId: CaseFileId, to: 'parent' | 'children' | CaseLink): Promise<readonly CaseFileId[]>;

  abstract exists(tx: Tx, caseId: CaseFileId): Promise<boolean>;

  abstract link(tx: Tx, link: NewLink): Promise<void>;

  /** Of these, the accounts in use. */
  abstract activeUsers(tx: Tx, users: readonly UserId[]): Promise<readonly UserId[]>;

  /** Ledger events that move no stage; the file's row is locked. */
  abstract record(tx: Tx, events: readonly LedgerEvent[]): Promise<void>;

  /** Exactly these people see the protected file from now on; its petition follows. */
  abstract share(tx: Tx, caseId: CaseFileId, people: readonly UserId[]): Promise<void>;

  /** Those people see the protected petition too. */
  abstract sharePetition(tx: Tx, petitionId: PetitionId, people: readonly UserId[]): Promise<void>;

  /** The agency reads the open petition whose file it has been given. */
  abstract showPetition(tx: Tx, petitionId: PetitionId, agencyId: AgencyId): Promise<void>;

  abstract grant(tx: Tx, grants: readonly NewGrant[]): Promise<void>;

  /** Grants that stand. */
  abstract granted(tx: Tx, caseId: CaseFileId): Promise<readonly NewGrant[]>;

  /** Ends the standing grants of one person on one file. */
  abstract revoke(tx: Tx, revocation: Revocation): Promise<void>;

  /** File, open clocks and open work pass to the agency; nobody of it has them yet. `people` see it where it is protected. */
  abstract move(tx: Tx, caseId: CaseFileId, to: { agencyId: AgencyId; people: readonly UserId[] }): Promise<void>;
}
