import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { QR_DESCRIPTION } from './docx-template.js';
import { DOTS } from './letterhead.js';
import { qrPng } from './qr.js';
import { type FieldValue, type FilledPaper, numbered, type PaperValues, type Row, STANDING } from './values.js';

/** Where a value breaks its line the paragraph ends and another of the same form begins. */
const BREAK = '\uE000';
const LINE_END = /\r\n?|\n/gu;

/** One spelling of a placeholder, however Word or the keyboard composed it. */
export const tagName = (raw: string): string =>
  raw
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();

const has = (value: FieldValue | undefined): boolean => value != null && value.length > 0;

/** `{#có X}` asks whether X is filled in; a list without rows prints one line of dots. */
function valueOf(values: PaperValues, name: string): unknown {
  if (Object.hasOwn(values, name)) {
    const value = values[name];
    if (typeof value === 'string') return value.replace(LINE_END, BREAK);
    return value ? numbered(value) : value;
  }
  return name.startsWith('có ') ? has(values[name.slice(3)]) : undefined;
}

const rowValue = (row: Row, name: string): string | undefined => row[name]?.replace(LINE_END, BREAK);

const PARAGRAPH = /<w:p[ >](?:(?!<w:p[ >])[\s\S])*?<\/w:p>/gu;
function splitParagraphs(xml: string): string {
  return xml.replace(PARAGRAPH, (whole) => {
    if (!whole.includes(BREAK)) return whole;
    const properties = /<w:pPr>[\s\S]*?<\/w:pPr>/u.exec(whole)?.[0] ?? '';
    return whole.replace(/<w:r[ >](?:(?!<w:r[ >])[\s\S])*?<\/w:r>/gu, (run) => {
      const look = /<w:rPr>[\s\S]*?<\/w:rPr>/u.exec(run)?.[0] ?? '';
      return run.replaceAll(BREAK, `</w:t></w:r></w:p><w:p>${properties}<w:r>${look}<w:t xml:space="preserve">`);
    });
  });
}

/** Puts the picture of the address where the template has its placeholder picture. */
function placeCode(zip: PizZip, address: string): void {
  const xml = zip.file('word/document.xml')?.asText() ?? '';
  const relations = zip.file('word/_rels/document.xml.rels')?.asText() ?? '';
  const drawing = xml.match(/<w:drawing>[\s\S]*?<\/w:drawing>/gu)?.find((one) => one.includes(QR_DESCRIPTION));
  const id = drawing && /r:embed="([^"]+)"/u.exec(drawing)?.[1];
  const relation = relations.match(/<Relationship [^>]*>/gu)?.find((one) => one.includes(`Id="${id}"`));
  const target = relation && /Target="([^"]+)"/u.exec(relation)?.[1];
  if (target) zip.file(`word/${target.replace(/^\/?(word\/)?/u, '')}`, qrPng(address));
}

/** Writes the values of a paper into a template: the standard one or one an agency edited. */
export async function fillDocx(template: Buffer, paper: FilledPaper): Promise<Buffer> {
  const zip = new PizZip(template);
  const document = new Docxtemplater(zip, {
    paragraphLoop: true,
    parser: (raw) => {
      const name = tagName(raw);
      return {
        get: (scope: unknown) =>
          scope === paper.values
            ? valueOf(paper.values, name)
            : scope && typeof scope === 'object'
              ? rowValue(scope as Row, name)
              : undefined,
      };
    },
    nullGetter: (part) => (part.module ? '' : DOTS),
  });
  document.render(paper.values);
  const filled = document.getZip() as PizZip;
  for (const file of filled.file(/^word\/(document|header\d*|footer\d*)\.xml$/u))
    filled.file(file.name, splitParagraphs(file.asText()));
  const address = paper.values[STANDING.lookup];
  if (typeof address === 'string') placeCode(filled, address);
  return filled.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
