import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seal } from '#libs/audit';
import { loadSigningKey, PostgresLedgerArchive } from '#libs/persistence';
import { addStrangers, ASKERS, signEverybodyIn } from './support/authorization-accounts.js';
import { type AskedOperation, Asking, operations } from './support/authorization-asks.js';
import { Ground } from './support/authorization-ground.js';
import { Office } from './support/cases.js';
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
  let system: RunningSystem;
  let asking: Asking;
  let tokens: ReadonlyMap<string, string>;
  beforeAll(async () => {
    // Without an office program papers are set by the product itself: who may read one does not depend on that.
    system = await startSystem({ environment: { PATH: '/nonexistent' } });
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
  afterAll(() => system?.stop());

  /** A public operation knows no account: it is asked by nobody and by one, and not so often that it stops listening. */
  async function measured(operation: AskedOperation): Promise<string[]> {
    if (operation.open) {
      const cells = await Promise.all([null, tokens.get('motcua')!].map((token) => asking.ask(operation, token)));
      return [mark(cells[0]!), ...ASKERS.map(() => mark(cells[1]!))];
    }
    const names = ASKERS.flatMap(({ own, other }) => [own, other]);
    const [nobody, ...rest] = await Promise.all(
      [null, ...names.map((name) => tokens.get(name)!)].map((token, i) =>
        asking.ask(operation, token, Math.floor((i - 1) / 2)),
      ),
    );
    return [mark(nobody!), ...ASKERS.map((_, i) => pair(mark(rest[2 * i]!), mark(rest[2 * i + 1]!)))];
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
  }, 120_000);
});
