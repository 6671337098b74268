import PizZip from 'pizzip';

const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The words of a Word file, a line for each paragraph. */
export function docxText(docx: Buffer): string {
  const zip = new PizZip(docx);
  return zip
    .file(/^word\/(document|header\d*|footer\d*)\.xml$/u)
    .flatMap((file) => file.asText().split('</w:p>'))
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map((match) => unescape(match[1] ?? '')).join(''),
    )
    .filter(Boolean)
    .join('\n');
}
