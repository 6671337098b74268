// `npm run chaos [-- --runs 200 --seed 1 --lanes 3 --minutes 60]`: builds, then breaks the running product in random ways and looks up every
// promise afterwards. A seed tells a run; results go to test/.artifacts/chaos-*.json.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { buildWeb } from './build-web.mjs';

await build();
buildWeb();
const { status } = spawnSync(
  process.execPath,
  [join(import.meta.dirname, '../dist/test/chaos/run-chaos.js'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
