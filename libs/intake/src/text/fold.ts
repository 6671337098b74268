const MARKS = /\p{M}+/gu;

/**
 * Folds Vietnamese text for matching: NFKC, lower case, no marks, đ → d, punctuation to spaces, one space between words.
 * `Hòa` and `Hoà`, NFC and NFD, `m²` and `m2` fold to the same text. Never shown to a reader.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Thousand separators inside a number (`1.200 m2`, `1 200 m²`) are not word breaks: the number is one token. */
export const foldContent = (text: string): string => foldText(text.replace(/(?<=\d)[.\u00a0 ](?=\d{3}(?!\d))/g, ''));

const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(tdp|to dan pho|to dp|kp|khu pho)\b/g, 'to'],
  [/\b(tt|thi tran)\b/g, 'thi tran'],
  [/\b(tx|thi xa)\b/g, 'thi xa'],
  [/\b(tp|thanh pho)\b/g, 'thanh pho'],
  [/\b(q|quan)\b/g, 'quan'],
  [/\b(h|huyen)\b/g, 'huyen'],
  [/\b(p|phuong)\b/g, 'phuong'],
  [/\b(x|xa)\b/g, 'xa'],
  [/\b(t|tinh)\b/g, 'tinh'],
];

/** Address folded with the usual abbreviations of unit names written out, so that `TT. Cầu Gồ` meets `thị trấn Cầu Gồ`. */
export function foldAddress(text: string): string {
  const folded = foldText(text.replace(/\b(TDP|TT|TX|TP|KP|Q|H|P|X|T)\./giu, '$1. '));
  return UNIT_WORDS.reduce((sum, [pattern, word]) => sum.replace(pattern, word), folded);
}

export const wordsOf = (folded: string): readonly string[] => (folded === '' ? [] : folded.split(' '));
