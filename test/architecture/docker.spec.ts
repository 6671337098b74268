import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ENVIRONMENT } from '#libs/persistence';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Stage {
  readonly from: string;
  readonly lines: readonly string[];
}
interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

function stagesOf(dockerfile: string): Map<string, Stage> {
  const joined = dockerfile.replace(/\\\n/g, ' ').split('\n');
  const stages = new Map<string, { from: string; lines: string[] }>();
  for (const line of joined.map((text) => text.trim()).filter((text) => text !== '' && !text.startsWith('#'))) {
    const [, from = '', name = ''] = /^FROM (\S+) AS (\S+)$/.exec(line) ?? [];
    if (name) stages.set(name, { from, lines: [] });
    else [...stages.values()].at(-1)?.lines.push(line);
  }
  return stages;
}

const stages = stagesOf(read('docker/Dockerfile'));
const { services } = parse(read('docker/compose.yml'), { merge: true }) as { services: Record<string, Service> };
const ownLines = (name: string): readonly string[] => stages.get(name)?.lines ?? [];
/** Lines of a stage and of the stages it stands on. */
const linesOf = (name: string): readonly string[] => {
  const stage = stages.get(name);
  return stage ? [...linesOf(stage.from), ...stage.lines] : [];
};
const instruction = (name: string, word: string): string[] =>
  linesOf(name).flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));
const commandOf = (name: string): string[] => JSON.parse(instruction(name, 'CMD').at(-1) ?? '[]') as string[];
/** The source that the build turns into a file of dist/. */
const sourceOf = (output: string): string => output.replace(/^dist\//, '').replace(/\.js$/, '.ts');
const allLines = [...stages.values()].flatMap(({ lines }) => lines);
const own = Object.entries(services).filter(([, { build }]) => build);

describe('docker', () => {
  it('has a target for api and for worker, which run what the build makes', () => {
    for (const app of ['api', 'worker']) {
      const entry = commandOf(app).at(-1) ?? '';
      expect(entry).toBe(`dist/apps/${app}/src/main.js`);
      expect(existsSync(join(root, sourceOf(entry)))).toBe(true);
      expect(ownLines(app)).toContain(`COPY --from=build /app/dist/apps/${app} dist/apps/${app}`);
    }
    expect(ownLines('api')).toContain('COPY --from=build /app/dist/web dist/web');
  });

  it('copies only what exists or is built', () => {
    const copied = allLines.flatMap((line) => {
      const [, from, paths = ''] = /^COPY (--from=build )?(.+)$/.exec(line) ?? [];
      return paths
        .split(' ')
        .slice(0, -1)
        .map((path) => (from ? sourceOf(path.replace('/app/', '')) : path));
    });
    expect(copied.length).toBeGreaterThan(8);
    const built = new Map([['web', 'apps/web']]);
    expect(copied.filter((path) => !existsSync(join(root, built.get(path) ?? path)))).toEqual([]);
  });

  it('builds with scripts that package.json has, on a Node it accepts', () => {
    const { scripts, engines } = JSON.parse(read('package.json')) as {
      scripts: Record<string, string>;
      engines: { node: string };
    };
    const used = allLines.flatMap((line) => [...line.matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script));
    expect(used).toEqual(['build', 'build:web']);
    expect(used.filter((script) => !scripts[script])).toEqual([]);
    const oldest = Number(/\d+/.exec(engines.node)?.[0]);
    for (const { from } of stages.values())
      if (from.startsWith('node:')) expect(Number(/\d+/.exec(from)?.[0])).toBe(oldest);
  });

  it('gives the apps only variables that the product knows, and every one that production needs', () => {
    for (const [name, { environment = {} }] of own) {
      expect([name, Object.keys(environment).filter((variable) => !(variable in ENVIRONMENT))]).toEqual([name, []]);
      expect(Object.keys(environment)).toEqual(
        expect.arrayContaining(['DATABASE_URL', 'NGHE_DAN_MODE', 'NGHE_DAN_MASTER_KEY']),
      );
      expect(environment.NGHE_DAN_MODE).toBe('production');
    }
    const set = allLines.flatMap((line) =>
      line.startsWith('ENV ') ? [...line.matchAll(/(\w+)=/g)].map(([, variable = '']) => variable) : [],
    );
    expect(set.filter((variable) => variable !== 'NODE_ENV' && !(variable in ENVIRONMENT))).toEqual([]);
  });

  it('lets only migrate act as the owner, and writes no secret down', () => {
    const owners = own.filter(([, { environment = {} }]) => 'DATABASE_ADMIN_URL' in environment).map(([name]) => name);
    expect(owners).toEqual(['migrate']);
    expect(services.api?.environment?.DATABASE_URL).toContain('//nghedan_app:');
    expect(services.worker?.environment?.DATABASE_URL).toContain('//nghedan_worker:');
    const secrets = Object.values(services).flatMap(({ environment = {} }) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|KEY|_URL$/.test(name) && name !== 'REDIS_URL'),
    );
    expect(secrets.filter(([, value]) => !/\$\{\w+:\?[^}]*\}/.test(value))).toEqual([]);
  });

  it('opens one port, the same everywhere', () => {
    const port = services.api?.environment?.PORT ?? '';
    expect(instruction('api', 'EXPOSE')).toEqual([port]);
    expect(services.api?.ports?.map((mapping) => mapping.split(':').at(-1))).toEqual([port]);
    const published = Object.entries(services).filter(([, { ports }]) => ports);
    expect(published.map(([name]) => name)).toEqual(['api']);
  });

  it('knows when each part is well, and waits for it', () => {
    for (const app of ['api', 'worker'])
      expect(ownLines(app).some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
    expect(ownLines('api').join('\n')).toContain('/readyz');
    for (const name of ['postgres', 'redis']) expect(services[name]?.healthcheck?.test[0]).toBe('CMD');
    for (const name of ['api', 'worker'])
      expect(services[name]?.depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
        migrate: { condition: 'service_completed_successfully' },
      });
  });

  it('builds targets that exist, and migrate runs a command that the image holds', () => {
    for (const [, { build }] of own) {
      expect(build).toMatchObject({ context: '..', dockerfile: 'docker/Dockerfile' });
      expect(stages.has(build?.target ?? '')).toBe(true);
    }
    const [program, entry = '', command] = services.migrate?.command ?? [];
    expect([program, command]).toEqual(['node', 'migrate']);
    expect(existsSync(join(root, sourceOf(entry)))).toBe(true);
  });

  it('runs as an ordinary user', () => {
    for (const app of ['api', 'worker']) expect(instruction(app, 'USER')).toEqual(['node']);
  });
});
