import fc from 'fast-check';

/** How bytes on the way are spoiled. */
export interface Damage {
  readonly how:
    | 'truncate'
    | 'flip'
    | 'insert'
    | 'random'
    | 'type'
    | 'zipped'
    | 'bom'
    | 'utf16'
    | 'latin'
    | 'deep'
    | 'number'
    | 'twice'
    | 'large'
    | 'boundary'
    | 'unclosed'
    | 'header'
    | 'parts';
  readonly at: number;
  readonly noise: Uint8Array;
  readonly type: string;
}

const TYPES = [
  ...[
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/octet-stream',
  ],
  ...[
    'application/json; charset=utf-16',
    'application/json;charset=x',
    'application/merge-patch+json',
    '',
    '/',
    'x'.repeat(3_000),
  ],
  ...[
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary="',
    `multipart/form-data; boundary=${'b'.repeat(300)}`,
    'multipart/mixed; boundary=x',
  ],
] as const;

export const damages: fc.Arbitrary<Damage> = fc.record({
  how: fc.constantFrom<Damage['how']>(
    ...([
      'truncate',
      'truncate',
      'flip',
      'flip',
      'insert',
      'insert',
      'random',
      'type',
      'zipped',
      'bom',
      'utf16',
      'latin',
    ] as const),
    ...(['deep', 'number', 'twice', 'large', 'boundary', 'unclosed', 'header', 'parts'] as const),
  ),
  at: fc.nat(),
  noise: fc.uint8Array({ minLength: 1, maxLength: 64 }),
  type: fc.constantFrom(...TYPES),
});

export interface Sent {
  readonly type: string;
  readonly bytes: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const part = (boundary: string, head: string, body: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')]);

/** A form whose parts, names and heads are what no browser writes. */
function strangeParts(at: number): Sent {
  const boundary = 'ranh-gioi';
  const heads = [
    'Content-Disposition: form-data; name="file"; filename="../../a\u0000b.xlsx"',
    'Content-Disposition: form-data; name="__proto__"',
    'Content-Disposition: form-data',
    'Content-Disposition: form-data; name="files"; filename=""',
    `Content-Disposition: form-data; name="file"; filename="${'đ'.repeat(2_000)}.pdf"\r\nContent-Type: ${'x'.repeat(500)}`,
    `X-Long: ${'y'.repeat(20_000)}`,
    'Content-Disposition: form-data; name="filing"\r\nContent-Transfer-Encoding: base64',
  ];
  const parts = Array.from({ length: at % 3 === 0 ? 1_200 : (at % 9) + 1 }, (_, n) =>
    part(boundary, heads[(at + n) % heads.length]!, n % 2 === 0 ? 'x' : Buffer.from([0xff, 0x00, n & 255])),
  );
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

export function damaged({ type, bytes }: Sent, { how, at, noise, type: other }: Damage): Sent {
  const place = at % (bytes.length + 1);
  const set = (changed: Buffer): Sent => ({ type, bytes: changed });
  switch (how) {
    case 'truncate':
      return set(bytes.subarray(0, place));
    case 'flip': {
      const copy = Buffer.from(bytes);
      for (const [n, byte] of noise.entries()) if (copy.length > 0) copy[(at + n * 7919) % copy.length]! ^= byte;
      return set(copy);
    }
    case 'insert':
      return set(Buffer.concat([bytes.subarray(0, place), noise, bytes.subarray(place)]));
    case 'random':
      return set(Buffer.concat(Array.from({ length: (at % 50) + 1 }, () => Buffer.from(noise))));
    case 'type':
      return { type: other, bytes };
    case 'zipped':
      return { type, bytes, headers: { 'content-encoding': at % 2 === 0 ? 'gzip' : 'br' } };
    case 'bom':
      return set(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]));
    case 'utf16':
      return set(Buffer.from(bytes.toString('utf8'), 'utf16le'));
    case 'latin':
      return set(Buffer.from(bytes.toString('utf8'), 'latin1'));
    case 'deep':
      return set(Buffer.from('['.repeat(120_000)));
    case 'number':
      return set(Buffer.from(bytes.toString('utf8').replace(/\d+/u, at % 2 === 0 ? '1e999999' : '9'.repeat(9_000))));
    case 'twice':
      return set(Buffer.concat([bytes, bytes]));
    case 'large':
      return set(Buffer.concat([Buffer.from('{"a":"'), Buffer.alloc(400_000, 'x'), Buffer.from('"}')]));
    case 'boundary':
      return { type: type.replace(/boundary=.*/u, 'boundary=khac'), bytes };
    case 'unclosed':
      return set(bytes.subarray(0, Math.max(0, bytes.length - 8)));
    case 'header':
      return {
        type,
        bytes,
        headers: { 'if-match': other || '""', 'idempotency-key': 'x'.repeat((at % 400) + 1), 'content-language': 'x' },
      };
    case 'parts':
      return strangeParts(at);
  }
}
