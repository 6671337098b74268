import { createHash } from 'node:crypto';
import PizZip from 'pizzip';

export interface ZippedFile {
  readonly name: string;
  readonly bytes: Buffer | string;
}
/** The list of sums that `sha256sum -c` reads. */
export const SUMS = 'SHA256SUMS';

/** Files in one archive. */
export function zipFiles(files: readonly ZippedFile[]): Buffer {
  const zip = new PizZip();
  for (const { name, bytes } of files) zip.file(name, bytes);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Files in one archive with the SHA-256 of each: `sha256sum -c SHA256SUMS` where it was unpacked checks them all. */
export const zipWithSums = (files: readonly ZippedFile[]): Buffer =>
  zipFiles([...files, { name: SUMS, bytes: sumsOf(files) }]);

export const sumsOf = (files: readonly ZippedFile[]): string =>
  files.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`).join('');
