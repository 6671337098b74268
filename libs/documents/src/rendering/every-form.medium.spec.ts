import { pdfPages } from '#testing/support/read-pdf';
import { forms } from '../forms/index.js';
import { docxText, formProblems, missingGlyphs, renderDocx, sampleFilled, standardPdf } from './index.js';

/** How often each letter occurs, whatever the order the columns are read in and however lines break. */
function letters(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const letter of text.normalize('NFC').toLocaleUpperCase('vi-VN').replace(/\s/gu, ''))
    counts[letter] = (counts[letter] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort());
}

/** From the second page on its number stands above the text; pdfmake draws it last. */
const withoutPageNumber = (page: string, at: number): string =>
  at === 0 ? page : page.replace(new RegExp(`^\\s*${at + 1}(?=\\s)|\\s*${at + 1}\\s*$`, 'u'), '');

describe('every form in every version', () => {
  it('prints the same words in Word and in PDF, every letter drawn, no brace left', async () => {
    expect(forms.length).toBeGreaterThan(60);
    const pairs: { name: string; word: string; pdf: Buffer }[] = [];
    for (const form of forms)
      for (const size of form.sizes) {
        const paper = sampleFilled(form);
        const word = docxText(await renderDocx(paper, { size }));
        pairs.push({ name: `${form.code} ${form.validFrom} ${size}`, word, pdf: await standardPdf(paper, size) });
      }
    const read = await pdfPages(pairs.map(({ pdf }) => pdf));
    for (const [index, { name, word }] of pairs.entries()) {
      const printed = (read[index] ?? []).map(withoutPageNumber).join('');
      expect({ name, braces: /[{}]|undefined/u.exec(word) }).toEqual({ name, braces: null });
      expect({ name, missing: missingGlyphs(word) }).toEqual({ name, missing: [] });
      expect({ name, letters: letters(printed) }).toEqual({ name, letters: letters(word) });
    }
  }, 240_000);

  it('is a sound definition', () => {
    for (const form of forms)
      expect({ code: form.code, problems: formProblems(form) }).toEqual({ code: form.code, problems: [] });
  });
});
