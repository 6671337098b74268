import { foldContent, wordsOf } from '../text/fold.js';

/** Words that open and close petitions of every kind; they say nothing about the matter. */
const COMMON = new Set(
  (
    'toi chung toi gia dinh ho nguoi dan kinh mong de nghi co quan som xem xet giai quyet don nay nhieu lan nhung chua duoc tra loi da gui va viec ' +
    'khieu nai to cao kien nghi phan anh khong dong tinh dong y buc xuc vi ve cho rang xa la cua cac nhung mot thi tai theo duoc'
  ).split(' '),
);
const YEAR = /^(19|20)\d\d$/;

export interface ContentFeatures {
  readonly folded: string;
  readonly words: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  /** Numbers that tell one matter from another: area, decision number, sum. Not units (`m2`), leading zeros dropped. */
  readonly numbers: ReadonlySet<string>;
}

const numberOf = (word: string): string | null => (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : null);

export function contentFeatures(text: string): ContentFeatures {
  const folded = foldContent(text);
  const all = wordsOf(folded.replace(/\b(\d+)(m2|m3|ha|km|m)\b/g, '$1 $2'));
  const words = all.filter((word) => !COMMON.has(word));
  const numbers = all.map(numberOf).filter((n): n is string => n !== null);
  return {
    folded,
    words: new Set(words),
    pairs: new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`)),
    numbers: new Set(numbers),
  };
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((x) => b.has(x)).length;
const containment = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : shared(a, b) / least;
};

export interface ContentAgreement {
  /** 0…1, after the numbers have had their say. */
  readonly score: number;
  readonly identical: boolean;
  /** One says all of the other and more. */
  readonly longer: boolean;
  /** Each names a number the other does not: the same template about another matter. */
  readonly numbersConflict: boolean;
  /** A long number (decision, area) that both name. */
  readonly sharedNumber: string | null;
}

const NONE: ContentAgreement = {
  score: 0,
  identical: false,
  longer: false,
  numbersConflict: false,
  sharedNumber: null,
};

/**
 * How far two texts tell the same matter. Template text is common in registers, so words alone prove little: numbers
 * inside the text (`318 m2`, `số 209/QĐ-UBND`) tell two matters apart, and bind two wordings of one.
 */
export function compareContents(a: ContentFeatures, b: ContentFeatures): ContentAgreement {
  if (a.words.size === 0 || b.words.size === 0) return NONE;
  const words = containment(a.words, b.words);
  const pairs = containment(a.pairs, b.pairs);
  const extraA = [...a.numbers].some((n) => !b.numbers.has(n));
  const extraB = [...b.numbers].some((n) => !a.numbers.has(n));
  const numbersConflict = extraA && extraB;
  const sharedNumber = [...a.numbers].find((n) => n.length >= 3 && !YEAR.test(n) && b.numbers.has(n)) ?? null;
  const lengths = Math.min(a.words.size, b.words.size) / Math.max(a.words.size, b.words.size);
  const base = 0.6 * words + 0.4 * pairs;
  const bound = sharedNumber !== null && !numbersConflict ? base + 0.2 * (1 - base) : base;
  const fair = Math.min(a.words.size, b.words.size) < 4 ? bound * Math.max(lengths, 0.5) : bound;
  return {
    score: numbersConflict ? fair * 0.45 : fair,
    identical: a.folded === b.folded,
    longer:
      words >= 0.9 && Math.min(a.folded.length, b.folded.length) < 0.8 * Math.max(a.folded.length, b.folded.length),
    numbersConflict,
    sharedNumber,
  };
}
