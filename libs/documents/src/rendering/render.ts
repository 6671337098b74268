import { standardTemplate } from './docx-template.js';
import { fillDocx } from './fill-docx.js';
import { stampDocx } from './stamp-docx.js';
import { standardPdf } from './pdf-layout.js';
import type { OfficeConverter } from './soffice.js';
import type { FilledPaper } from './values.js';

export interface RenderOptions {
  readonly size?: 'A4' | 'A5';
  /** Template of the agency; the standard one where absent. */
  readonly template?: Buffer;
  /** Printed above the paper, e.g. that people were only practising. */
  readonly stamp?: string;
}
/** `document`: of the Word file itself, by LibreOffice. `standard`: the standard layout, drawn without it. */
export type PdfMadeFrom = 'document' | 'standard';

export async function renderDocx(paper: FilledPaper, options: RenderOptions = {}): Promise<Buffer> {
  const docx = await fillDocx(options.template ?? (await standardTemplate(paper.form, options.size)), paper);
  return options.stamp === undefined ? docx : stampDocx(docx, options.stamp);
}

/** PDF of a Word file that exists, or the standard layout where LibreOffice is missing or fails. */
export async function renderPdf(
  paper: FilledPaper,
  docx: Buffer,
  at: { readonly office: OfficeConverter; readonly size?: 'A4' | 'A5'; readonly stamp?: string },
): Promise<{ readonly bytes: Buffer; readonly from: PdfMadeFrom }> {
  const [converted] = await at.office.convert([docx]);
  if (converted) return { bytes: converted, from: 'document' };
  return { bytes: await standardPdf(paper, at.size, at.stamp), from: 'standard' };
}
