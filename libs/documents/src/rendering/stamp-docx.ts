import PizZip from 'pizzip';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const paragraph = (text: string): string =>
  `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:color w:val="B42318"/><w:sz w:val="36"/></w:rPr><w:t>${escaped(text)}</w:t></w:r></w:p>`;

/** The words in red above everything else on the paper. */
export function stampDocx(docx: Buffer, text: string): Buffer {
  const zip = new PizZip(docx);
  const part = zip.file('word/document.xml');
  if (!part) return docx;
  zip.file(
    'word/document.xml',
    part.asText().replace(/<w:body>/, (body) => `${body}${paragraph(text)}`),
  );
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
