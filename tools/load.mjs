// `npm run load [-- --minutes 10 --staff 200 --flood 60]`: builds, then lets many colleagues work at once on the built product and
// floods the public page; says errors, p50, p95 and p99 of each operation and the memory. Results: test/.artifacts/load-*.json.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { buildWeb } from './build-web.mjs';

await build();
buildWeb();
const { status } = spawnSync(
  process.execPath,
  [join(import.meta.dirname, '../dist/test/load/run-load.js'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
