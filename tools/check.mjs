// `npm run check`: format, lint, types, layers, dead code, licences. One line a step; what is wrong follows at the end.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const has = (path) => existsSync(join(root, path));
const ROOTS = ['libs', 'workflows', 'apps', 'test'].filter(has);

/** Longest first, so that the short ones fill the gaps. */
const steps = [
  { name: 'lint', bin: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'], heap: 4096 },
  { name: 'dead code', bin: 'knip/bin/knip.js', args: ['--no-progress'] },
  {
    name: 'layers',
    bin: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...ROOTS],
  },
  { name: 'format', bin: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'licences', bin: '../tools/licences.mjs', args: [] },
  { name: 'types', bin: 'typescript7/bin/tsc', args: ['--noEmit', '-p', '.'] },
  ...(has('apps/web/tsconfig.json')
    ? [{ name: 'types (web)', bin: 'typescript7/bin/tsc', args: ['--noEmit', '-p', 'apps/web'] }]
    : []),
];

function run({ name, bin, args, heap }) {
  const started = performance.now();
  const nodeArgs = heap ? [`--max-old-space-size=${heap}`] : [];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...nodeArgs, join(root, 'node_modules', bin), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.on('error', (error) => (output += error.message));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.padStart(5)} s`);
      resolve({ name, ok: code === 0, output: output.trim() });
    });
  });
}

const wanted = process.argv.slice(2);
const queue = wanted.length ? steps.filter(({ name }) => wanted.includes(name)) : [...steps];
if (queue.length === 0) {
  console.error(`No such step; there are: ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const results = [];
const lane = async () => {
  for (let step = queue.shift(); step; step = queue.shift()) results.push(await run(step));
};
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));

const failed = results.filter(({ ok }) => !ok);
for (const { name, output } of failed) console.log(`\n── ${name} ──\n${output}`);
process.exitCode = failed.length === 0 ? 0 : 1;
