import type { Actor } from '#libs/access';
import { Sealer, type KeyVault } from '#libs/identity';
import { AppError, isSealedType, type AttachmentId, type PetitionId } from '#libs/shared';
import { uuidAt } from '../../ids.js';
import type {
  Attachments,
  BlobStore,
  CaseRecords,
  FileInspector,
  NewAttachment,
  Petitions,
  PetitionSummary,
  Tx,
  UnitOfWork,
} from '../../ports.js';
import { petitionNotFound, requireRegistrar } from '../../rights.js';
import { cleanText } from '../../text/clean-text.js';

export interface IncomingFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

export interface AttachmentPorts {
  readonly work: UnitOfWork;
  readonly petitions: Petitions;
  readonly attachments: Attachments;
  readonly records: CaseRecords;
  readonly blobs: BlobStore;
  readonly inspector: FileInspector;
  readonly vault: KeyVault;
}

const MAX_FILES = 10;
const stateSecret = (): AppError =>
  new AppError({
    code: 'INTAKE.STATE_SECRET',
    status: 409,
    title: 'Không nhận tệp của đơn này',
    detail:
      'Nội dung thuộc bí mật nhà nước: hệ thống này chỉ ghi nơi lưu. Tài liệu được giữ theo quy định về bảo vệ bí mật nhà nước.',
  });

/** Keeps what came with a petition. Files of a sealed petition are encrypted with a key of their own before they are stored. */
export class AttachFiles {
  private readonly sealer: Sealer;

  constructor(private readonly ports: AttachmentPorts) {
    this.sealer = new Sealer(ports.vault);
  }

  get acceptedTypes(): readonly string[] {
    return this.ports.inspector.acceptedTypes;
  }

  /** @throws AppError where this person may not add files to this petition. Asked before bytes are taken in. */
  async check(actor: Actor, petitionId: PetitionId): Promise<void> {
    requireRegistrar(actor);
    await this.ports.work.run(actor, async (tx) => {
      const petition = await this.ports.petitions.find(tx, petitionId);
      if (!petition || petition.voided) throw petitionNotFound();
      if (await this.ports.attachments.refusesFiles(tx, petitionId)) throw stateSecret();
    });
  }

  /**
   * All files or none. Bytes are stored first: a blob without a row is harmless, a row without a blob is not. `alongWith` is
   * committed together with the rows, and takes them back when it throws.
   */
  async execute(
    actor: Actor,
    petitionId: PetitionId,
    files: readonly IncomingFile[],
    alongWith?: (tx: Tx, ids: readonly AttachmentId[]) => Promise<void>,
  ): Promise<readonly NewAttachment[]> {
    requireRegistrar(actor);
    if (files.length > MAX_FILES)
      throw new AppError({
        code: 'FILE.TOO_MANY',
        status: 422,
        title: 'Quá nhiều tệp',
        detail: `Mỗi lần tải lên nhiều nhất ${MAX_FILES} tệp.`,
      });
    const named = files.map((file) => ({ ...file, fileName: cleanName(file.fileName) }));
    const seen = await Promise.all(
      named.map(({ fileName, bytes }) => this.ports.inspector.inspect({ name: fileName, bytes })),
    );
    return this.ports.work.run(actor, async (tx) => {
      const petition = await this.ports.petitions.find(tx, petitionId);
      if (!petition || petition.voided) throw petitionNotFound();
      if (await this.ports.attachments.refusesFiles(tx, petitionId)) throw stateSecret();
      const now = await this.ports.petitions.now(tx);
      const rows: NewAttachment[] = [];
      for (const [i, { mediaType, bytes }] of seen.entries()) {
        const file = { fileName: named[i]?.fileName ?? '', bytes };
        rows.push(await this.store(petition, { file, mediaType, actor, now }));
      }
      await this.ports.attachments.insert(tx, rows);
      await alongWith?.(
        tx,
        rows.map(({ id }) => id),
      );
      const { caseFileId } = petition;
      if (caseFileId)
        await this.ports.records.record(
          tx,
          actor,
          rows.map((row) => ({
            caseFileId,
            type: 'ATTACHMENT_ADDED' as const,
            facts: { attachmentId: row.id, sha256: row.sha256.toString('hex'), mediaType: row.mediaType },
          })),
        );
      return rows;
    });
  }

  private async store(
    petition: PetitionSummary,
    {
      file,
      mediaType,
      actor,
      now,
    }: { readonly file: IncomingFile; readonly mediaType: string; readonly actor: Actor; readonly now: Date },
  ): Promise<NewAttachment> {
    const id = uuidAt<AttachmentId>(now);
    const sealed = isSealedType(petition.type);
    // The wrapped key of the bytes sits inside the sealed name: two things that open only together.
    const body = sealed
      ? await this.sealer.sealBytes({ table: 'attachment', recordId: `${id}/bytes` }, file.bytes)
      : null;
    const name = body
      ? await this.sealer.seal(
          { table: 'attachment', recordId: id },
          { fileName: file.fileName, bytesKey: body.sealedKey.toString('base64') },
        )
      : null;
    const blob = await this.ports.blobs.put(body?.sealed ?? file.bytes);
    return {
      id,
      petitionId: petition.id,
      caseFileId: petition.caseFileId,
      agencyId: petition.agencyId,
      visibleTo: petition.visibleTo,
      fileName: sealed ? null : file.fileName,
      mediaType,
      sizeBytes: file.bytes.length,
      sha256: blob.sha256,
      blobKey: blob.key,
      sealed: name?.sealed ?? null,
      sealedKey: name?.sealedKey ?? null,
      uploadedBy: actor.userId,
    };
  }
}

function cleanName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const cleaned = cleanText(base, { label: 'Tên tệp', maxLength: 200 });
  if (cleaned.ok) return cleaned.value ?? 'tài liệu';
  throw new AppError({
    code: cleaned.error.code,
    status: 422,
    title: 'Tên tệp không hợp lệ',
    detail: cleaned.error.message,
  });
}
