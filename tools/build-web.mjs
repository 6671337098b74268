// Builds apps/web into dist/web when a source is newer than the last build.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const web = join(root, 'apps/web');
const built = join(root, 'dist/web/index.html');

const changedAt = (path) => statSync(path).mtimeMs;
const newestSource = () =>
  readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (newest, entry) => Math.max(newest, changedAt(join(entry.parentPath, entry.name))),
      changedAt(join(root, 'package-lock.json')),
    );

/** True when there was something to build. */
export function buildWeb() {
  if (!existsSync(join(web, 'index.html'))) return false;
  if (existsSync(built) && changedAt(built) >= newestSource()) return false;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', 'apps/web', '--logLevel', 'warn'],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`vite build: ${stdout}${stderr}`);
  return true;
}

if (process.argv[1] === import.meta.filename) {
  const started = performance.now();
  const did = buildWeb();
  process.stderr.write(
    did ? `dist/web: built in ${Math.round(performance.now() - started)} ms\n` : 'dist/web: up to date\n',
  );
}
