// `npm run -s cli -- CMD`: installs and builds itself when needed, says so on standard error, then runs the command in
// this process, so that its exit status is ours and standard output carries nothing but its result.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const stamp = join(dist, '.cli-built');
const lock = join(dist, '.cli-building');
const entry = join(dist, 'apps/cli/src/main.js');
const SOURCES = ['apps/cli', 'libs', 'workflows', 'tools/build.mjs'];
/** A build takes seconds; a lock older than this was left by a process that died. */
const ABANDONED_MS = 60_000;

/** True when a file changed, or one came or went (its folder changed), after `time`. */
function changedSince(time, path) {
  if (!existsSync(path)) return false;
  const stat = statSync(path);
  if (stat.mtimeMs > time) return true;
  return stat.isDirectory() && readdirSync(path).some((name) => changedSince(time, join(path, name)));
}

const isFresh = () => {
  if (!existsSync(stamp) || !existsSync(entry)) return false;
  const built = statSync(stamp).mtimeMs;
  return !SOURCES.some((source) => changedSince(built, join(root, source)));
};

async function install() {
  const script = join(root, 'tools/ensure-install.mjs');
  if (!existsSync(script)) return 0;
  const { ensureInstall } = await import(script);
  return ensureInstall();
}

async function buildOnce() {
  mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const held = statSync(lock, { throwIfNoEntry: false });
    if (held && Date.now() - held.mtimeMs > ABANDONED_MS) rmSync(lock, { recursive: true, force: true });
    await sleep(50);
  }
  try {
    if (isFresh()) return;
    const started = new Date();
    process.stderr.write('Đang dựng chương trình …\n');
    const { build } = await import(join(root, 'tools/build.mjs'));
    await build();
    writeFileSync(stamp, '');
    // What changed while we were building must be built again.
    utimesSync(stamp, started, started);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

const installed = await install();
if (installed === 0) {
  if (!isFresh()) await buildOnce();
  process.argv = [process.execPath, entry, ...process.argv.slice(2)];
  await import(entry);
} else process.exitCode = installed;
