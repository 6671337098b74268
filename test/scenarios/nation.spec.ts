import { createHash } from 'node:crypto';
import { verifyAll } from '#libs/audit';
import { LocalKeyVault } from '#libs/identity';
import { PostgresLedgerArchive } from '#libs/persistence';
import { instantOf } from '#libs/shared';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import {
  foundNation,
  planNation,
  TODAY,
  writeProvinces,
  YEAR_2025,
} from '../../apps/cli/src/commands/demo/nation/build-nation.js';
import { planPlace } from '../../apps/cli/src/commands/demo/nation/replay-province.js';
import { readBack, type ReadBack } from '../../apps/cli/src/commands/demo/nation/read-back.js';
import { PUBLISHED_2025, scaledTotals } from '../../apps/cli/src/commands/demo/nation/totals.js';

const SCALE = 1000;
const vault = new LocalKeyVault(createHash('sha256').update('a small nation').digest());

describe('a nation at one thousandth', () => {
  let database: TestDatabase;
  let read: ReadBack;
  beforeAll(async () => {
    database = await createTestDatabase();
    const plan = planNation({ seed: 1, scale: SCALE });
    const system = { connections: database.connections, vault };
    const reference = await foundNation(system, plan);
    await writeProvinces(system, reference, { provinces: plan.provinces });
    read = await readBack(database.connections, reference, {
      agencies: plan.provinces.flatMap(({ agencies }) => agencies.map(({ code }) => code)),
      ...{ period: YEAR_2025, knownAt: instantOf(TODAY, '23:00') },
    });
  });
  afterAll(() => database.drop());

  it('has the published totals in the forms of its agencies, exactly', () => {
    expect(read.totals).toEqual(scaledTotals(PUBLISHED_2025, SCALE));
  });

  it('is the same one for the same seed, and another for another', () => {
    const told = (seed: number): string => {
      const { provinces } = planNation({ seed, scale: SCALE });
      return JSON.stringify(
        provinces.map(({ agencies, totals, seed: own }) =>
          planPlace(agencies, { totals, period: YEAR_2025, seed: own }),
        ),
      );
    };
    expect(told(1)).toBe(told(1));
    expect(told(2)).not.toBe(told(1));
  });

  it('has forms whose identities all hold', () => {
    expect(read.broken).toEqual([]);
  });

  it('has a ledger whose chains hold', async () => {
    const { findings, events } = await new PostgresLedgerArchive(database.connections).read(verifyAll);
    expect(findings).toEqual([]);
    expect(events).toBeGreaterThan(1000);
  });
});
