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
import { postgresReceptions, postgresSystem } from '../bench/support/systems.js';
import { planPlace, writePlace } from '../../apps/cli/src/commands/demo/nation/replay-province.js';
import { ReceptionReplay } from '../../apps/cli/src/commands/demo/nation/replay-receptions.js';

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

describe('a place of the nation written in bulk', () => {
  const period = { from: localDate('2024-12-15'), to: localDate('2025-12-14') };
  const today = addDays(period.to, 1);
  const totals = { petitions: 45, visits: 40, people: 66, groups: 3, cases: 16, resolved: 11 };
  const history = planPlace(
    [
      { code: 'TINH-DEMO', level: 'province', weight: 1, remote: false },
      { code: 'XA-TANTHANH', level: 'commune', weight: 2, remote: false },
      { code: 'XA-SONLAM', level: 'commune', weight: 1, remote: true },
    ],
    { totals, period, seed: 12 },
  );
  const start = instantOf(addDays(history.petitions[0]!.receivedOn, -1));
  let clicked: TestDatabase;
  let bulk: TestDatabase;
  beforeAll(async () => {
    [clicked, bulk] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const reference = await readReference(clicked.connections);
    await startClock(clicked.connections, start);
    const plan = history.petitions;
    await replayHistory(postgresSystem(clicked.connections, vault()), reference, { plan, today });
    await new ReceptionReplay(postgresReceptions(clicked.connections, vault()), reference).run(history.sessions);
    const system = { connections: bulk.connections, vault: vault() };
    await startClock(bulk.connections, instantOf(today, '08:30'));
    await writePlace(system, history, { reference: await readReference(bulk.connections), today });
  });
  afterAll(() => Promise.all([clicked.drop(), bulk.drop()]));

  it('equals the one that clicks wrote, row for row in every table', async () => {
    const [one, other] = await Promise.all([comparable(clicked.admin), comparable(bulk.admin)]);
    expect(other).toEqual(one);
    for (const table of ['reception_session', 'reception_visit', 'reception_person', 'reception_deadline'])
      expect(one[table]?.length).toBeGreaterThan(9);
  });

  it('holds every kind of history that the nation is made of', async () => {
    const { rows } = await bulk.admin.query<{ kind: string }>(
      `SELECT DISTINCT 'case ' || c.procedure || ' ' || e.type AS kind FROM app.case_file c JOIN app.case_event e ON e.case_id = c.id AND e.kind = 'procedure'
       UNION SELECT 'way ' || e.type FROM app.case_event e JOIN app.case_file c ON c.id = e.case_id AND c.procedure = 'petition-handling'
       UNION SELECT 'session ' || kind FROM app.reception_session
       UNION SELECT 'received by ' || CASE WHEN hosted_by = leader_id THEN 'leader' ELSE 'deputy' END FROM app.reception_session WHERE kind = 'periodic'
       UNION SELECT 'visit ' || type || ' ' || outcome FROM app.reception_visit
       UNION SELECT 'group' FROM app.reception_visit WHERE group_size >= 5
       UNION SELECT 'party' FROM app.reception_visit WHERE group_size BETWEEN 2 AND 4
       UNION SELECT 'again' FROM app.reception_person GROUP BY id_index HAVING count(id_index) > 1`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        ...['case complaint ACCEPT', 'case complaint DECIDE', 'case denunciation ACCEPT', 'case denunciation CONCLUDE'],
        ...['way PROPOSE_ACCEPTANCE', 'way GUIDE', 'way TRANSFER', 'session regular', 'session periodic'],
        ...['received by leader', 'received by deputy', 'group', 'party', 'again', 'visit complaint guided'],
      ]),
    );
  });
});
