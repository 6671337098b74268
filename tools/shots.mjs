// `npm run shots [-- FOLDER [SCREEN…]]`: builds, starts the product on demonstration data and writes a picture of every screen of
// every role, or of the named ones, at 1366×768, on a phone and at 200 % zoom (default folder: shots/).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { buildWeb } from './build-web.mjs';

await build();
buildWeb();
const { status } = spawnSync(
  process.execPath,
  [join(import.meta.dirname, '../dist/test/shots/take-shots.js'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
