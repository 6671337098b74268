import { inflateRawSync, inflateSync } from 'node:zlib';

/** Words that occur nowhere but in what a denouncer's paper says of them, by the field they stand in. */
export const PERSON = {
  fullName: 'Trịnh Kwyjibo Lan',
  personalId: '079185909090',
  phone: '0987001122',
  address: 'Ngõ Zyxwvut 7, xã Tân Thành',
  birthDate: '1911-11-19',
};
export const EMAIL = 'kwyjibo.lan@zyxwvut.example';
/** Who made the file, as its metadata say. */
export const AUTHOR = 'Xylograf Đặng';
export const IDENTITY_MARKS = [
  ...['Trịnh Kwyjibo Lan', 'Kwyjibo', '079185909090', '0987001122', 'Ngõ Zyxwvut', 'Zyxwvut'],
  ...['1911-11-19', '19/11/1911', 'Xylograf'],
];
/** What is denounced, and what officers type about it. */
export const CONTENT_MARK = 'Qoppalandia';
export const TYPED_MARK = 'Frobnitz';
export const MARKS = [...IDENTITY_MARKS, CONTENT_MARK, TYPED_MARK];

const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
const latin1 = (bytes: Buffer): string => bytes.toString('latin1');
/** The middle of a text in base64, whatever stands before it: three beginnings, the edges cut off. */
const base64 = (bytes: Buffer): string[] =>
  [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(shift === 0 ? 0 : shift + 1, -1),
  );
const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

interface Needle {
  readonly mark: string;
  readonly way: string;
  readonly text: string;
  readonly exact: boolean;
}
/** A mark as it is, decomposed, without signs, in bytes of two, escaped, in hexadecimal, in base64; letters of either size. */
function needlesOf(mark: string): Needle[] {
  const spelled = [...new Set([mark, mark.normalize('NFD'), folded(mark)])];
  const sized = [...new Set(spelled.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]))];
  const loose = spelled.flatMap((text) => [
    { way: 'utf-8', text: latin1(Buffer.from(text)) },
    { way: 'utf-16le', text: latin1(Buffer.from(text, 'utf16le')) },
    { way: 'utf-16be', text: latin1(swapped(text)) },
    { way: 'percent', text: encodeURIComponent(text) },
    {
      way: 'json',
      text: text.replaceAll(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    },
  ]);
  // The size of letters is seen in their bytes only.
  const exact = sized.flatMap((text) => [
    { way: 'hex', text: Buffer.from(text).toString('hex') },
    ...base64(Buffer.from(text)).map((part) => ({ way: 'base64', text: part })),
    { way: 'utf-8', text: latin1(Buffer.from(text)) },
  ]);
  return [
    ...loose.map(({ way, text }) => ({ mark, way, text: text.toLowerCase(), exact: false })),
    ...exact.map(({ way, text }) => ({ mark, way, text, exact: true })),
  ].filter(({ text }) => text.length >= 6);
}
const NEEDLES: ReadonlyMap<string, readonly Needle[]> = new Map(MARKS.map((mark) => [mark, needlesOf(mark)]));

/** What is found of the marks, and how it was written: `Kwyjibo (base64)`. Packed files and PDF streams are unpacked first. */
export function traces(found: Buffer | string, marks: readonly string[] = MARKS): string[] {
  const bytes = typeof found === 'string' ? Buffer.from(found) : found;
  return [...new Set(layers(bytes).flatMap((layer) => tracesIn(layer, marks)))];
}

function tracesIn(bytes: Buffer, marks: readonly string[]): string[] {
  const exact = latin1(bytes);
  const loose = exact.toLowerCase();
  return marks.flatMap((mark) =>
    (NEEDLES.get(mark) ?? [])
      .filter((needle) => (needle.exact ? exact : loose).includes(needle.text))
      .map(({ way }) => `${mark} (${way})`),
  );
}

/** The bytes, and what is deflated inside them: entries of a zip (DOCX, XLSX), streams of a PDF. */
function layers(bytes: Buffer): Buffer[] {
  const head = bytes.toString('latin1', 0, 4);
  if (head.startsWith('PK')) return [bytes, ...zipEntries(bytes)];
  return head === '%PDF' ? [bytes, ...pdfStreams(bytes)] : [bytes];
}

function zipEntries(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    const [method, size, place] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ];
    const start = place + 30 + bytes.readUInt16LE(place + 26) + bytes.readUInt16LE(place + 28);
    const body = bytes.subarray(start, start + size);
    found.push(method === 8 ? inflateRawSync(body) : body);
  }
  return found;
}

function pdfStreams(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const start = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    try {
      found.push(inflateSync(bytes.subarray(start, bytes.indexOf('endstream', start))));
    } catch {
      // Not deflated: it was looked at as it stands.
    }
  }
  return found;
}
