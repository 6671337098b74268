import type {
  AgencyId,
  CaseFileId,
  ImportBatchId,
  LocalDate,
  PetitionId,
  PetitionerId,
  PetitionType,
  UserId,
} from '#libs/shared';
import type { Sex } from '../person/personal-id.js';
import type { Channel } from '../register/vocabulary.js';
import type { OpenedCase, Tx } from './work.js';

export interface Agency {
  readonly id: AgencyId;
  readonly code: string;
  readonly name: string;
  /** `province`, `department`, `commune` or `unit` */
  readonly level: string;
  readonly provinceId: AgencyId;
  readonly remote: boolean;
}

/** One row of `petition`, before its case file exists. */
export interface NewPetition {
  readonly id: PetitionId;
  readonly agencyId: AgencyId;
  readonly provinceId: AgencyId;
  readonly visibleTo: readonly UserId[] | null;
  /** Denounces the head of the agency; never of an open one. */
  readonly pastHead: boolean;
  readonly type: PetitionType;
  readonly titleType: string | null;
  readonly channel: Channel;
  readonly forwarderKind: string | null;
  readonly forwarderName: string | null;
  readonly receivedOn: LocalDate;
  readonly registeredAt: Date;
  readonly registerYear: number;
  readonly registerSeries: string;
  readonly registerNumber: number;
  readonly registerLabel: string;
  readonly lookupHash: Buffer;
  readonly lookupSecretHash: Buffer | null;
  readonly field: string | null;
  readonly content: string | null;
  readonly contentFolded: string | null;
  readonly contentKey: readonly bigint[];
  readonly petitionerCount: number;
  readonly jointPetition: boolean;
  readonly respondent: string | null;
  readonly challengedDecision: string | null;
  readonly sealed: Buffer | null;
  readonly sealedKey: Buffer | null;
  /** Remark of an old register. */
  readonly note: string | null;
  readonly importBatchId: ImportBatchId | null;
  readonly resendOf: PetitionId | null;
  readonly createdBy: UserId;
}

/** One row of `petitioner`. */
export interface NewPetitioner {
  readonly id: PetitionerId;
  readonly petitionId: PetitionId;
  readonly agencyId: AgencyId;
  readonly provinceId: AgencyId;
  readonly visibleTo: readonly UserId[] | null;
  readonly ordinal: number;
  readonly role: PetitionerRole;
  readonly fullName: string | null;
  readonly nameFolded: string | null;
  readonly personalId: string | null;
  readonly personalIdKind: string | null;
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly phone: string | null;
  readonly address: string | null;
  /** Hamlet and commune, folded, without the district that units lost in 2025: equal for one household. */
  readonly addressFolded: string | null;
  readonly unitCode: string | null;
  readonly idIndex: Buffer | null;
  readonly nameIndex: Buffer | null;
  readonly sealed: Buffer | null;
  readonly sealedKey: Buffer | null;
}
export type PetitionerRole = 'petitioner' | 'representative' | 'authorized' | 'signatory';

/** Keys under which an earlier petition may be found. All are equality keys of indexes. */
export interface ResendKeys {
  readonly agencyId: AgencyId;
  readonly provinceId: AgencyId;
  readonly idIndexes: readonly Buffer[];
  readonly nameIndexes: readonly Buffer[];
  readonly addresses: readonly string[];
  readonly contentKeys: readonly bigint[];
  readonly sealedContentKeys: readonly bigint[];
  readonly exclude: PetitionId | null;
}

/** An earlier petition that shares a key. `petitionId` is null where the asker may not know which one it is. */
export interface ResendCandidate {
  readonly petitionId: PetitionId | null;
  readonly sealed: boolean;
  /** For a sealed candidate this is all there is: which keys met, and how many content bands of eight. */
  readonly idMet: boolean;
  readonly nameMet: boolean;
  readonly bandsMet: number;
  readonly type: PetitionType | null;
  readonly content: string | null;
  readonly parties: readonly CandidateParty[];
  readonly registerLabel: string | null;
  readonly receivedOn: LocalDate | null;
  readonly agencyName: string | null;
  readonly stage: string | null;
}

export interface CandidateParty {
  readonly name: string | null;
  readonly address: string | null;
  /** Which of the asked numbers it has, from 0; null when none of them. */
  readonly idPosition: number | null;
  /** Kind of the number it has; the number itself stays where it is. */
  readonly idKind: string | null;
}

