import { foldText, wordsOf } from '../text/fold.js';

export type NameAgreement =
  'same' | 'unaccented' | 'alias' | 'initials' | 'shortened' | 'accentsDiffer' | 'spouse' | 'different' | 'unknown';

const TITLES = /^(ông bà|ông|bà|anh|chị|cô|chú|bác|cụ|em|hộ gia đình|hộ|gia đình|đại diện|người đại diện)[\s:./]+/iu;
const SPOUSE = /^(?:là\s+)?(?:vợ|chồng)(?:\s+(?:của|là))?\s+/iu;
const ALIAS =
  /^(?:tức|hay|còn gọi là|tên (?:thật|khác|thường gọi|gọi khác|khai sinh)(?:\s+là)?|bí danh|thường gọi(?:\s+là)?)[\s:]+/iu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

export interface ParsedName {
  /** The person's own names: the one written first, then aliases. */
  readonly own: readonly string[];
  /** `vợ ông X`, `chồng bà Y`: the other one's name. */
  readonly spouse: readonly string[];
}

function stripTitles(text: string): string {
  let bare = text.trim();
  while (TITLES.test(bare)) bare = bare.replace(TITLES, '').trim();
  return bare;
}

/** Splits `Bà Nguyễn Thị Lan (vợ ông Trần Văn Hùng; tức Hoa)` into own names and a spouse's name. */
export function parseName(text: string): ParsedName {
  const own: string[] = [];
  const spouse: string[] = [];
  const parts = text
    .normalize('NFC')
    .split(/[()[\];,]|\s[-–]\s|\s(?=(?:vợ|chồng) (?:ông|bà)\b)|\s(?=tức |còn gọi là )/iu);
  for (const part of parts.map((p) => p.trim()).filter((p) => p !== '')) {
    const bare = stripTitles(part);
    if (SPOUSE.test(part)) spouse.push(stripTitles(part.replace(SPOUSE, '')));
    else if (ALIAS.test(bare)) own.push(stripTitles(bare.replace(ALIAS, '')));
    else own.push(bare);
  }
  return { own: own.filter((n) => n !== ''), spouse: spouse.filter((n) => n !== '') };
}

/** Name folded for blocking: no titles, aliases or marks; `Lý` and `Lí`, `Quý` and `Quí` meet. */
export function foldName(text: string): string {
  const first = parseName(text).own[0] ?? text;
  return foldText(first).replace(/(?<=[bcdghklmnprstvx])y\b|(?<=qu)y\b/g, 'i');
}

/** Marks of letters kept, the tone moved to the syllable's end: `Hòa` = `Hoà`, but `Hạnh` ≠ `Hành`. */
const accentKey = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .split(/\s+/)
    .map(
      (word) =>
        word.replace(TONE, '').replace(/(?<=[bcdghklmnprstvx])y$|(?<=qu)y$/, 'i') + (word.match(TONE) ?? []).join(''),
    )
    .join(' ')
    .normalize('NFC');

const isUnaccented = (name: string): boolean => name.length > 3 && !/[^\u0000-\u007f]/.test(name);

const nameWords = (name: string): readonly string[] => wordsOf(foldName(name.replace(/\./g, '. ')));

function initialsAgree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2 || a.at(-1) !== b.at(-1) || (a.at(-1)?.length ?? 0) < 2) return false;
  return a.every((word, i) => {
    const other = b[i] ?? '';
    return (
      word === other || (word.length === 1 && other.startsWith(word)) || (other.length === 1 && word.startsWith(other))
    );
  });
}

/** `Nguyễn Lan` against `Nguyễn Thị Lan`: family and given name agree, middle names are left out. */
function isShortened(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length >= 2 &&
    short.length < long.length &&
    short[0] === long[0] &&
    short.at(-1) === long.at(-1) &&
    short.every((w) => long.includes(w))
  );
}

function compareOwn(a: string, b: string): NameAgreement {
  const [foldedA, foldedB] = [foldName(a), foldName(b)];
  if (foldedA === '' || foldedB === '') return 'unknown';
  if (foldedA === foldedB) {
    if (accentKey(a) === accentKey(b)) return 'same';
    return isUnaccented(a) || isUnaccented(b) ? 'unaccented' : 'accentsDiffer';
  }
  const [wordsA, wordsB] = [nameWords(a), nameWords(b)];
  if (initialsAgree(wordsA, wordsB)) return 'initials';
  return isShortened(wordsA, wordsB) ? 'shortened' : 'different';
}

const STRENGTH: Readonly<Record<NameAgreement, number>> = {
  same: 8,
  unaccented: 7,
  alias: 6,
  initials: 5,
  shortened: 4,
  accentsDiffer: 3,
  spouse: 2,
  different: 1,
  unknown: 0,
};

/** How two names agree, at best over aliases; a spouse's name is the weakest tie. */
export function compareNames(a: string | null, b: string | null): NameAgreement {
  if (!a || !b) return 'unknown';
  const [first, second] = [parseName(a), parseName(b)];
  let best: NameAgreement = 'unknown';
  const offer = (found: NameAgreement): void => {
    if (STRENGTH[found] > STRENGTH[best]) best = found;
  };
  first.own.forEach((x, i) =>
    second.own.forEach((y, j) => {
      const found = compareOwn(x, y);
      offer((i > 0 || j > 0) && (found === 'same' || found === 'unaccented') ? 'alias' : found);
    }),
  );
  const crosses = [
    ...first.spouse.flatMap((x) => second.own.map((y) => [x, y] as const)),
    ...second.spouse.flatMap((x) => first.own.map((y) => [x, y] as const)),
  ];
  if (crosses.some(([x, y]) => ['same', 'unaccented'].includes(compareOwn(x, y)))) offer('spouse');
  return best;
}
