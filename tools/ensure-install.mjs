// Runs before `npm start` and `npm test`: installs the packages when node_modules is missing or older than the lock file.
// Needs Node alone. Says nothing when there is nothing to do.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Not import.meta.dirname: a Node too old to know it must still read the sentence that says so.
const self = fileURLToPath(import.meta.url);
const root = join(dirname(self), '..');
const marker = join(root, 'node_modules/.nghe-dan-lock');
const OLDEST_NODE = [20, 19];

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** npm's own record of what it installed agrees with the lock file (packages of other platforms are left out of it). */
function installedByHand() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readJson(record).packages;
  const wanted = Object.entries(readJson(join(root, 'package-lock.json')).packages).filter(([path]) => path !== '');
  return wanted.every(([path, { version, optional, devOptional, peer }]) =>
    installed[path] ? installed[path].version === version : optional || devOptional || peer,
  );
}

function upToDate() {
  const hash = lockHash();
  if (existsSync(marker)) return readFileSync(marker, 'utf8') === hash;
  if (!installedByHand()) return false;
  writeFileSync(marker, hash);
  return true;
}

function npmCi() {
  // npm_execpath is the npm that called us; on its own this file falls back to the one on the PATH.
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, 'ci', '--include=dev', '--no-progress'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: !npm && process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

export async function ensureInstall() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    process.stderr.write(`Cần Node.js ${OLDEST_NODE.join('.')} trở lên; máy đang chạy ${process.versions.node}.\n`);
    return 1;
  }
  if (upToDate()) return 0;
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const line = 'Đang cài các gói (npm ci), chừng một phút';
  process.stderr.write(process.stderr.isTTY ? `${line} …` : `${line} …\n`);
  const ticker = process.stderr.isTTY
    ? setInterval(() => process.stderr.write(`\r${line} … ${seconds()} s`), 1000)
    : undefined;
  const { code, output } = await npmCi();
  clearInterval(ticker);
  if (process.stderr.isTTY) process.stderr.write('\n');
  if (code !== 0) {
    process.stderr.write(
      `${output}\nKhông cài được các gói: lệnh "npm ci" dừng với mã ${code}. Kiểm tra mạng rồi chạy lại.\n`,
    );
    return 1;
  }
  writeFileSync(marker, lockHash());
  process.stderr.write(`Đã cài xong các gói trong ${seconds()} s.\n`);
  return 0;
}

if (process.argv[1] === self) process.exitCode = await ensureInstall();
