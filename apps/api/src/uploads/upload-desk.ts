import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '#libs/access';
import type { Exchange, PartialFiles } from '#libs/files';
import type { KeyVault } from '#libs/identity';
import type { AttachFiles } from '#libs/intake';
import type { PostgresUploads, UploadRow } from '#libs/persistence';
import { AppError, type AttachmentId, isUuid, type PetitionId } from '#libs/shared';
import { iso } from '../http/labels.js';
import { notFound } from '../http/id-param.js';
import type { PetitionDesk } from '../petitions/petition-desk.js';
import type { AttachmentDto } from '../petitions/petition.dto.js';
import type { FinishUploadDto, OpenUploadListDto } from './upload.dto.js';

export interface UploadDeskParts {
  readonly files: PartialFiles;
  readonly uploads: PostgresUploads;
  readonly attachFiles: AttachFiles;
  readonly petitions: PetitionDesk;
  readonly vault: KeyVault;
  readonly maxBytes: number;
}

/** Begun and not finished, per person: enough for any petition, too few to fill the disk. */
const OPEN_MAX = 30;
const KEY_BYTES = 32;
const aadOf = (id: string): Buffer => Buffer.from(`nghe-dan/upload/${id}`, 'utf8');
const refused = (status: number, code: string, title: string, detail: string): AppError =>
  new AppError({ status, code, title, detail });

/** Files that come a piece at a time, and what they become: the same attachment, by the same service, as one sent at once. */
export class UploadDesk {
  constructor(private readonly parts: UploadDeskParts) {}

  /** The first request of the protocol: says for which petition and how long; the answer names the upload. */
  async begin(actor: Actor, exchange: Exchange): Promise<void> {
    const { uploads, files, vault, attachFiles } = this.parts;
    const { headers } = exchange.request;
    const petitionId = petitionOf(String(headers['upload-metadata'] ?? '')) as PetitionId;
    const sizeBytes = this.sizeOf(headers['upload-length']);
    await attachFiles.check(actor, petitionId);
    if ((await uploads.open(actor)).length >= OPEN_MAX)
      throw refused(
        409,
        'UPLOAD.TOO_MANY_OPEN',
        'Còn quá nhiều tệp tải dở',
        `Đang có ${OPEN_MAX} tệp tải dở; hãy tải nốt hoặc hủy bớt rồi thử lại.`,
      );
    const id = randomUUID();
    const key = randomBytes(KEY_BYTES);
    await uploads.create(actor, { id, petitionId, sizeBytes, sealedKey: await vault.wrap(key, aadOf(id)) });
    await files.handle({ id, key }, exchange);
  }

  /** `HEAD` asks how much has come, `PATCH` brings more. */
  async goOn(actor: Actor, id: string, exchange: Exchange): Promise<void> {
    const row = await this.own(actor, id);
    if (row.attachmentId) throw notFound('Tệp này đã tải xong.');
    // The protocol would answer that this server cannot do it; it is the sender who has to leave it.
    if (exchange.request.headers['upload-length'] !== undefined)
      throw refused(400, 'UPLOAD.LENGTH_SAID', 'Không tải tiếp được', 'Độ dài tệp đã báo khi bắt đầu, không báo lại.');
    await this.parts.files.handle({ id, key: await this.keyOf(row) }, exchange);
  }

  async open(actor: Actor): Promise<OpenUploadListDto> {
    const rows = await this.parts.uploads.open(actor);
    const items = await Promise.all(
      rows.map(async ({ id, petitionId, sizeBytes, createdAt }) => ({
        ...{ id, petitionId, sizeBytes, createdAt: iso(createdAt) },
        receivedBytes: (await this.parts.files.sizeOf(id)) ?? 0,
      })),
    );
    return { items };
  }

  /** Makes the attachment. Asked again it answers the same; what the rules refuse is dropped at once. */
  async finish(actor: Actor, id: string, { fileName, sha256 }: FinishUploadDto): Promise<AttachmentDto> {
    const row = await this.own(actor, id);
    if (row.attachmentId) return this.attachment(actor, row.petitionId, row.attachmentId);
    const bytes = await this.whole(row);
    if (sha256 !== undefined && createHash('sha256').update(bytes).digest('hex') !== sha256.toLowerCase()) {
      await this.drop(actor, id);
      throw refused(
        422,
        'UPLOAD.DIFFERENT_FILE',
        'Tệp nhận được không giống tệp đã chọn',
        'Phần tải trước và phần tải sau không cùng một tệp. Hãy chọn lại tệp và tải từ đầu.',
      );
    }
    return this.attach(actor, row, { fileName, bytes });
  }

