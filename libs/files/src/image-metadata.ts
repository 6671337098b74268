import { crc32 } from 'node:zlib';

/** An image whose parts do not add up: what cannot be read cannot be cleaned. */
export class ImageBroken extends Error {
  constructor() {
    super('The image is cut short or its parts do not add up');
    this.name = 'ImageBroken';
  }
}

/**
 * The same picture without what the camera wrote beside it: place, time, device, thumbnail, comments. Pixels are not touched. What
 * a viewer needs to show it rightly stays: colour profile, and the orientation alone where it is not upright.
 * Other types come back as they are.
 *
 * @throws ImageBroken
 * @example withoutMetadata(photo, 'image/jpeg') // no GPS any more, still the right way up
 */
export function withoutMetadata(bytes: Buffer, mediaType: string): Buffer {
  if (mediaType === 'image/jpeg') return cleanJpeg(bytes);
  if (mediaType === 'image/png') return cleanPng(bytes);
  if (mediaType === 'image/webp') return cleanWebp(bytes);
  return bytes;
}

const [SOI, EOI, SOS, DQT, APP0, APP1, APP2, APP14, APP15, COM] = [
  0xd8, 0xd9, 0xda, 0xdb, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe,
] as const;
const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ICC = Buffer.from('ICC_PROFILE\0', 'latin1');
const startsWith = (bytes: Buffer, head: Buffer): boolean => bytes.subarray(0, head.length).equals(head);

/** Segments one after another; after the picture nothing is kept: phones hang further pictures and notes there. */
function cleanJpeg(bytes: Buffer): Buffer {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) throw new ImageBroken();
  const kept: Buffer[] = [];
  let orientation = 1;
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw new ImageBroken();
    if (marker === EOI) break;
    if (standsAlone(marker)) {
      at += 2;
      continue;
    }
    const end = at + 2 + lengthAt(bytes, at + 2);
    if (end > bytes.length) throw new ImageBroken();
    const body = bytes.subarray(at + 4, end);
    if (marker === APP1 && startsWith(body, EXIF))
      orientation = orientationOf(body.subarray(EXIF.length)) ?? orientation;
    if (staysInJpeg(marker, body)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker !== SOS) continue;
    const after = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, after));
    at = after;
    // A picture that is cut off in its last lines is still one.
    if (at >= bytes.length) break;
  }
  if (!kept.some((segment) => segment[1] === SOS)) throw new ImageBroken();
  const turned = orientation === 1 ? [] : [segmentOf(APP1, Buffer.concat([EXIF, orientationOnly(orientation)]))];
  const first = kept.findIndex((segment) => segment[1] !== APP0);
  return Buffer.concat([
    Buffer.of(0xff, SOI),
    ...kept.slice(0, first),
    ...turned,
    ...kept.slice(first),
    Buffer.of(0xff, EOI),
  ]);
}

const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= SOI);

function lengthAt(bytes: Buffer, at: number): number {
  if (at + 2 > bytes.length) throw new ImageBroken();
  const length = bytes.readUInt16BE(at);
  if (length < 2) throw new ImageBroken();
  return length;
}

/** JFIF, the colour profile and Adobe's note on colours are needed to show the picture; other notes are not. */
function staysInJpeg(marker: number, body: Buffer): boolean {
  if (marker === APP0) return startsWith(body, Buffer.from('JFIF\0', 'latin1'));
  if (marker === APP2) return startsWith(body, ICC);
  if (marker === APP14) return startsWith(body, Buffer.from('Adobe', 'latin1'));
  return marker !== COM && !(marker >= APP0 && marker <= APP15) && marker >= 0xc0 && marker <= DQT + 4;
}

/** Picture data run until a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length - 1; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] as number;
    if (next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)) continue;
    return at;
  }
  return bytes.length;
}

function segmentOf(marker: number, body: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const ORIENTATION = 0x0112;

/** The orientation of a TIFF header with its first directory; undefined where it has none or makes no sense. */
function orientationOf(tiff: Buffer): number | undefined {
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return undefined;
  const u16 = (at: number) =>
    at + 2 > tiff.length ? 0 : order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const u32 = (at: number) =>
    at + 4 > tiff.length ? 0 : order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  const directory = u32(4);
  for (let i = 0; i < Math.min(u16(directory), 512); i++) {
    const entry = directory + 2 + i * 12;
    if (u16(entry) !== ORIENTATION) continue;
    const value = u16(entry + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** A TIFF header whose only entry says which way is up. */
function orientationOnly(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What a viewer needs beside the critical chunks: colours, transparency, size, animation. */
const SHOWN = new Set(['tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT']);

function cleanPng(bytes: Buffer): Buffer {
  if (!startsWith(bytes, PNG)) throw new ImageBroken();
  const kept: Buffer[] = [PNG];
  for (let at = PNG.length; ;) {
    if (at + 12 > bytes.length) throw new ImageBroken();
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) throw new ImageBroken();
    const turned = type === 'eXIf' ? orientationOf(bytes.subarray(at + 8, end - 4)) : undefined;
    if (turned !== undefined && turned !== 1) kept.push(chunkOf('eXIf', orientationOnly(turned)));
    const isCritical = type[0] === type[0]?.toUpperCase();
    if (isCritical || SHOWN.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
    if (type === 'IEND') return Buffer.concat(kept);
  }
}

function chunkOf(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(body.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), named.length + 4);
  return chunk;
}

/** Chunks of a WebP that say how it looks; EXIF, XMP and unknown ones are left out, and the header no longer announces them. */
const WEBP_SHOWN = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const WEBP_NOTES = 0x0c;

function cleanWebp(bytes: Buffer): Buffer {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') throw new ImageBroken();
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > bytes.length) throw new ImageBroken();
    const type = bytes.toString('latin1', at, at + 4);
    const chunk = Buffer.from(bytes.subarray(at, Math.min(end, bytes.length)));
    if (type === 'VP8X' && size > 0) chunk.writeUInt8(chunk.readUInt8(8) & ~WEBP_NOTES, 8);
    if (WEBP_SHOWN.has(type)) kept.push(chunk);
    at = end;
  }
  if (kept.length === 0) throw new ImageBroken();
  const body = Buffer.concat(kept);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
