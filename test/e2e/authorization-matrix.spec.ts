import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seal } from '#libs/audit';
import { loadSigningKey, PostgresLedgerArchive } from '#libs/persistence';
import { addStrangers, ASKERS, signEverybodyIn } from './support/authorization-accounts.js';
import { type AskedOperation, Asking, operations } from './support/authorization-asks.js';
import { Ground } from './support/authorization-ground.js';
import { Office } from './support/cases.js';
import { type Helper, REDIRECT_URI, startProvider } from './support/sign-in-tools.js';
import { type RunningSystem, startSystem } from './support/system.js';

const TABLE = join(import.meta.dirname, '../../docs/authorization.md');
/** `| \`GET /petitions\` | 401 | ✓ · 404 | …` → the cells behind the name. */
const expected = new Map(
  readFileSync(TABLE, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, name, ...cells]) => [name!.replaceAll('`', ''), cells.slice(0, -1)] as const),
);

/** What a status says of rights: faults of the body, of the moment, of the version come after the right to ask. */
const mark = (status: number): string =>
  status === 401 || status === 403 || status === 404 || status === 429 || status >= 500 ? String(status) : '✓';
const pair = (own: string, elsewhere: string): string => (own === elsewhere ? own : `${own} · ${elsewhere}`);

describe('the table of rights', () => {
  let provider: Helper;
  let system: RunningSystem;
  let asking: Asking;
  let tokens: ReadonlyMap<string, string>;
  beforeAll(async () => {
    // Without an office program papers are set by the product itself: who may read one does not depend on that.
    provider = await startProvider();
    const oidc = { OIDC_ISSUER: provider.url, OIDC_CLIENT_ID: 'nghe-dan', OIDC_REDIRECT_URI: REDIRECT_URI };
    system = await startSystem({ environment: { PATH: '/nonexistent', ...oidc } });
    await addStrangers(system);
    const values = await Ground.lay(new Office(system));
    await seal(
      new PostgresLedgerArchive(system.database.connections),
      loadSigningKey(system.dataDir).privateKey,
      new Date(),
    );
    asking = new Asking(system.url, values);
    tokens = await signEverybodyIn(system);
  });
  afterAll(async () => {
    await system?.stop();
    await provider?.stop();
  });

  /** A public operation knows no account: it is asked by nobody and by one, and not so often that it stops listening. */
  async function measured(operation: AskedOperation): Promise<string[]> {
    const ask = (username: string | null, place = 0) =>
      asking
        .ask(operation, { place, username: username ?? '', token: username === null ? null : tokens.get(username)! })
        .then(mark);
    if (operation.open) {
      const [nobody, somebody] = await Promise.all([ask(null), ask('motcua')]);
      return [nobody, ...ASKERS.map(() => somebody)];
    }
    const pairs = ASKERS.map(async ({ own, other }, place) => pair(await ask(own, place), await ask(other, place)));
    return Promise.all([ask(null), ...pairs]);
  }

  it('names every operation of the document, and nothing else', () => {
    expect([...expected.keys()].sort()).toEqual(operations.map(({ name }) => name).sort());
  });

  it('holds for every operation, every role, the own agency and another one', async () => {
    const differences: string[] = [];
    for (const wave of asking.waves())
      await Promise.all(
        wave.map(async (operation) => {
          const found = await measured(operation);
          if (found.join() === expected.get(operation.name)?.join()) return;
          differences.push(`| \`${operation.name}\` | ${found.join(' | ')} |`);
        }),
      );
    expect(differences).toEqual([]);
  }, 300_000);
});
