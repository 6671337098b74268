import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { badDocuments, badWorkbooks } from './archives.js';
import { damaged, damages, type Sent } from './bytes.js';
import { fromSchema } from './from-schema.js';
import { hostile, HOSTILE_TEXTS, spoiled, spoilings, type Json } from './hostile.js';
import { ends, jsonInside, reads, type Target, writes } from './targets.js';
import { writeDocument } from '#libs/interchange';
import { arriving } from '../e2e/support/exchange.js';
import { schemaOf, type Schema } from '../e2e/support/schema.js';

export interface Input {
  readonly target: Target;
  readonly kind: 'fields' | 'bytes' | 'archive' | 'query';
  /** What fills `{id}` of the path: the known thing, or this text. */
  readonly strangePath: string | null;
  readonly query: string;
  readonly sent: Sent | null;
  readonly ifMatch: string;
  /** Which of the accounts that may ask; beyond them, one that may not. */
  readonly account: number;
}

const BOUNDARY = 'fuzz-boundary';
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
const BOOK = readFileSync(join(import.meta.dirname, '../../libs/intake/fixtures/so-tiep-nhan-2026.xlsx'));
/** A forwarded petition as it comes over the document axis. */
const MESSAGE = writeDocument(arriving('1'));
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : String(JSON.stringify(value)));

