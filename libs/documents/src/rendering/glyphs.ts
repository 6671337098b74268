import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontFolder } from './fonts.js';

/** Character ranges of a TrueType font: the format 4 table every such font has (OpenType, `cmap`). */
function rangesOf(font: Buffer): readonly (readonly [number, number])[] {
  const tables = font.readUInt16BE(4);
  const entry = Array.from({ length: tables }, (_, at) => 12 + at * 16).find(
    (at) => font.toString('latin1', at, at + 4) === 'cmap',
  );
  if (entry === undefined) return [];
  const cmap = font.readUInt32BE(entry + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, at) => cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4),
  );
  const at = subtables.find((offset) => font.readUInt16BE(offset) === 4);
  if (at === undefined) return [];
  const count = font.readUInt16BE(at + 6) / 2;
  return Array.from({ length: count }, (_, segment) => {
    const end = font.readUInt16BE(at + 14 + segment * 2);
    const start = font.readUInt16BE(at + 16 + count * 2 + segment * 2);
    return [start, end] as const;
  });
}

let known: readonly (readonly [number, number])[] | undefined;

/** Characters the printed font cannot draw. */
export function missingGlyphs(text: string): readonly string[] {
  known ??= rangesOf(readFileSync(join(fontFolder(), '400Regular/Tinos_400Regular.ttf')));
  const ranges = known;
  const drawable = (char: string): boolean => {
    const code = char.codePointAt(0) ?? 0;
    return code < 32 || ranges.some(([start, end]) => code >= start && code <= end);
  };
  return [...new Set(text)].filter((char) => !drawable(char));
}
