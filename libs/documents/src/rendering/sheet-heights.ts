import type { Sheet } from './sheet.js';

const POINTS_IN_MM = 72 / 25.4;
/** Widths of Times, of the size of the letters: regular and bold. A letter with its marks is as wide as without. */
const WIDTHS: readonly (readonly [letters: RegExp, regular: number, bold: number])[] = [
  [/[il]/, 0.28, 0.28],
  [/[fjt]/, 0.29, 0.335],
  [/[rs,.;:()/-]/, 0.36, 0.42],
  [/[acez]/, 0.45, 0.48],
  [/[mMW]/, 0.8, 0.88],
  [/[wA-ZĐ]/, 0.7, 0.73],
];
const OTHER_LETTER = { regular: 0.5, bold: 0.56 };
const SPACE = 0.25;
const LINE = 1.22;
const AROUND = 3;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function widthOf(word: string, bold: boolean): number {
  return [...word.normalize('NFD').replaceAll(/\p{M}/gu, '')].reduce((width, letter) => {
    const [, regular, strong] = WIDTHS.find(([letters]) => letters.test(letter)) ?? [];
    return width + (bold ? (strong ?? OTHER_LETTER.bold) : (regular ?? OTHER_LETTER.regular));
  }, 0);
}

/** How high, in points, a text stands in a width. */
export function heightOf(
  text: string,
  { mm, size, bold = false }: { readonly mm: number; readonly size: number; readonly bold?: boolean },
): number {
  const room = mm * POINTS_IN_MM - 5;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const width = widthOf(word, bold) * size;
      if (used > 0 && used + size * SPACE + width > room) {
        lines += 1;
        used = 0;
      }
      used += (used > 0 ? size * SPACE : 0) + width;
      lines += Math.max(0, Math.ceil(width / room) - 1);
    }
  }
  return lines * size * LINE + AROUND;
}

/**
 * The height of each row of headings: a heading that reaches over several rows makes the last of them higher.
 * `wider` is for readers that lack the font and take one with wider letters.
 */
export function headHeights({ heads, headRows, headSize, widths }: Sheet, wider = 1): readonly number[] {
  const heights = Array.from({ length: headRows }, () => headSize * LINE + AROUND);
  for (const { text, row, column, rows, columns, italic } of [...heads].sort((a, b) => a.rows - b.rows)) {
    const needed = heightOf(text, {
      mm: sum(widths.slice(column, column + columns)) / wider,
      size: headSize,
      bold: !italic,
    });
    const last = row + rows - 1;
    heights[last] = Math.max(heights[last]!, needed - sum(heights.slice(row, last)));
  }
  return heights;
}
