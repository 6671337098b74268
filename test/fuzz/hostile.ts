import fc from 'fast-check';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const own = (name: string, value: Json): Json => Object.fromEntries([[name, value]]);
const nested = (depth: number, wrap: (inner: Json) => Json): Json => {
  let value: Json = 'sâu';
  for (let n = 0; n < depth; n += 1) value = wrap(value);
  return value;
};

/** Texts that broke something somewhere: in a database, a regular expression, a path, a prompt, a page, a table, a terminal. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'Nguyễn\u0000Văn A',
  '\ud800',
  'a\udfffb',
  '\ud83d',
  'Nguyễn Văn Ánh'.normalize('NFD'),
  'e' + '\u0301'.repeat(400),
  '\u202egnud iờưgn\u202c',
  '\u200f\u200e\u2066x\u2069',
  '\u200b\u200b',
  '\ufeff',
  '\ufffe\uffff',
  '👨‍👩‍👧‍👦'.repeat(50),
  '__proto__',
  'constructor',
  'toString',
  "'; DROP TABLE app.petition; --",
  '" OR 1=1 --',
  '%',
  '_%_%',
  '\\',
  '$1',
  '{{7*7}}${7*7}#{7*7}',
  '{a}{b}',
  '<script>alert(1)</script>',
  ']]><!--',
  '=cmd|" /C calc"!A0',
  '../../../../etc/passwd',
  'C:\\con\\nul',
  'a\r\nSet-Cookie: x=1',
  '\u001b[2J',
  'null',
  'NaN',
  '1e309',
  'x'.repeat(5_000),
  'ộ'.repeat(30_000),
  'a '.repeat(2_000),
  '('.repeat(500),
  '0000-00-00',
  '0001-01-01',
  '1899-12-31',
  '2026-02-30',
  '9999-12-31',
  '+010000-01-01',
  '-000001-01-01',
  '275760-09-14',
  '2026-07-01T00:00:00Z',
  '2026-13-45T99:99:99.999999999+99:99',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '0190a000-0000-7000-8000-00000000000g',
  '٠١٢٣٤٥٦٧٨٩',
  'ⅷ½',
];
const NUMBERS: readonly number[] = [
  ...[0, -1, 1.5, -0.1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, -(2 ** 53), 1e21, 1e308, 5e-324],
];
const SHAPES: readonly Json[] = [
  ...[null, true, false, [], {}, [[]], [null], { a: null }],
  own('__proto__', { admin: true }),
  { constructor: { prototype: { admin: true } } },
  own('toString', 'x'),
  nested(200, (inner) => [inner]),
  nested(200, (inner) => ({ a: inner })),
  Array.from({ length: 3_000 }, (_, n) => n),
  Array.from({ length: 300 }, () => ({})),
  Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`k${n}`, n])),
];

/** Anything but what was asked for. */
export const hostile: fc.Arbitrary<Json> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 2, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 3, arbitrary: fc.constantFrom(...SHAPES) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 30 }),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json> },
);

export interface Spoiling {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'add' | 'wrap' | 'repeat';
  readonly value: Json;
}
export const spoilings: fc.Arbitrary<readonly Spoiling[]> = fc.array(
  fc.record({
    at: fc.nat(),
    how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'wrap', 'repeat'),
    value: hostile,
  }),
  { maxLength: 3 },
);

type Open = Record<string, unknown> | unknown[];
function places(value: unknown, found: [Open, string][] = []): [Open, string][] {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push([value as Open, key]);
    places((value as Record<string, unknown>)[key], found);
  }
  return found;
}
const put = (holder: Open, key: string, value: unknown): void =>
  void Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });

/** A valid value with a few things wrong somewhere in it. */
export function spoiled(valid: Json, spoils: readonly Spoiling[]): Json {
  const root: Record<string, unknown> = { value: structuredClone(valid) };
  for (const { at, how, value: given } of spoils) {
    // A copy: what was put in is spoiled in its turn.
    const value = structuredClone(given) as unknown;
    const all = places(root).slice(0, 2_000);
    // The whole body may have been taken away before.
    const [holder, key] = all[at % Math.max(1, all.length)] ?? [root, 'value'];
    const now = (holder as Record<string, unknown>)[key];
    if (how === 'replace') put(holder, key, value);
    else if (how === 'remove') Reflect.deleteProperty(holder, key);
    else if (how === 'wrap') put(holder, key, at % 2 === 0 ? [now] : { value: now });
    else if (how === 'repeat')
      put(holder, key, Array.isArray(now) ? [...(now as unknown[]), ...(now as unknown[])] : [now, now]);
    else if (typeof now === 'object' && now !== null)
      put(now as Open, at % 2 === 0 ? '__proto__' : `thêm${at % 7}`, value);
  }
  return (root.value ?? null) as Json;
}
