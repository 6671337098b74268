import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (folder === dirname(folder)) throw new Error('No package.json above the tests.');
  return rootAbove(dirname(folder));
}

/** The folder with package.json, whether the tests run from their sources or as built. */
export const repository = rootAbove(import.meta.dirname);
