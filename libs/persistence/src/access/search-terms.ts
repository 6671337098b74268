import { foldText, wordsOf } from '#libs/intake';

export interface SearchTerms {
  /** Folded words, all of which one person's name or the content must hold. */
  readonly words: readonly string[];
  /** The text as a register number: `12/2026`, or `12` of any year. */
  readonly labels: readonly string[];
}

const LABEL = /^\s*(\d{1,7})(\/\d{4})?\s*$/;
const YEARS = Array.from({ length: 16 }, (_, i) => 2020 + i);
const MAX_WORDS = 12;

/** Null when nothing is asked; `nothing` when what is asked holds no letter or digit and so cannot be found. */
export function searchTerms(q: string | undefined): SearchTerms | 'nothing' | null {
  if (q === undefined || q.trim() === '') return null;
  const words = wordsOf(foldText(q)).slice(0, MAX_WORDS);
  return words.length === 0 ? 'nothing' : { words, labels: labelsOf(q) };
}

function labelsOf(q: string): string[] {
  const [, number, year] = LABEL.exec(q) ?? [];
  if (number === undefined) return [];
  return year === undefined ? [number, ...YEARS.map((any) => `${number}/${any}`)] : [`${number}${year}`];
}