/** What voiding, linking and attaching need to know of a petition the actor sees. */
export interface PetitionSummary {
  readonly id: PetitionId;
  readonly agencyId: AgencyId;
  readonly visibleTo: readonly UserId[] | null;
  readonly type: PetitionType;
  readonly registerNumber: number;
  readonly registerLabel: string;
  readonly receivedOn: LocalDate;
  readonly caseFileId: CaseFileId | null;
  /** Last day of the handling limit of its file, as it stands now. */
  readonly handlingDeadline: LocalDate | null;
  readonly resendOf: PetitionId | null;
  readonly registeredAt: Date;
  readonly createdBy: UserId;
  readonly voided: boolean;
}

/** The register of petitions. Every method runs in the caller's transaction and under the row scope of its actor. */
export abstract class Petitions {
  /** Business time of the transaction. */
  abstract now(tx: Tx): Promise<Date>;
  abstract agencyByCode(tx: Tx, code: string): Promise<Agency | null>;
  abstract agencyById(tx: Tx, id: AgencyId): Promise<Agency | null>;
  /**
   * Takes `count` numbers in a row and answers the first. The counter row stays locked until the transaction ends, so that a
   * rolled-back registration leaves no gap.
   */
  abstract takeNumbers(
    tx: Tx,
    counter: { readonly agencyId: AgencyId; readonly year: number; readonly series: string },
    count: number,
  ): Promise<number>;
  /** Series of an old book of which none of these numbers is taken: `old-book`, then `old-book-2` … */
  abstract freeOldSeries(
    tx: Tx,
    book: { readonly agencyId: AgencyId; readonly year: number; readonly numbers: readonly number[] },
  ): Promise<string>;
  abstract insert(tx: Tx, petitions: readonly NewPetition[], petitioners: readonly NewPetitioner[]): Promise<void>;
  abstract setCaseFiles(tx: Tx, opened: readonly OpenedCase[]): Promise<void>;
  abstract find(tx: Tx, id: PetitionId): Promise<PetitionSummary | null>;
  abstract void(
    tx: Tx,
    ids: readonly PetitionId[],
    why: { readonly at: Date; readonly reasonCode: string; readonly reason: string | null },
  ): Promise<void>;
  abstract link(tx: Tx, link: PetitionLink): Promise<void>;
  /** Looks past the actor's scope; see `ResendCandidate` for what it may tell. */
  abstract resendCandidates(tx: Tx, keys: ResendKeys): Promise<readonly ResendCandidate[]>;
  /** Code of the one current commune with this folded name in the province; null when there are none or several. */
  abstract unitCode(
    tx: Tx,
    place: { readonly provinceId: AgencyId; readonly commune: string; readonly on: LocalDate },
  ): Promise<string | null>;
  /** Whether matters of these units, received there on the day, are of a remote area by the list that is kept. */
  abstract remoteByDefault(
    tx: Tx,
    place: { readonly agencyId: AgencyId; readonly units: readonly string[]; readonly on: LocalDate },
  ): Promise<boolean>;
  /** Who may see a sealed petition besides its registrar: the resolver and the custodians of the agency. */
  abstract sealedAudience(
    tx: Tx,
    agencyId: AgencyId,
    options: { readonly denouncesHead: boolean },
  ): Promise<readonly UserId[]>;
}

export interface PetitionLink {
  readonly from: PetitionId;
  readonly to: PetitionId;
  readonly kind: 'resend' | 'duplicate' | 'split' | 'not-resend';
  readonly score: number | null;
  readonly decidedBy: UserId;
  readonly decidedAt: Date;
}

/** Answers already given under an Idempotency-Key. Holds the petition's id only. */
export abstract class RegistrationKeys {
  abstract find(
    tx: Tx,
    key: { readonly actorId: UserId; readonly key: string },
  ): Promise<{ readonly requestHash: Buffer; readonly petitionId: PetitionId } | null>;
  /** False when another transaction has taken the key. */
  abstract keep(
    tx: Tx,
    entry: {
      readonly actorId: UserId;
      readonly key: string;
      readonly requestHash: Buffer;
      readonly petitionId: PetitionId;
    },
  ): Promise<boolean>;
}
