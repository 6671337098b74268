import type { Actor } from '#libs/access';
import type { PageBoxes, PageRenderer } from '#libs/files';
import type { IdentityDesk, ReadingPurpose } from '#libs/identity';
import type { MakeWorkingCopy, OpenedAttachment, ReadAttachment, StoredAttachment } from '#libs/intake';
import { AppError, type AttachmentId, type PetitionId } from '#libs/shared';
import type { MakeWorkingCopyDto, OriginalPagesDto } from './secrecy.dto.js';

export interface OriginalsParts {
  readonly identity: IdentityDesk;
  readonly readAttachment: ReadAttachment;
  readonly makeWorkingCopy: MakeWorkingCopy;
  readonly renderer: PageRenderer;
}
interface Place {
  readonly petitionId: PetitionId;
  readonly attachmentId: AttachmentId;
}

const PARTS = 10_000;
const refused = (status: number, code: string, detail: string): AppError =>
  new AppError({ status, code, title: 'Tài liệu được bảo mật', detail });

/** Sealed originals: each opening is first an event of the file's ledger; and the redacted copies made from them. */
export class OriginalsDesk {
  constructor(private readonly parts: OriginalsParts) {}

  async open(actor: Actor, place: Place, purpose: ReadingPurpose): Promise<OpenedAttachment> {
    const found = await this.sealed(actor, place);
    await this.parts.identity.openingOriginal(actor, { ...place, purpose });
    return this.parts.readAttachment.original(found);
  }

  async pages(actor: Actor, place: Place, purpose: ReadingPurpose): Promise<OriginalPagesDto> {
    const { fileName, mediaType, bytes } = await this.open(actor, place, purpose);
    const pages = await this.parts.renderer.pages(bytes, mediaType);
    return {
      fileName,
      pages: pages.map(({ jpeg, ...page }) => ({ ...page, jpeg: Buffer.from(jpeg).toString('base64') })),
    };
  }

  /** Who may open the original may make its copy; the machine opens it here and nobody sees it. */
  async makeCopy(actor: Actor, place: Place, { pages, nothingToHide }: MakeWorkingCopyDto): Promise<void> {
    const found = await this.sealed(actor, place);
    const caseFileId = await this.parts.identity.fileToWriteOn(actor, place.petitionId);
    const boxes: PageBoxes[] = pages.map((page) => ({
      page: page.page,
      boxes: page.boxes.map(({ x, y, width, height }) => ({
        ...{ x: x / PARTS, y: y / PARTS, width: width / PARTS, height: height / PARTS },
      })),
    }));
    if (!boxes.some((page) => page.boxes.length > 0) && nothingToHide !== true)
      throw refused(
        422,
        'IDENTITY.NO_BOX',
        'Chưa vẽ ô che nào. Nếu tài liệu không có gì phải che, hãy xác nhận điều đó.',
      );
    const { bytes, mediaType } = await this.parts.readAttachment.original(found);
    const redacted = await this.parts.renderer.redact(bytes, mediaType, boxes);
    const whole = { ...redacted, bytes: Buffer.from(redacted.bytes) };
    await this.parts.makeWorkingCopy.execute(actor, caseFileId, { original: found, redacted: whole });
  }

  private async sealed(actor: Actor, { petitionId, attachmentId }: Place): Promise<StoredAttachment> {
    const found = await this.parts.readAttachment.find(actor, petitionId, attachmentId);
    if (found.sealed) return found;
    throw refused(409, 'IDENTITY.NOT_SEALED', 'Tài liệu này không thuộc diện bảo mật: tải về ngay ở đơn.');
  }
}
