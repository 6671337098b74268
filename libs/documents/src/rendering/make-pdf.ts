import pdfMake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fontFolder, pdfFonts } from './fonts.js';

export const MM = 72 / 25.4;

/** A PDF with Tinos inside; nothing but its font files is read, nothing is fetched. */
export function makePdf(definition: TDocumentDefinitions): Promise<Buffer> {
  const folder = fontFolder();
  pdfMake.setFonts(pdfFonts());
  pdfMake.setLocalAccessPolicy((path) => path.startsWith(folder));
  pdfMake.setUrlAccessPolicy(() => false);
  return pdfMake.createPdf(definition).getBuffer();
}
