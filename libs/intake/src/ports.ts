import type { AnyActor } from '#libs/access';
import type { OpenCommand } from '#libs/casework';
import type { AgencyId, AttachmentId, CaseEventId, CaseFileId, ImportBatchId, JsonObject, LocalDate, PetitionId, PetitionerId, PetitionType, UserId } from '#libs/shared';
import type { Sex } from './person/personal-id.js';
import type { Channel } from './register/vocabulary.js';

/** An open transaction of the persistence adapter, its actor set. Passed on, never looked into. */
export type Tx = object;

/** Opens a transaction as an actor; anything thrown rolls all of it back. */
export abstract class UnitOfWork {
  abstract run<T>(actor: AnyActor, work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface OpenedCase {
  readonly petitionId: PetitionId;
  readonly caseFileId: CaseFileId;
  /** Last day of the petition-handling limit; null where the rules give no number. */
  readonly handlingDeadline: LocalDate | null;
}

/** Opens files in the registering transaction (casework). */
export abstract class CaseOpener {
  /** A file per command, with its ledger event and deadlines. Answers in the order of the commands. */
  abstract open(tx: Tx, actor: AnyActor, commands: readonly OpenCommand[]): Promise<readonly OpenedCase[]>;
}

export type RecordType = 'PETITION_LINKED' | 'ATTACHMENT_ADDED' | 'PETITION_VOIDED';

export interface CaseRecord {
  /** Chosen by the caller where words are sealed under it; otherwise given when written. */
  readonly eventId?: CaseEventId;
  readonly caseFileId: CaseFileId;
  readonly type: RecordType;
  /** Ids, findings and commitments only. */
  readonly facts: JsonObject;
  /** Words typed with it: kept beside the ledger, sealed for protected files. The ledger gets their commitment. */
  readonly words?: CaseWords | undefined;
}

/** Bytes are written `\x…` as PostgreSQL does. */
export interface CaseWords {
  readonly field: string;
  readonly salt: string;
  readonly text: string | null;
  readonly sealed: string | null;
  readonly sealedKey: string | null;
}

/** Ledger events of intake's own acts on a file that registration has opened. They move no stage. */
export abstract class CaseRecords {
  /** @returns files that have moved on since they were opened; `void` refuses them. Locks the files. */
  abstract movedOn(tx: Tx, caseFileIds: readonly CaseFileId[]): Promise<readonly CaseFileId[]>;
  /** Writes the events; with `close` the files end with outcome `voided` and their clocks are void. */
  abstract record(tx: Tx, actor: AnyActor, records: readonly CaseRecord[], options?: { readonly close: boolean }): Promise<void>;
}

export interface Agency {
  readonly id: AgencyId;
  readonly code: string;
  readonly name: string;
  readonly provinceId: AgencyId;
  readonly remote: boolean;
}

/** One row of `petition`, before its case file exists. */
export interface NewPetition {
  readonly id: PetitionId;
  readonly agencyId: AgencyId;
  readonly provinceId: AgencyId;
  readonly visibleTo: readonly UserId[] | null;
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
  abstract takeNumbers(tx: Tx, counter: { readonly agencyId: AgencyId; readonly year: number; readonly series: string }, count: number): Promise<number>;
  /** Series of an old book of which none of these numbers is taken: `old-book`, then `old-book-2` … */
  abstract freeOldSeries(tx: Tx, book: { readonly agencyId: AgencyId; readonly year: number; readonly numbers: readonly number[] }): Promise<string>;
  abstract insert(tx: Tx, petitions: readonly NewPetition[], petitioners: readonly NewPetitioner[]): Promise<void>;
  abstract setCaseFiles(tx: Tx, opened: readonly OpenedCase[]): Promise<void>;
  abstract find(tx: Tx, id: PetitionId): Promise<PetitionSummary | null>;
  abstract void(tx: Tx, ids: readonly PetitionId[], why: { readonly at: Date; readonly reasonCode: string; readonly reason: string | null }): Promise<void>;
  abstract link(tx: Tx, link: PetitionLink): Promise<void>;
  /** Looks past the actor's scope; see `ResendCandidate` for what it may tell. */
  abstract resendCandidates(tx: Tx, keys: ResendKeys): Promise<readonly ResendCandidate[]>;
  /** Code of the one current commune with this folded name in the province; null when there are none or several. */
  abstract unitCode(tx: Tx, place: { readonly provinceId: AgencyId; readonly commune: string; readonly on: LocalDate }): Promise<string | null>;
  /** Who may see a sealed petition besides its registrar: the resolver and the custodians of the agency. */
  abstract sealedAudience(tx: Tx, agencyId: AgencyId, options: { readonly denouncesHead: boolean }): Promise<readonly UserId[]>;
}

export interface PetitionLink {
  readonly from: PetitionId;
  readonly to: PetitionId;
  readonly kind: 'resend' | 'duplicate' | 'not-resend';
  readonly score: number | null;
  readonly decidedBy: UserId;
  readonly decidedAt: Date;
}

/** Answers already given under an Idempotency-Key. Holds the petition's id only. */
export abstract class RegistrationKeys {
  abstract find(tx: Tx, key: { readonly actorId: UserId; readonly key: string }): Promise<{ readonly requestHash: Buffer; readonly petitionId: PetitionId } | null>;
  /** False when another transaction has taken the key. */
  abstract keep(tx: Tx, entry: { readonly actorId: UserId; readonly key: string; readonly requestHash: Buffer; readonly petitionId: PetitionId }): Promise<boolean>;
}

export type ImportState = 'reading' | 'ready' | 'importing' | 'done' | 'cancelled' | 'failed' | 'undone';

export interface ImportBatch {
  readonly id: ImportBatchId;
  readonly agencyId: AgencyId;
  readonly agencyCode: string;
  readonly createdBy: UserId;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly state: ImportState;
  readonly totalRows: number;
  readonly doneRows: number;
  readonly registered: number;
  readonly attention: number;
  readonly undoneAt: Date | null;
  readonly undoReason: string | null;
}

/** One row of `import_row`: fields and codes, never values. */
export interface ImportRowRecord {
  readonly row: number;
  readonly petitionId: PetitionId | null;
  readonly state: 'registered' | 'attention';
  readonly faults: readonly { readonly field: string; readonly code: string; readonly severity: string }[];
  readonly encoding: string | null;
  readonly ofRow: number | null;
  readonly score: number | null;
}

/** Batches of imported registers. */
export abstract class Imports {
  abstract create(tx: Tx, batch: { readonly id: ImportBatchId; readonly agencyId: AgencyId; readonly createdBy: UserId; readonly createdAt: Date; readonly fileSha256: Buffer; readonly totalRows: number }): Promise<void>;
  abstract find(tx: Tx, id: ImportBatchId): Promise<ImportBatch | null>;
  abstract list(tx: Tx, limit: number): Promise<readonly ImportBatch[]>;
  /** A batch of the same file in the agency that is done and not undone. */
  abstract sameFile(tx: Tx, agencyId: AgencyId, fileSha256: Buffer): Promise<ImportBatchId | null>;
  /** Moves the state if it is one of `from`; false otherwise. */
  abstract move(tx: Tx, id: ImportBatchId, change: { readonly from: readonly ImportState[]; readonly to: ImportState; readonly doneRows?: number }): Promise<boolean>;
  /** Seen by others at once, because it runs outside the import's own transaction. */
  abstract progress(actor: AnyActor, id: ImportBatchId, doneRows: number): Promise<{ readonly cancelled: boolean }>;
  /** Held to the end of the transaction; false while another process imports the batch. */
  abstract claim(tx: Tx, id: ImportBatchId): Promise<boolean>;
  abstract addRows(tx: Tx, id: ImportBatchId, rows: readonly ImportRowRecord[]): Promise<void>;
  abstract rows(tx: Tx, id: ImportBatchId): Promise<readonly ImportRowRecord[]>;
  abstract petitions(tx: Tx, id: ImportBatchId): Promise<readonly { readonly petitionId: PetitionId; readonly caseFileId: CaseFileId | null; readonly row: number; readonly sealed: boolean; readonly voided: boolean }[]>;
  abstract markUndone(tx: Tx, id: ImportBatchId, undo: { readonly at: Date; readonly by: UserId; readonly reason: string }): Promise<void>;
}

export interface NewAttachment {
  readonly id: AttachmentId;
  readonly petitionId: PetitionId;
  readonly caseFileId: CaseFileId | null;
  readonly agencyId: AgencyId;
  readonly visibleTo: readonly UserId[] | null;
  readonly fileName: string | null;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Of the stored bytes: of the ciphertext for a sealed attachment. */
  readonly sha256: Buffer;
  readonly blobKey: string;
  readonly sealed: Buffer | null;
  readonly sealedKey: Buffer | null;
  readonly uploadedBy: UserId;
}

export interface StoredAttachment extends NewAttachment {
  readonly uploadedAt: Date;
  readonly uploadedByName: string;
}

/** Rows of a register between its preview and its commit: sealed bytes by batch, gone after either ending. */
export abstract class ImportStaging {
  abstract keep(id: ImportBatchId, sealed: Buffer): Promise<void>;
  abstract read(id: ImportBatchId): Promise<Buffer | null>;
  abstract drop(id: ImportBatchId): Promise<void>;
}

export abstract class Attachments {
  abstract insert(tx: Tx, attachments: readonly NewAttachment[]): Promise<void>;
  abstract ofPetition(tx: Tx, petitionId: PetitionId): Promise<readonly StoredAttachment[]>;
}

export interface StoredBlob {
  /** Name of the blob: SHA-256 of its bytes, hexadecimal. */
  readonly key: string;
  readonly sha256: Buffer;
  readonly size: number;
}

/** Bytes by their hash. What is put can be read whole or not at all; a read proves the bytes. Left out: listing, renaming. */
export abstract class BlobStore {
  abstract put(bytes: Buffer): Promise<StoredBlob>;
  abstract get(key: string): Promise<Buffer>;
  abstract delete(key: string): Promise<void>;
}

export interface InspectedFile {
  readonly mediaType: string;
  readonly extension: string;
}

/** Tells what a file is by its bytes. @throws AppError in Vietnamese for programs, unknown types, infected or oversized files. */
export abstract class FileInspector {
  abstract get acceptedTypes(): readonly string[];
  abstract inspect(file: { readonly name: string; readonly bytes: Buffer }): Promise<InspectedFile>;
}
