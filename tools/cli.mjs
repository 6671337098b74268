// `npm run -s cli -- CMD`: installs and builds itself when needed, says so on standard error, then runs the command in
// this process, so that its exit status is ours and standard output carries nothing but its result.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const stamp = join(dist, '.cli-built');
const lock = join(dist, '.cli-building');
const entry = join(dist, 'apps/cli/src/main.js');
const SOURCES = ['apps/cli', 'libs', 'workflows', 'tools/build.mjs'];

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

/** True when the process that holds the lock is gone; one that has not written its number yet is alive. */
function isAbandoned() {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    if (pid) process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** One builder at a time: scripts start several commands at once, and a half-written file must never be loaded. */
async function takeLock() {
  mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned()) rmSync(lock, { force: true });
    else await sleep(50);
  }
}

async function buildOnce() {
  await takeLock();
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
    rmSync(lock, { force: true });
  }
}

const installed = await install();
if (installed === 0) {
  if (!isFresh()) await buildOnce();
  process.argv = [process.execPath, entry, ...process.argv.slice(2)];
  await import(entry);
} else process.exitCode = installed;
