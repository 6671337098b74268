export { standardTemplate } from './docx-template.js';
export { fillDocx, tagName } from './fill-docx.js';
export { type HeadNotice, headNoticePdf } from './head-notice.js';
export { missingGlyphs } from './glyphs.js';
export { docxText } from './read-back.js';
export { formProblems, namesOf } from './form-problems.js';
export { formInForce, formVersions } from './in-force.js';
export {
  dateLine,
  headPosition,
  issuerLines,
  MOTTO,
  NATION,
  numberSuffix,
  signatureLines,
  type Signer,
} from './letterhead.js';
export { standardPdf } from './pdf-layout.js';
export { type PdfMadeFrom, renderDocx, type RenderOptions, renderPdf } from './render.js';
export { sampleFilled, sampleTyped } from './sample.js';
export { OfficeConverter } from './soffice.js';
export { headHeights, heightOf } from './sheet-heights.js';
export {
  printSheet,
  SHEET_MARGIN,
  type Sheet,
  type SheetFormat,
  type SheetHead,
  type SheetRow,
  type SheetText,
} from './sheet.js';
export {
  fieldsOf,
  fill,
  type FilledPaper,
  isList,
  openPart,
  type PaperFrame,
  type PaperValues,
  recipientLines,
  ROW_NUMBER,
  STANDING,
  type Subject,
  type TypedValues,
  withNumber,
} from './values.js';
export { sumsOf, SUMS, zipFiles, zipWithSums, type ZippedFile } from './zip-files.js';
export { plainDocx, type PlainText } from './plain-docx.js';
