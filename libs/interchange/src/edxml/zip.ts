import { inflateRawSync } from 'node:zlib';
import PizZip from 'pizzip';
import { refusedPackage } from './refusals.js';

/** What one file may unpack to, and how much smaller it may have been. */
const MAX_BYTES = 25 * 1024 * 1024;
const MAX_RATIO = 400;
const SMALL = 1024 * 1024;

interface RawEntry {
  readonly compressedSize: number;
  readonly compressionMethod: string;
  getCompressedContent(): Uint8Array;
}

/** One file, zipped; the same bytes every time. */
export function zipOf(name: string, bytes: Buffer): Buffer {
  const zip = new PizZip();
  zip.file(name, bytes, { binary: true, date: new Date('2000-01-01T00:00:00Z'), createFolders: false });
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The only file of an archive. What it says of its size is not believed: unpacking stops where it grows too large. */
export function onlyFileOf(archive: Buffer): { readonly name: string; readonly bytes: Buffer } {
  const entries = entriesOf(archive);
  const [entry] = entries;
  if (!entry || entries.length !== 1) throw refusedPackage('ZIP');
  if (entry.dir || /[\\/]|^\.+$/.test(entry.name) || entry.name.includes('\0')) throw refusedPackage('ZIP');
  const raw = (entry as unknown as { readonly _data: RawEntry })._data;
  const packed = Buffer.from(raw.getCompressedContent());
  if (raw.compressionMethod === '\x00\x00') return { name: entry.name, bytes: bounded(packed, packed.length) };
  if (raw.compressionMethod !== '\x08\x00') throw refusedPackage('ZIP');
  return { name: entry.name, bytes: bounded(inflated(packed), packed.length) };
}

function entriesOf(archive: Buffer) {
  try {
    return Object.values(new PizZip(archive).files);
  } catch (error) {
    throw refusedPackage('ZIP', { cause: error });
  }
}

function inflated(packed: Buffer): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: MAX_BYTES });
  } catch (error) {
    const large = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw refusedPackage(large ? 'ZIP_BOMB' : 'ZIP', { cause: error });
  }
}

function bounded(bytes: Buffer, packed: number): Buffer {
  if (bytes.length > MAX_BYTES || (bytes.length > SMALL && bytes.length > packed * MAX_RATIO))
    throw refusedPackage('ZIP_BOMB');
  return bytes;
}
