/** One element of a DER structure: tag, content, and the bytes it was read from. */
export interface Der {
  readonly tag: number;
  readonly content: Buffer;
  readonly raw: Buffer;
}

/** Reads the element at the start. @throws RangeError for what is no DER. */
export function readDer(bytes: Buffer): Der {
  const tag = bytes[0];
  let length = bytes[1];
  if (tag === undefined || length === undefined || (tag & 0x1f) === 0x1f) throw new RangeError('Not DER');
  let at = 2;
  if (length & 0x80) {
    const count = length & 0x7f;
    if (count === 0 || count > 4 || bytes.length < 2 + count) throw new RangeError('Not DER');
    length = bytes.readUIntBE(2, count);
    at += count;
  }
  if (bytes.length < at + length) throw new RangeError('Cut short');
  return { tag, content: bytes.subarray(at, at + length), raw: bytes.subarray(0, at + length) };
}

/** The elements one after another inside a constructed one. */
export function membersOf({ content }: Der): Der[] {
  const members: Der[] = [];
  for (let rest = content; rest.length > 0;) {
    const member = readDer(rest);
    members.push(member);
    rest = rest.subarray(member.raw.length);
  }
  return members;
}

/** An object identifier in dots. */
export function oidOf({ content }: Der): string {
  const arcs: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (arcs.length === 0)
      arcs.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)));
    else arcs.push(value);
    value = 0;
  }
  return arcs.join('.');
}