/** A form as a browser sends it; files are what their field says, or what was handed in. */
function formOf(fields: Readonly<Record<string, Json>>, schema: Schema, file: Buffer): Sent {
  const parts = Object.entries(fields).flatMap(([name, value]) => {
    const described = schema.properties?.[name];
    const isFile = (described?.items ?? described)?.format === 'binary';
    const named = name.replaceAll(/["\r\n]/g, '_').slice(0, 200);
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${named}"${isFile ? `; filename="tep-${file.length}.bin"` : ''}\r\n\r\n`;
    const body = isFile ? file : Buffer.from(text(value).slice(0, 100_000));
    return [Buffer.from(head), body, Buffer.from('\r\n')];
  });
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    bytes: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  };
}
const resolved = (schema: Schema): Schema => (schema.$ref ? schemaOf(schema.$ref.split('/').at(-1) ?? '') : schema);

/** Bodies of a target, valid ones with something wrong in most. */
function bodies({ body }: Target, ids: readonly string[]): fc.Arbitrary<Sent | null> {
  if (!body)
    return fc.constantFrom<Sent | null>(null, null, { type: 'application/json', bytes: Buffer.from('{"x":1}') });
  const schema = resolved(body.schema);
  if (body.type === 'multipart/form-data') {
    const files = fc.oneof(
      fc.constantFrom(PDF, BOOK, MESSAGE),
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
    );
    const inside = Object.entries(schema.properties ?? {}).map(
      ([name, its]) =>
        [name, jsonInside(name) ? fromSchema(jsonInside(name)!, ids) : fromSchema(its, ids, name)] as const,
    );
    return fc
      .tuple(fc.record(Object.fromEntries(inside)), spoilings, files)
      .map(([fields, spoils, file]) =>
        formOf((spoiled(fields as Json, spoils) ?? {}) as Record<string, Json>, schema, file),
      );
  }
  if (body.type !== 'application/json')
    return fc.uint8Array({ maxLength: 2_000 }).map((bytes) => ({ type: body.type, bytes: Buffer.from(bytes) }));
  return fc
    .tuple(fromSchema(schema, ids), spoilings)
    .map(([valid, spoils]) => ({ type: body.type, bytes: Buffer.from(JSON.stringify(spoiled(valid, spoils))) }));
}

function queries({ query }: Target, ids: readonly string[]): fc.Arbitrary<string> {
  if (query.length === 0) return fc.constant('');
  const one = (name: string, schema: Schema) =>
    fc
      .oneof({ weight: 3, arbitrary: fromSchema(schema, ids, name) }, { weight: 2, arbitrary: hostile })
      .map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(text(value).slice(0, 1_500).toWellFormed())}`);
  return fc
    .tuple(...query.map(({ name, schema }) => fc.option(one(name, schema), { freq: 2 })))
    .map((parts) => parts.filter((part) => part !== null).join('&'));
}

const strange: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS.map((value) => encodeURIComponent(value.slice(0, 300).toWellFormed()))),
  fc.constantFrom(
    '%',
    '%00',
    '%zz',
    '%c0%af',
    '..%2f..',
    '%ud800',
    '%F0%9F',
    '9'.repeat(30),
    'x'.repeat(190),
    'x'.repeat(300),
  ),
);

function about(
  target: Target,
  kind: Input['kind'],
  sent: fc.Arbitrary<Sent | null>,
  ids: readonly string[],
): fc.Arbitrary<Input> {
  return fc.record({
    target: fc.constant(target),
    kind: fc.constant(kind),
    strangePath: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: strange }),
    query: queries(target, ids),
    sent,
    ifMatch: fc.constantFrom('"1"', '"2"', '"3"', '*', '"x"', 'W/"1"', '"99999999999999999999"', '""', '1'),
    account: fc.oneof(
      { weight: 12, arbitrary: fc.nat({ max: 7 }) },
      { weight: 1, arbitrary: fc.integer({ min: 8, max: 15 }) },
    ),
  });
}

/** Files for every field that takes one. */
function archives(ids: readonly string[]): fc.Arbitrary<Input>[] {
  const [books, words] = [badWorkbooks(), badDocuments()];
  return writes
    .filter(({ body }) => body?.type === 'multipart/form-data')
    .map((target) => {
      const schema = resolved(target.body!.schema);
      const fields = Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, its]) => [
          name,
          jsonInside(name)
            ? fromSchema(jsonInside(name)!, ids)
            : name === 'form'
              ? fc.constant<Json>('ND124.10')
              : fromSchema(its, ids, name),
        ]),
      );
      const files = fc
        .tuple(
          fc.constantFrom(...books, ...words),
          fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: damages }),
        )
        .map(([{ bytes }, damage]) =>
          damage && bytes.length < 400_000 ? damaged({ type: '', bytes }, damage).bytes : bytes,
        );
      return about(
        target,
        'archive',
        fc.tuple(fc.record(fields), files).map(([given, file]) => formOf(given as Record<string, Json>, schema, file)),
        ids,
      );
    });
}

const bytesOf = (target: Target, ids: readonly string[]): fc.Arbitrary<Sent> =>
  fc
    .tuple(bodies(target, ids), damages)
    .map(([sent, damage]) => damaged(sent ?? { type: 'application/json', bytes: Buffer.from('{}') }, damage));

/** `count` inputs, the same for the same seed: every writing operation in turn, files and reading between, what ends things last. */
export function* inputs(seed: number, count: number, ids: readonly string[]): Generator<Input> {
  const files = archives(ids);
  const perTarget = new Map<string, fc.Arbitrary<Input>>();
  const arbitraryOf = (target: Target, kind: 'fields' | 'bytes' | 'query'): fc.Arbitrary<Input> => {
    const name = `${kind} ${target.name}`;
    const known = perTarget.get(name);
    if (known) return known;
    const sent = kind === 'bytes' ? bytesOf(target, ids) : kind === 'query' ? fc.constant(null) : bodies(target, ids);
    const made = about(target, kind, sent, ids);
    perTarget.set(name, made);
    return made;
  };
  const draw = (arbitrary: fc.Arbitrary<Input>, n: number): Input =>
    fc.sample(arbitrary, { seed: (seed * 1_000_003 + n) | 0, numRuns: 1 })[0]!;
  const last = Math.min(ends.length * 40, Math.floor(count / 50));
  for (let n = 0; n < count - last; n += 1) {
    // Unpacking eighty megabytes is slow by right: one in two hundred.
    if (n % 200 === 7) yield draw(files[Math.floor(n / 200) % files.length]!, n);
    else if (n % 8 === 3) yield draw(arbitraryOf(reads[Math.floor(n / 8) % reads.length]!, 'query'), n);
    else yield draw(arbitraryOf(writes[n % writes.length]!, n % 5 === 4 ? 'bytes' : 'fields'), n);
  }
  for (let n = 0; n < last; n += 1) yield draw(arbitraryOf(ends[n % ends.length]!, 'fields'), count + n);
}
