import { spawn } from 'node:child_process';

const READ = `
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const parts = [];
for await (const part of process.stdin) parts.push(part);
const files = [];
for (const text of JSON.parse(Buffer.concat(parts).toString('utf8'))) {
  const data = new Uint8Array(Buffer.from(text, 'base64'));
  const file = await getDocument({ data, useSystemFonts: false, verbosity: 0 }).promise;
  const pages = [];
  for (let at = 1; at <= file.numPages; at += 1) {
    const { items } = await (await file.getPage(at)).getTextContent();
    pages.push(items.map((item) => item.str + (item.hasEOL ? ' ' : '')).join('').normalize('NFC'));
  }
  files.push(pages);
}
process.stdout.write(JSON.stringify(files));
`;

/** The words of each page of each file, as pdf.js reads them; a line ends with a blank. */
export function pdfPages(pdfs: readonly Buffer[]): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const reader = spawn(process.execPath, ['--input-type=module', '-e', READ], { stdio: ['pipe', 'pipe', 'inherit'] });
    const parts: Buffer[] = [];
    reader.stdout.on('data', (part: Buffer) => parts.push(part));
    reader.on('error', reject);
    reader.on('close', (code) =>
      code === 0
        ? resolve(JSON.parse(Buffer.concat(parts).toString('utf8')) as string[][])
        : reject(new Error(`pdf.js ended with ${code}`)),
    );
    reader.stdin.end(JSON.stringify(pdfs.map((pdf) => pdf.toString('base64'))));
  });
}

/** All words of a PDF with single blanks. */
export const pdfText = async (pdf: Buffer): Promise<string> =>
  ((await pdfPages([pdf]))[0] ?? []).join(' ').replace(/\s+/gu, ' ');
