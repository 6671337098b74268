import type { AgencyId, AttachmentId, CaseFileId, PetitionId, UserId } from '#libs/shared';
import type { Tx } from './work.js';

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
  /** What is shown in place of a sealed original. */
  readonly workingCopy: StoredCopy | null;
}

/** A redacted copy: pages as pixels. Sealed like the original, because it says what is denounced. */
export interface NewCopy {
  readonly id: string;
  readonly attachmentId: AttachmentId;
  readonly rev: number;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** Of the stored bytes. */
  readonly sha256: Buffer;
  readonly blobKey: string;
  readonly sealedKey: Buffer;
  readonly pages: number;
  readonly boxes: number;
}
export type StoredCopy = Pick<NewCopy, 'id' | 'rev' | 'mediaType' | 'sizeBytes' | 'blobKey' | 'sealedKey'>;

export abstract class Attachments {
  abstract insert(tx: Tx, attachments: readonly NewAttachment[]): Promise<void>;
  abstract ofPetition(tx: Tx, petitionId: PetitionId): Promise<readonly StoredAttachment[]>;
  /** Of a petition whose content is a state secret nothing is kept here but where it lies. */
  abstract refusesFiles(tx: Tx, petitionId: PetitionId): Promise<boolean>;
  /** False where somebody else has just made that revision. */
  abstract insertCopy(tx: Tx, copy: NewCopy): Promise<boolean>;
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
  /** What is to be kept: the same picture without place, time and device, any other type as it came. */
  readonly bytes: Buffer;
}

/** Tells what a file is by its bytes and takes from pictures what the camera wrote beside them. @throws AppError in Vietnamese for programs, unknown types, infected or oversized files. */
export abstract class FileInspector {
  abstract get acceptedTypes(): readonly string[];
  abstract inspect(file: { readonly name: string; readonly bytes: Buffer }): Promise<InspectedFile>;
}
