// `npm run bench`: builds, runs every dist/test/bench/*.bench.js in its own process, prints one table and writes
// bench/results/<date>.json. `npm run bench -- a d` runs those whose names begin so.
//
// A bench prints one JSON document on stdout: { figures: [{ what, value, unit, goal?, met? }], notes?: string[] }.
// `met` is absent where a figure has no goal. Progress goes to stderr.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { build } from './build.mjs';
import { buildWeb } from './build-web.mjs';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'dist/test/bench');
const results = join(root, 'bench/results');
const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
};

function run(path) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--enable-source-maps', path], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
    child.on('close', (code) => {
      try {
        if (code !== 0) throw new Error(`ended with code ${code}`);
        resolve(JSON.parse(stdout));
      } catch (error) {
        resolve({ error: error.message });
      }
    });
  });
}

const shown = (value) => (typeof value === 'number' ? String(Number(value.toPrecision(3))) : String(value));

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

await build();
buildWeb();
const wanted = process.argv.slice(2);
const files = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.bench.js') && (!wanted.length || wanted.some((part) => name.startsWith(part))))
      .sort()
  : [];
if (files.length === 0) {
  console.error(`No bench${wanted.length ? ` named ${wanted.join(', ')}` : ''} under test/bench.`);
  process.exit(2);
}
const ranAt = new Date().toISOString();
const rows = [['bench', 'figure', 'value', 'goal', 'met']];
const notes = [];
const benches = {};
for (const file of files) {
  const name = basename(file, '.bench.js');
  process.stderr.write(`${name} …\n`);
  const began = performance.now();
  const result = await run(join(folder, file));
  benches[name] = { seconds: Math.round((performance.now() - began) / 1000), ...result };
  if (result.error) {
    process.exitCode = 1;
    rows.push([name, `failed: ${result.error}`, '', '', '']);
  }
  for (const { what, value, unit, goal, met } of result.figures ?? [])
    rows.push([name, what, `${shown(value)} ${unit}`, goal ?? '', met === undefined ? '' : met ? 'yes' : 'no']);
  notes.push(...(result.notes ?? []).map((note) => `${name}: ${note}`));
}
mkdirSync(results, { recursive: true });
const path = join(results, `${ranAt.slice(0, 19).replaceAll(':', '-')}.json`);
writeFileSync(path, `${JSON.stringify({ ranAt, machine, benches }, null, 2)}\n`);
console.log(`${machine.cores} × ${machine.cpu}, ${machine.memoryGiB} GiB, Node ${machine.node}\n`);
console.log(table(rows));
if (notes.length > 0) console.log(`\n${notes.join('\n')}`);
