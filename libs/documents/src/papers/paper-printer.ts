import { createHash } from 'node:crypto';
import type { Actor } from '#libs/access';
import type { LocalDate } from '#libs/shared';
import type { FormDefinition } from '../form.js';
import { type FilledPaper, OfficeConverter, renderDocx, renderPdf } from '../rendering/index.js';
import { pageCount } from './pdf-facts.js';
import type { PaperSeal } from './paper-words.js';
import type { PaperBlobs, PaperContent, Papers, TemplateRow, Tx } from './papers.js';
import { templateOn } from './template-on.js';

export interface PrintedPaper {
  readonly bytes: Buffer;
  readonly madeFrom: PaperContent['madeFrom'];
}
export interface PrinterParts {
  readonly papers: Papers;
  readonly blobs: PaperBlobs;
  readonly seal: PaperSeal;
  /** What is printed above every paper at the moment; undefined: nothing. */
  readonly stamp?: () => Promise<string | undefined>;
  readonly office?: OfficeConverter;
}

/** Makes the bytes of papers and keeps those that must not change. */
export class PaperPrinter {
  private readonly office: OfficeConverter;

  constructor(private readonly parts: PrinterParts) {
    this.office = parts.office ?? new OfficeConverter();
  }

  /** The agency's own template for this version of the form, if one is in force on the day. */
  async templateFor(
    tx: Tx,
    form: FormDefinition,
    at: { readonly agencyId: TemplateRow['agencyId']; readonly day: LocalDate },
  ) {
    const all = await this.parts.papers.templates(tx, at.agencyId);
    return (
      templateOn(
        all.filter(({ agencyId }) => agencyId === at.agencyId),
        form,
        at.day,
      ) ?? null
    );
  }

  async docx(
    paper: FilledPaper,
    how: { readonly size: 'A4' | 'A5'; readonly template: TemplateRow | null },
  ): Promise<Buffer> {
    const template = how.template ? await this.parts.blobs.get(how.template.blobKey) : undefined;
    const stamp = await this.parts.stamp?.();
    return renderDocx(paper, { size: how.size, ...(template && { template }), ...(stamp && { stamp }) });
  }

  async pdf(paper: FilledPaper, docx: Buffer, size: 'A4' | 'A5'): Promise<PrintedPaper> {
    const stamp = await this.parts.stamp?.();
    const { bytes, from } = await renderPdf(paper, docx, { office: this.office, size, ...(stamp && { stamp }) });
    return { bytes, madeFrom: from };
  }

  /** Sealed, stored and written down; the copy that was there first stays. */
  async keep(
    tx: Tx,
    actor: Actor,
    {
      paperId,
      kind,
      bytes,
      madeFrom,
      signature = null,
    }: PrintedPaper & Pick<PaperContent, 'paperId' | 'kind'> & Partial<Pick<PaperContent, 'signature'>>,
  ): Promise<{ readonly kept: boolean; readonly sha256: Buffer }> {
    const { sealed, sealedKey } = await this.parts.seal.bytes(`${paperId}/${kind}`, bytes);
    const { key } = await this.parts.blobs.put(sealed);
    const sha256 = createHash('sha256').update(bytes).digest();
    const kept = await this.parts.papers.keep(tx, actor, {
      ...{ paperId, kind, madeFrom, sha256, signature },
      ...{ blobKey: key, bytesKey: sealedKey, sizeBytes: bytes.length },
      pages: kind === 'docx' ? null : pageCount(bytes),
    });
    return { kept, sha256 };
  }

  /** @throws where the stored bytes are no longer those that were kept. */
  async read({ paperId, kind, blobKey, bytesKey, sha256 }: PaperContent): Promise<Buffer> {
    const bytes = await this.parts.seal.openBytes(`${paperId}/${kind}`, {
      sealed: await this.parts.blobs.get(blobKey),
      sealedKey: bytesKey,
    });
    if (!createHash('sha256').update(bytes).digest().equals(sha256))
      throw new Error(`The copy ${kind} of ${paperId} was changed`);
    return bytes;
  }
}
