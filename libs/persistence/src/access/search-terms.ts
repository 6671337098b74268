import { foldText, wordsOf } from '#libs/intake';

export interface SearchTerms {
  /** Folded words, all of which one person's name or the content must hold. */
  readonly words: readonly string[];
  /** The text as a register number: `12/2026`. */
  readonly label: string | null;
}

const LABEL = /^\s*(\d{1,7}(?:\/\d{4})?)\s*$/;
const MAX_WORDS = 12;

/** Null when nothing is asked; `nothing` when what is asked holds no letter or digit and so cannot be found. */
export function searchTerms(q: string | undefined): SearchTerms | 'nothing' | null {
  if (q === undefined || q.trim() === '') return null;
  const words = wordsOf(foldText(q)).slice(0, MAX_WORDS);
  return words.length === 0 ? 'nothing' : { words, label: LABEL.exec(q)?.[1] ?? null };
}
