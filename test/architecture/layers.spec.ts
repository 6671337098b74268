import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly sentence: string;
}

/** Lays the files out as a small house of its own and asks the real rules about it. */
function violationsOf(files: Readonly<Record<string, string>>): Violation[] {
  const house = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      cpSync(join(root, name), join(house, name));
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    const roots = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
    const json = execFileSync(
      process.execPath,
      [depcruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...roots],
      { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const report = JSON.parse(json) as {
      summary: {
        violations: { from: string; rule: { name: string } }[];
        ruleSetUsed: { forbidden: { name: string; comment: string }[] };
      };
    };
    const sentences = new Map(report.summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]));
    return report.summary.violations.map(({ from, rule }) => ({
      rule: rule.name,
      from,
      sentence: sentences.get(rule.name) ?? '',
    }));
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

/** Every file that is imported exists, so that only the direction is wrong. */
const house = {
  ...Object.fromEntries(
    ['shared', 'calendar', 'statute', 'procedure', 'audit', 'access', 'identity', 'oversight', 'casework', 'intake']
      .concat(['persistence', 'queue', 'files'])
      .map((name) => [`libs/${name}/src/index.ts`, `export const ${name} = '${name}';\n`]),
  ),
  'libs/shared/src/inner.ts': 'export const inner = 1;\n',
  'workflows/registry.ts': 'export const registry = 1;\n',
  'workflows/complaint/index.ts': 'export const complaint = 1;\n',
  'apps/worker/src/wiring.ts': 'export const wiring = 1;\n',
  'test/support/tool.ts': 'export const tool = 1;\n',
};

const breaches: readonly { rule: string; from: string; text: string; says: RegExp }[] = [
  {
    rule: 'layer-shared',
    from: 'libs/shared/src/a.ts',
    text: "import '#libs/calendar';",
    says: /shared depends on nothing/,
  },
  { rule: 'layer-calendar', from: 'libs/calendar/src/a.ts', text: "import '#libs/statute';", says: /as an argument/ },
  { rule: 'layer-statute', from: 'libs/statute/src/a.ts', text: "import '#libs/oversight';", says: /as an argument/ },
  {
    rule: 'layer-procedure',
    from: 'libs/procedure/src/a.ts',
    text: "import '#workflows';",
    says: /pass the definition/,
  },
  {
    rule: 'layer-workflows',
    from: 'workflows/complaint/a.ts',
    text: "import '#libs/casework';",
    says: /let casework gather the fact/,
  },
  { rule: 'layer-audit', from: 'libs/audit/src/a.ts', text: "import '#libs/casework';", says: /emit an effect/ },
  {
    rule: 'layer-casework',
    from: 'libs/casework/src/a.ts',
    text: "import '#libs/persistence';",
    says: /only downward/,
  },
  { rule: 'layer-persistence', from: 'libs/persistence/src/a.ts', text: "import '#libs/queue';", says: /ports\.ts/ },
  {
    rule: 'layer-app-api',
    from: 'apps/api/src/a.ts',
    text: "import '../../worker/src/wiring.js';",
    says: /Apps do not import each other/,
  },
  {
    rule: 'layer-app-web',
    from: 'apps/web/src/a.ts',
    text: "import '#libs/intake';",
    says: /client generated from OpenAPI/,
  },
  {
    rule: 'lib-by-its-name',
    from: 'libs/intake/src/b.ts',
    text: "import '../../shared/src/inner.js';",
    says: /#libs\/<name>/,
  },
  {
    rule: 'no-relative-way-around',
    from: 'libs/intake/src/c.ts',
    text: "import '../../shared/src/index.js';",
    says: /instead of a relative path/,
  },
  {
    rule: 'procedure-alone',
    from: 'workflows/deadline/d.ts',
    text: "import '../complaint/index.js';",
    says: /emit case\.spawn/,
  },
  { rule: 'core-without-io', from: 'libs/calendar/src/d.ts', text: "import 'node:fs';", says: /do no I\/O/ },
  { rule: 'core-without-io', from: 'workflows/complaint/d.ts', text: "import '@nestjs/common';", says: /no framework/ },
  { rule: 'vendor-typeorm', from: 'libs/casework/src/e.ts', text: "import 'pg';", says: /declare a port/ },
  { rule: 'vendor-bullmq', from: 'apps/worker/src/e.ts', text: "import 'bullmq';", says: /Only libs\/queue knows/ },
  {
    rule: 'no-test-code-in-product',
    from: 'libs/files/src/f.ts',
    text: "import '#testing/support/tool';",
    says: /test helpers/,
  },
  { rule: 'no-dev-package-in-product', from: 'libs/files/src/g.ts', text: "import 'yaml';", says: /"dependencies"/ },
  { rule: 'resolvable', from: 'libs/files/src/h.ts', text: "import './nowhere.js';", says: /leads nowhere/ },
  { rule: 'no-circle', from: 'libs/files/src/i.ts', text: "import './i.js';", says: /no direction/ },
];

describe('the direction of the house', () => {
  it('lets a downward import pass', () => {
    const lawful = {
      ...house,
      'libs/intake/src/use.ts':
        "import '#libs/casework'; import '#libs/shared'; import '#workflows'; import './index.js';",
      'libs/persistence/src/use.ts': "import '#libs/intake'; import 'pg'; import 'node:fs';",
      'workflows/complaint/use.ts': "import '#libs/procedure'; import 'xstate';",
      'apps/api/src/use.ts': "import '#libs/queue'; import '#libs/persistence'; import 'fastify';",
      'test/e2e/use.ts': "import '#libs/persistence'; import '#testing/support/tool'; import 'pg';",
    };
    expect(violationsOf(lawful)).toEqual([]);
  });

  const found = violationsOf({ ...house, ...Object.fromEntries(breaches.map(({ from, text }) => [from, text])) });

  it.each(breaches)('$rule is broken by $from, and says what to do instead', ({ rule, from, says }) => {
    const hit = found.find((violation) => violation.rule === rule && violation.from === from);
    expect(hit?.sentence).toMatch(says);
  });

  it('sees nothing wrong but what was broken on purpose', () => {
    const strangers = found.filter(({ from }) => !breaches.some((breach) => breach.from === from));
    expect(strangers).toEqual([]);
  });

  it('has a row for every lib and app', () => {
    const folders = (base: string) =>
      readdirSync(join(root, base), { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
      );
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>('../../.dependency-cruiser.cjs');
    const rows = new Set(forbidden.map(({ name }) => name));
    const missing = [
      ...folders('libs').map((name) => `layer-${name}`),
      ...folders('apps').map((name) => `layer-app-${name}`),
    ].filter((row) => !rows.has(row));
    expect(missing).toEqual([]);
  });
});
