import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folder of Tinos: the widths of Times New Roman and every Vietnamese letter. */
export const fontFolder = (): string =>
  dirname(createRequire(join(import.meta.dirname, 'fonts.js')).resolve('@expo-google-fonts/tinos/package.json'));
