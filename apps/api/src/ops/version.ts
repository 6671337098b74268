import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of the product, from package.json beside which it runs. */
export const version = (): string =>
  (JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { version: string }).version;
