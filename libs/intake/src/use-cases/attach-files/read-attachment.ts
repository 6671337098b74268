import type { Actor } from '#libs/access';
import { Sealer } from '#libs/identity';
import { AppError, type AttachmentId, type PetitionId } from '#libs/shared';
import type { StoredAttachment, StoredCopy } from '../../ports.js';
import type { AttachmentPorts } from './attach-files.js';

export interface OpenedAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

type ReadingPorts = Pick<AttachmentPorts, 'work' | 'attachments' | 'blobs' | 'vault'>;

/**
 * Reads a file back. Who sees the petition sees its files; of a sealed one they see the redacted working copy, and the original
 * only after `original` was asked for by who has written the reading into the file's ledger.
 */
export class ReadAttachment {
  private readonly sealer: Sealer;

  constructor(private readonly ports: ReadingPorts) {
    this.sealer = new Sealer(ports.vault);
  }

  /** @throws AppError 404; 409 for a sealed file without a working copy. */
  async execute(actor: Actor, petitionId: PetitionId, attachmentId: AttachmentId): Promise<OpenedAttachment> {
    const found = await this.find(actor, petitionId, attachmentId);
    if (!found.sealed)
      return { fileName: found.fileName ?? 'tài liệu', mediaType: found.mediaType, bytes: await this.stored(found) };
    if (!found.workingCopy) throw noCopy();
    return this.copy(found.workingCopy);
  }

  /** @throws AppError 404 */
  async find(actor: Actor, petitionId: PetitionId, attachmentId: AttachmentId): Promise<StoredAttachment> {
    const found = await this.ports.work.run(actor, async (tx) => {
      const all = await this.ports.attachments.ofPetition(tx, petitionId);
      return all.find(({ id }) => id === attachmentId) ?? null;
    });
    if (found) return found;
    throw new AppError({
      code: 'INTAKE.ATTACHMENT_NOT_FOUND',
      status: 404,
      title: 'Không tìm thấy tài liệu',
      detail: 'Tài liệu không có hoặc không thuộc phạm vi được xem.',
    });
  }

  /** The sealed original. Call it only after the reading is in the ledger. */
  async original(found: StoredAttachment): Promise<OpenedAttachment> {
    const stored = await this.stored(found);
    const { fileName, bytesKey } = await this.sealer.open<{ fileName: string; bytesKey: string }>(
      { table: 'attachment', recordId: found.id },
      { sealed: found.sealed as Buffer, sealedKey: found.sealedKey as Buffer },
    );
    const bytes = await this.sealer.openBytes(
      { table: 'attachment', recordId: `${found.id}/bytes` },
      { sealed: stored, sealedKey: Buffer.from(bytesKey, 'base64') },
    );
    return { fileName, mediaType: found.mediaType, bytes };
  }

  private stored({ blobKey }: Pick<StoredAttachment, 'blobKey'>): Promise<Buffer> {
    return this.ports.blobs.get(blobKey);
  }

  private async copy({ id, rev, mediaType, blobKey, sealedKey }: StoredCopy): Promise<OpenedAttachment> {
    const sealed = await this.ports.blobs.get(blobKey);
    const bytes = await this.sealer.openBytes({ table: 'attachment_copy', recordId: id }, { sealed, sealedKey });
    return { fileName: `ban-lam-viec-${rev}.${mediaType === 'application/pdf' ? 'pdf' : 'jpg'}`, mediaType, bytes };
  }
}

const noCopy = (): AppError =>
  new AppError({
    code: 'INTAKE.ORIGINAL_SEALED',
    status: 409,
    title: 'Tài liệu được bảo mật',
    detail:
      'Chưa có bản làm việc đã che thông tin người tố cáo. Mở bản gốc là một lần đọc thông tin người tố cáo, phải nêu mục đích và được ghi nhật ký (LTC Đ.56).',
  });
