import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/access';
import { Sealer } from '#libs/identity';
import { AppError, type CaseFileId } from '#libs/shared';
import type { StoredAttachment } from '../../ports.js';
import type { AttachmentPorts } from './attach-files.js';

/** What the renderer made: pixels only, boxes burnt in. */
export interface RedactedFile {
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly pages: number;
  readonly boxes: number;
}

/** Keeps a redacted copy as what everybody sees of a sealed attachment from now on. The original and earlier copies stay. */
export class MakeWorkingCopy {
  private readonly sealer: Sealer;

  constructor(private readonly ports: Pick<AttachmentPorts, 'work' | 'attachments' | 'blobs' | 'vault' | 'records'>) {
    this.sealer = new Sealer(ports.vault);
  }

  /** @throws AppError 409 when somebody else has just made one. */
  async execute(
    actor: Actor,
    caseFileId: CaseFileId,
    { original, redacted }: { readonly original: StoredAttachment; readonly redacted: RedactedFile },
  ): Promise<void> {
    const id = randomUUID();
    const { sealed, sealedKey } = await this.sealer.sealBytes(
      { table: 'attachment_copy', recordId: id },
      redacted.bytes,
    );
    const blob = await this.ports.blobs.put(sealed);
    const rev = (original.workingCopy?.rev ?? 0) + 1;
    await this.ports.work.run(actor, async (tx) => {
      const kept = await this.ports.attachments.insertCopy(tx, {
        ...{ id, attachmentId: original.id, rev, mediaType: redacted.mediaType, sizeBytes: redacted.bytes.length },
        ...{ sha256: blob.sha256, blobKey: blob.key, sealedKey, pages: redacted.pages, boxes: redacted.boxes },
      });
      if (!kept) throw overtaken();
      const { pages, boxes } = redacted;
      await this.ports.records.record(tx, actor, [
        {
          caseFileId,
          type: 'WORKING_COPY_MADE',
          facts: { attachmentId: original.id, rev, pages, boxes, sha256: blob.key },
        },
      ]);
    });
  }
}

const overtaken = (): AppError =>
  new AppError({
    code: 'INTAKE.COPY_OVERTAKEN',
    status: 409,
    title: 'Vừa có bản làm việc mới',
    detail: 'Một người khác vừa lập bản làm việc của tài liệu này. Tải lại rồi xem có cần lập bản nữa không.',
  });
