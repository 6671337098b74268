// Compiles apps, libs, workflows and test helpers to dist/ with swc, one file at a time, and copies data files beside them.
// Types are checked apart (`npm run check`). Only files newer than their output are compiled.
import { transformFile } from '@swc/core';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const ROOTS = ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'workflows', 'test'];
const DATA = new Set(['.json', '.csv', '.sql', '.html']);
const swcOptions = {
  swcrc: false,
  module: { type: 'es6' },
  sourceMaps: true,
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
};

function* walk(dir) {
  if (!existsSync(dir)) return;
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) yield* walk(path);
    } else yield path;
  }
}

const fresh = (source, target) => existsSync(target) && statSync(target).mtimeMs >= statSync(source).mtimeMs;

async function compile(source) {
  const target = join(dist, relative(root, source)).replace(/\.ts$/, '.js');
  if (fresh(source, target)) return 0;
  const { code, map } = await transformFile(source, { ...swcOptions, filename: source });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, `${code}\n//# sourceMappingURL=${relative(dirname(target), target)}.map\n`);
  if (map) writeFileSync(`${target}.map`, map);
  return 1;
}

export async function build({ clean = false } = {}) {
  if (clean) rmSync(dist, { recursive: true, force: true });
  const wanted = new Set();
  const jobs = [];
  for (const base of ROOTS) {
    for (const source of walk(join(root, base))) {
      const rel = relative(root, source);
      if (extname(source) === '.ts' && !source.endsWith('.d.ts') && !source.endsWith('.spec.ts')) {
        wanted.add(join(dist, rel).replace(/\.ts$/, '.js'));
        jobs.push(compile(source));
      } else if (DATA.has(extname(source))) {
        const target = join(dist, rel);
        wanted.add(target);
        if (fresh(source, target)) continue;
        mkdirSync(dirname(target), { recursive: true });
        copyFileSync(source, target);
      }
    }
  }
  const compiled = (await Promise.all(jobs)).reduce((a, b) => a + b, 0);
  // A source that was deleted must not live on in dist/.
  for (const base of ROOTS)
    for (const output of walk(join(dist, base)))
      if (!output.endsWith('.map') && !wanted.has(output)) {
        rmSync(output, { force: true });
        rmSync(`${output}.map`, { force: true });
      }
  return compiled;
}

if (process.argv[1] === import.meta.filename) {
  const started = performance.now();
  const compiled = await build({ clean: process.argv.includes('--clean') });
  process.stderr.write(`dist/: ${compiled} files compiled in ${Math.round(performance.now() - started)} ms\n`);
}
