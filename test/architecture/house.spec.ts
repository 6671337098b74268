import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.data', 'coverage', '.artifacts', 'results']);
const TEXT =
  /\.(ts|tsx|mjs|cjs|js|json|md|sql|css|html|yml|yaml|svg)$|(^|\/)(Dockerfile|run|\.[a-z]+rc|\.[a-z]+ignore)$/;

const files = (function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!NOT_OURS.has(entry.name)) yield* walk(path);
    } else if (TEXT.test(path)) yield relative(root, path);
  }
})(root);
const sources = [...files].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const folders = (base: string): string[] =>
  readdirSync(join(root, base), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
/** `path:line` of every line that matches, so that the failure can be clicked. */
const linesWith = (pattern: RegExp, where: (path: string) => boolean = () => true): string[] =>
  sources
    .filter(({ path }) => where(path))
    .flatMap(({ path, text }) =>
      pattern.test(text)
        ? text
            .split('\n')
            .flatMap((line, index) =>
              pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 100)}`] : [],
            )
        : [],
    );

const isCode = (path: string) => /\.(ts|tsx|mjs|cjs|sql)$/.test(path);
const isLock = (path: string) => path === 'package-lock.json';

describe('the house', () => {
  it.each(folders('libs'))('lib %s has a public surface and a README with an example', (name) => {
    expect(existsSync(join(root, 'libs', name, 'src/index.ts'))).toBe(true);
    const readme = sources.find(({ path }) => path === `libs/${name}/README.md`)?.text ?? '';
    expect(readme).toMatch(/^# \S/);
    expect(readme).toMatch(/```(ts|sh|json)\n/);
  });

  it('every procedure has a README that names its articles', () => {
    const procedures = folders('workflows').filter((name) => existsSync(join(root, 'workflows', name, 'index.ts')));
    const silent = procedures.filter((name) => {
      const readme = sources.find(({ path }) => path === `workflows/${name}/README.md`)?.text ?? '';
      return !/Đ\.\s?\d+|Điều \d+/.test(readme);
    });
    expect(silent).toEqual([]);
  });

  it('no test is focused or left out', () => {
    expect(linesWith(/\b(it|test|describe)\.(only|skip|todo)\b|\b[fx](it|describe|test)\(/, isCode)).toEqual([]);
  });

  it('nothing is left to be done later', () => {
    expect(linesWith(/\b(TO[D]O|FIX[M]E|XX[X])\b/, isCode)).toEqual([]);
  });

  it('no path of one machine and no host of a package registry is written down', () => {
    expect(linesWith(/(^|[^A-Za-z0-9_.])\/(work|farm|root|home)\/|\/tmp\/bash_jobs/, (path) => !isLock(path))).toEqual(
      [],
    );
    expect(linesWith(/:\/\/[^\s/'"`]*(registry|npmjs|artifactory|verdaccio|nexus)/)).toEqual([]);
  });

  it('package versions are exact, and the lock names no download address', () => {
    const { dependencies, devDependencies } = readJson<Record<string, Record<string, string>>>('package.json');
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(npm:[\w@/.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
    expect(linesWith(/"resolved": *"http/, isLock)).toEqual([]);
  });

  it('the lock file holds every platform of the packages that ship one binary a platform', () => {
    const { packages } = readJson<{
      packages: Record<string, { version: string; optionalDependencies?: Record<string, string> }>;
    }>('package-lock.json');
    /** As Node looks for it: beside the package, then in every folder above. */
    const isLocked = (holder: string, name: string): boolean => {
      for (let folder = holder; folder !== ''; folder = folder.replace(/\/?(node_modules\/)?[^/]*$/, ''))
        if (packages[`${folder}/node_modules/${name}`]) return true;
      return packages[`node_modules/${name}`] !== undefined;
    };
    const missing = Object.entries(packages).flatMap(([holder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).flatMap((name) => (isLocked(holder, name) ? [] : [`${holder} → ${name}`])),
    );
    expect(missing).toEqual([]);
  });

  it('file names are kebab-case with a role, one scenario a spec', () => {
    const odd = sources
      .map(({ path }) => path)
      .filter((path) => /^(libs|workflows|apps|test)\/.*\.(ts|tsx)$/.test(path))
      .filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.(ts|tsx)$/.test(basename(path)));
    expect(odd).toEqual([]);
  });
});
