import { isVietnameseSyllable } from './syllable.js';

export type LegacyEncoding = 'TCVN3' | 'VNI';

export interface DecodedText {
  readonly text: string;
  readonly encoding: LegacyEncoding | null;
}

// TCVN 5712:1993 (ABC): one byte a letter, read from a Unicode file as Latin-1.
const TCVN3_CODES: readonly (readonly [number, string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộ'],
  [0xea, 'ờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];
const TCVN3: ReadonlyMap<string, string> = new Map(
  TCVN3_CODES.flatMap(([first, letters]) =>
    [...letters].map((letter, i) => [String.fromCharCode(first + i), letter] as const),
  ),
);

// VNI Windows: a base letter and a mark letter. Ligature-like single letters come after the pairs.
const VNI_MARKS: Readonly<Record<string, string>> = { ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323' };
const VNI_A: Readonly<Record<string, string>> = {
  ...{ ê: 'ă', é: 'ắ', è: 'ằ', ú: 'ẳ', ü: 'ẵ', ë: 'ặ' },
  ...{ â: 'â', á: 'ấ', à: 'ầ', å: 'ẩ', ã: 'ẫ', ä: 'ậ' },
};
const VNI_EO: Readonly<Record<string, string>> = {
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
};
const VNI_SINGLE: Readonly<Record<string, string>> = {
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  ô: 'ơ',
  ö: 'ư',
  î: 'ỵ',
  ñ: 'đ',
};

const upper = (letter: string, like: string): string => (like === like.toLowerCase() ? letter : letter.toUpperCase());

/** TCVN3 text as Unicode. With an `…H` font every letter shows as a capital, so it is decoded as one. */
export function decodeTcvn3(text: string, capitals = false): string {
  const decoded = [...text].map((char) => TCVN3.get(char) ?? char).join('');
  return capitals ? decoded.toUpperCase() : decoded;
}

/** VNI-Windows text as Unicode. */
export function decodeVni(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const base = char.toLowerCase();
    const mark = text.charAt(i + 1).toLowerCase();
    const horned = VNI_SINGLE[base];
    const pair =
      base === 'a'
        ? (VNI_A[mark] ?? (VNI_MARKS[mark] ? `a${VNI_MARKS[mark]}` : undefined))
        : (base === 'e' || base === 'o') && VNI_EO[mark]
          ? base + VNI_EO[mark]
          : /[eouyôö]/.test(base) && VNI_MARKS[mark]
            ? (horned ?? base) + VNI_MARKS[mark]
            : undefined;
    out += upper(pair ?? horned ?? char, char).normalize('NFC');
    if (pair !== undefined) i++;
  }
  return out.normalize('NFC');
}

const markedWords = (text: string): string[] =>
  text.split(/[^\p{L}\p{M}\u00a1-\u00ff]+/u).filter((word) => /[^\u0000-\u007f]/.test(word));

/** Words with marks that stand in cells certainly typed in Unicode: they settle cells that could be read both ways. */
export class UnicodeWords {
  private readonly known = new Set<string>();

  learn(text: string, fontName?: string | null): void {
    const certain = isUnicode(text) || (encodingOfFont(fontName) === null && plausibility(text) === 1);
    if (certain) for (const word of markedWords(text)) this.known.add(word.toLowerCase());
  }

  hits(text: string): number {
    return markedWords(text).filter((word) => this.known.has(word.toLowerCase())).length;
  }
}

/** How much of the marked text reads as Vietnamese, 0…1; null where no word carries a mark. */
export function plausibility(text: string): number | null {
  const marked = markedWords(text);
  if (marked.length === 0) return null;
  return marked.filter((word) => /^[\p{L}\p{M}]+$/u.test(word) && isVietnameseSyllable(word)).length / marked.length;
}

/** A font name says which eight-bit encoding its text was typed in. */
export function encodingOfFont(fontName: string | null | undefined): LegacyEncoding | null {
  if (!fontName) return null;
  if (/^\.vn/i.test(fontName)) return 'TCVN3';
  return /^vni[-\s]/i.test(fontName) ? 'VNI' : null;
}

const decodeAs = (encoding: LegacyEncoding, text: string, fontName?: string | null): string =>
  encoding === 'TCVN3' ? decodeTcvn3(text, /^\.vn.*h$/i.test(fontName ?? '')) : decodeVni(text);

/** Anything past Latin-1 was typed in Unicode, whatever the font of the cell says now. */
const isUnicode = (text: string): boolean => /[^\u0000-\u00ff]/.test(text);
const isAscii = (text: string): boolean => !/[^\u0000-\u007f]/.test(text);

/**
 * Unicode for text of an old register: by the font's name first, then by the letters themselves. Text that already is
 * Unicode, or has no marked letter, comes back unchanged. `Giao thông` under an old font reads both ways (`thụng`):
 * `words` learnt from the rest of the book decide.
 */
export function decodeLegacy(text: string, fontName?: string | null, words?: UnicodeWords): DecodedText {
  if (isUnicode(text)) return { text, encoding: null };
  const byFont = encodingOfFont(fontName);
  if (isAscii(text)) {
    const capitals = byFont === 'TCVN3' ? decodeAs('TCVN3', text, fontName) : text;
    return { text: capitals, encoding: capitals === text ? null : 'TCVN3' };
  }
  const asIs = plausibility(text) ?? 0;
  if (byFont) {
    const decoded = decodeAs(byFont, text, fontName);
    const sense = plausibility(decoded) ?? 1;
    if (asIs === 1 && words && words.hits(text) > words.hits(decoded)) return { text, encoding: null };
    if (sense >= 0.5 || sense >= asIs) return { text: decoded, encoding: byFont };
  }
  return byBytes(text, asIs);
}

function byBytes(text: string, asIs: number): DecodedText {
  const candidates = (['TCVN3', 'VNI'] as const).map((encoding) => {
    const decoded = decodeAs(encoding, text);
    return { text: decoded, encoding, sense: decoded === text ? 0 : (plausibility(decoded) ?? 0) };
  });
  const best = candidates.reduce((a, b) => (b.sense > a.sense ? b : a));
  return best.sense >= 0.75 && best.sense > asIs
    ? { text: best.text, encoding: best.encoding }
    : { text, encoding: null };
}
