import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folder of Tinos: the widths of Times New Roman and every Vietnamese letter. */
export const fontFolder = (): string =>
  dirname(createRequire(join(import.meta.dirname, 'fonts.js')).resolve('@expo-google-fonts/tinos/package.json'));

/** The four faces under the name pdfmake asks for. */
export const pdfFonts = (): Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>> => {
  const file = (style: string): string => join(fontFolder(), style, `Tinos_${style}.ttf`);
  return {
    Tinos: {
      normal: file('400Regular'),
      bold: file('700Bold'),
      italics: file('400Regular_Italic'),
      bolditalics: file('700Bold_Italic'),
    },
  };
};
