import { createHash } from 'node:crypto';
import { verifyAll } from '#libs/audit';
import { LocalKeyVault } from '#libs/identity';
import { PostgresLedgerArchive } from '#libs/persistence';
import { addDays, instantOf, localDate } from '#libs/shared';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import { comparable } from '../bench/support/comparable.js';
import { replayHistory, startClock } from '../../apps/cli/src/commands/demo/bulk/replay-history.js';
import { bulkHistory, planHistory } from '../bench/support/history.js';
import { readReference } from '../../apps/cli/src/commands/demo/bulk/reference.js';
import { postgresSystem } from '../bench/support/systems.js';

const HISTORY = { petitions: 40, seed: 8, from: localDate('2026-05-04'), today: localDate('2026-07-24'), acts: 24 };
const vault = (): LocalKeyVault => new LocalKeyVault(createHash('sha256').update('two histories, one key').digest());

describe('a history written in bulk', () => {
  let clicked: TestDatabase;
  let bulk: TestDatabase;
  beforeAll(async () => {
    [clicked, bulk] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const reference = await readReference(clicked.connections);
    await startClock(clicked.connections, instantOf(addDays(HISTORY.from, -1)));
    await replayHistory(postgresSystem(clicked.connections, vault()), reference, {
      plan: planHistory(HISTORY),
      today: HISTORY.today,
    });
    await bulkHistory(bulk.connections, vault(), HISTORY);
  });
  afterAll(() => Promise.all([clicked.drop(), bulk.drop()]));

  it('equals the one that clicks wrote, row for row in every table', async () => {
    const [one, other] = await Promise.all([comparable(clicked.admin), comparable(bulk.admin)]);
    expect(other).toEqual(one);
  });

  it('holds what makes it worth comparing', async () => {
    const { rows } = await bulk.admin.query<{ kind: string }>(
      `SELECT DISTINCT 'procedure ' || procedure AS kind FROM app.case_file
       UNION SELECT DISTINCT 'type ' || type FROM app.petition
       UNION SELECT DISTINCT 'milestone ' || state FROM app.milestone
       UNION SELECT DISTINCT 'deadline ' || state FROM app.deadline`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        ...[
          'procedure complaint',
          'procedure petition-handling',
          'procedure denunciation',
          'procedure feedback',
          'type complaint',
          'type denunciation',
          'type feedback',
        ],
        ...[
          'milestone pending',
          'milestone fired',
          'milestone cancelled',
          'deadline met',
          'deadline running',
          'deadline escalated',
        ],
      ]),
    );
  });

  it('has a ledger whose chains hold', async () => {
    const report = await new PostgresLedgerArchive(bulk.connections).read(verifyAll);
    expect(report.findings).toEqual([]);
    expect(report.events).toBeGreaterThan(HISTORY.petitions);
  });
});
