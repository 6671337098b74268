import { COMMON_WORDS, WALKS } from './common-words.js';

/** Fewer independent pieces than this are found by trying habits (internal rule). */
const FEWEST_PIECES = 5;
const LONGEST_PIECE = 50;
const BOTH_WAYS = WALKS.flatMap((walk) => [walk, [...walk].reverse().join('')]);
const LOOKALIKES: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  $: 's',
  '7': 't',
  '!': 'i',
};

/** Small letters without Vietnamese marks: what a guesser tries stands for all ways to write it. */
export const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase();

/**
 * Whether a password falls to somebody who tries common words, names of the place and the person, runs, years, keyboard rows and
 * repetitions. Counts the pieces it is made of: a known one counts as much as a single letter that belongs to none. Any kind of
 * character is welcome, and a phrase of five or more such pieces passes.
 */
export function isGuessable(password: string, about: readonly string[]): boolean {
  const known = new Set([...COMMON_WORDS, ...about.flatMap(piecesOf)]);
  const written = plain(password);
  const meant = [...written].map((sign) => LOOKALIKES[sign] ?? sign).join('');
  return Math.min(pieces(written, known), pieces(meant, known)) < FEWEST_PIECES;
}

/** Words of a name and all ways to write neighbours together: `Xã Tân Thành` gives `xa`, `tan`, `tanthanh`, `xatanthanh` …, and `xtt`. */
export function piecesOf(name: string): string[] {
  const words = plain(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const joined = words.flatMap((_, from) =>
    words.slice(from).map((_word, length) => words.slice(from, from + length + 1).join('')),
  );
  return [...joined, words.map((word) => word[0]).join('')].filter((piece) => piece.length >= 2);
}

function pieces(text: string, known: ReadonlySet<string>): number {
  const repeated = /^(.+?)\1+$/.exec(text)?.[1];
  if (repeated !== undefined) return 1 + pieces(repeated, known);
  const fewest = [0];
  for (let end = 1; end <= text.length; end++) {
    let best = (fewest[end - 1] ?? 0) + (/[\s._-]/.test(text[end - 1] ?? '') ? 0 : 1);
    for (let from = end - 2; from >= Math.max(0, end - LONGEST_PIECE); from--)
      if ((fewest[from] ?? 0) + 1 < best && isPiece(text.slice(from, end), known)) best = (fewest[from] ?? 0) + 1;
    fewest.push(best);
  }
  return fewest[text.length] ?? 0;
}

const isPiece = (part: string, known: ReadonlySet<string>): boolean =>
  known.has(part) || isRun(part) || isWalk(part) || isNumber(part);
/** One sign again and again, or signs that go up or down by one: `aaaa`, `4567`, `dcba`. */
function isRun(part: string): boolean {
  const steps = new Set([...part].slice(1).map((sign, i) => sign.charCodeAt(0) - part.charCodeAt(i)));
  const [step] = steps;
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1 && (step === 0 || part.length >= 3);
}
const isWalk = (part: string): boolean => part.length >= 4 && BOTH_WAYS.some((walk) => walk.includes(part));
/** Up to three digits, a year, a day, a mobile number of this country. */
const isNumber = (part: string): boolean =>
  /^(\d{1,3}|(19|20)\d\d|[0-3]\d[01]\d((19|20)?\d\d)?|(19|20)\d\d[01]\d[0-3]\d|0[35789]\d{8})$/.test(part);
