// `npm run fuzz -- [--inputs N] [--seed N]`: sends spoiled inputs (at least 50,000) to the built product, every writing operation, the
// importer, templates and the public page; fails on an answer of 500 or above, on silence, on growing memory. The same seed sends the
// same inputs. `npm test` sends 600 of them (test/e2e/fuzz.spec.ts).
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';

const root = join(import.meta.dirname, '..');
const report = join(root, 'test/.artifacts/fuzz.json');
const { values } = parseArgs({ options: { inputs: { type: 'string' }, seed: { type: 'string' } } });
const whole = (name, fallback) => {
  const value = Number(values[name] ?? fallback);
  if (Number.isSafeInteger(value) && value > 0) return value;
  console.error(`--${name}: a whole number above zero`);
  return process.exit(2);
};
const [inputs, seed] = [whole('inputs', 50_000), whole('seed', Date.now() % 1_000_000)];

rmSync(report, { force: true });
await build();
console.log(`seed ${seed}, ${inputs} inputs`);
const args = ['--selectProjects', 'medium', '--runTestsByPath', 'test/e2e/fuzz.spec.ts'];
const child = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_INPUTS: String(inputs), FUZZ_SEED: String(seed) },
});
const code = await new Promise((resolve) => child.on('close', resolve));
try {
  const { sent, byKind, byStatus, operations, slowestMs, slowest, memory, faults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  console.log(
    JSON.stringify({ seed, sent, operations, byKind, byStatus, slowestMs, slowest, memory, faults: faults.length }),
  );
} catch {
  console.log('No report: the run ended before its figures were written.');
}
process.exitCode = code ?? 1;