  async drop(actor: Actor, id: string): Promise<void> {
    await this.own(actor, id);
    await this.parts.uploads.delete(actor, id);
    await this.parts.files.remove(id);
  }

  private async attach(
    actor: Actor,
    row: UploadRow,
    file: { fileName: string; bytes: Buffer },
  ): Promise<AttachmentDto> {
    const { uploads, attachFiles, files } = this.parts;
    let made: AttachmentId | undefined;
    try {
      await attachFiles.execute(actor, row.petitionId, [file], async (tx, [attachmentId]) => {
        const now = await uploads.lock(tx, row.id);
        if (!now || now.attachmentId || !attachmentId) throw new FinishedElsewhere();
        await uploads.settle(tx, row.id, attachmentId);
        made = attachmentId;
      });
    } catch (error) {
      if (error instanceof FinishedElsewhere) {
        const { attachmentId } = await this.own(actor, row.id);
        if (attachmentId) return this.attachment(actor, row.petitionId, attachmentId);
      }
      if (error instanceof AppError && (error.status === 422 || error.status === 413)) await this.drop(actor, row.id);
      throw error;
    }
    await files.remove(row.id);
    return this.attachment(actor, row.petitionId, made as AttachmentId);
  }

  private async attachment(actor: Actor, petitionId: PetitionId, id: AttachmentId): Promise<AttachmentDto> {
    const found = (await this.parts.petitions.attachments(actor, petitionId)).items.find((item) => item.id === id);
    if (!found) throw notFound();
    return found;
  }

  private async whole(row: UploadRow): Promise<Buffer> {
    const received = (await this.parts.files.sizeOf(row.id)) ?? 0;
    if (received === row.sizeBytes) return this.parts.files.read(row.id, await this.keyOf(row));
    throw refused(
      409,
      'UPLOAD.NOT_COMPLETE',
      'Tệp chưa tải xong',
      `Mới nhận ${received} trong ${row.sizeBytes} byte. Hãy tải nốt rồi thử lại.`,
    );
  }

  private async own(actor: Actor, id: string): Promise<UploadRow> {
    const row = await this.parts.uploads.find(actor, id);
    if (!row) throw notFound('Không có lần tải lên này, hoặc nó là của người khác.');
    return row;
  }

  private keyOf({ id, sealedKey }: UploadRow): Promise<Buffer> {
    return this.parts.vault.unwrap(sealedKey, aadOf(id));
  }

  private sizeOf(header: string | string[] | undefined): number {
    const { maxBytes } = this.parts;
    if (typeof header !== 'string' || !/^[1-9]\d{0,11}$/.test(header))
      throw refused(400, 'UPLOAD.LENGTH', 'Thiếu độ dài tệp', 'Tiêu đề Upload-Length phải là số byte của cả tệp.');
    if (Number(header) <= maxBytes) return Number(header);
    const megabytes = Math.round(maxBytes / 1024 / 1024);
    throw refused(413, 'FILE.TOO_LARGE', 'Tệp quá lớn', `Mỗi tệp không quá ${megabytes} MB.`);
  }
}

class FinishedElsewhere extends Error {}

/** `Upload-Metadata: petitionId BASE64`, other pairs are not looked at. @throws 400 */
function petitionOf(metadata: string): string {
  const pair = metadata
    .split(',')
    .map((part) => part.trim().split(' '))
    .find(([name]) => name === 'petitionId');
  const id = Buffer.from(pair?.[1] ?? '', 'base64')
    .toString('utf8')
    .toLowerCase();
  if (isUuid(id)) return id;
  throw refused(
    400,
    'UPLOAD.PETITION',
    'Thiếu đơn của tệp',
    'Tiêu đề Upload-Metadata phải có petitionId, mã của đơn, viết dạng base64.',
  );
}
