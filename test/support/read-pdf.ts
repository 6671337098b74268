import { spawn } from 'node:child_process';

const READ = `
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const parts = [];
for await (const part of process.stdin) parts.push(part);
const data = new Uint8Array(Buffer.concat(parts));
const file = await getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;
const pages = [];
for (let at = 1; at <= file.numPages; at += 1) {
  const { items } = await (await file.getPage(at)).getTextContent();
  pages.push(items.map((item) => item.str + (item.hasEOL ? ' ' : '')).join(''));
}
process.stdout.write(JSON.stringify(pages));
`;

/** The words of each page, as pdf.js reads them; a line ends with a blank. */
export function pdfPages(pdf: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const reader = spawn(process.execPath, ['--input-type=module', '-e', READ], { stdio: ['pipe', 'pipe', 'inherit'] });
    const parts: Buffer[] = [];
    reader.stdout.on('data', (part: Buffer) => parts.push(part));
    reader.on('error', reject);
    reader.on('close', (code) =>
      code === 0
        ? resolve(JSON.parse(Buffer.concat(parts).toString('utf8')) as string[])
        : reject(new Error(`pdf.js ended with ${code}`)),
    );
    reader.stdin.end(pdf);
  });
}

/** All words of a PDF with single blanks. */
export const pdfText = async (pdf: Buffer): Promise<string> =>
  (await pdfPages(pdf)).join(' ').normalize('NFC').replace(/\s+/gu, ' ');
