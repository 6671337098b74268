import { createHash } from 'node:crypto';
import { verifyAll } from '#libs/audit';
import { LocalKeyVault } from '#libs/identity';
import {
  AgencyDirectory,
  PostgresAccounts,
  PostgresLedgerArchive,
  PostgresReportFacts,
  TransactionRunner,
} from '#libs/persistence';
import { agenciesOfLines, countFormByAgency, formFactsOf, linesOf, reportForm, ReportReader } from '#libs/reporting';
import { instantOf, localDate, type UserId } from '#libs/shared';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import { procedures } from '#workflows';
import type { Reference } from '../../apps/cli/src/commands/demo/bulk/reference.js';
import {
  foundNation,
  planNation,
  TODAY,
  writeProvinces,
  YEAR_2025,
} from '../../apps/cli/src/commands/demo/nation/build-nation.js';
import { CENTRAL } from '../../apps/cli/src/commands/demo/nation/country.js';
import { planPlace } from '../../apps/cli/src/commands/demo/nation/replay-province.js';
import { readBack, type ReadBack } from '../../apps/cli/src/commands/demo/nation/read-back.js';
import { PUBLISHED_2025, scaledTotals } from '../../apps/cli/src/commands/demo/nation/totals.js';

const SCALE = 1000;
const vault = new LocalKeyVault(createHash('sha256').update('a small nation').digest());

describe('a nation at one thousandth', () => {
  let database: TestDatabase;
  let read: ReadBack;
  let reference: Reference;
  beforeAll(async () => {
    database = await createTestDatabase();
    const plan = planNation({ seed: 1, scale: SCALE });
    const system = { connections: database.connections, vault };
    reference = await foundNation(system, plan);
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

  it('tells of any day what was told on that day, whatever came after', async () => {
    const day = localDate('2025-07-04');
    const plan = planNation({ seed: 1, scale: SCALE });
    const provinces = plan.provinces.slice(0, 6);
    const early = await createTestDatabase();
    try {
      const system = { connections: early.connections, vault };
      const own = await foundNation(system, plan);
      await writeProvinces(system, own, { provinces, today: day });
      const agencies = provinces.flatMap((province) => province.agencies.map(({ code }) => code));
      const asked = { agencies, period: YEAR_2025, knownAt: instantOf(day, '23:00') };
      const then = await readBack(early.connections, own, asked);
      const later = await readBack(database.connections, reference, asked);
      expect(later).toEqual(then);
      expect(then.totals.petitions).toBeGreaterThan(10);
      const now = await readBack(database.connections, reference, { ...asked, knownAt: instantOf(TODAY, '23:00') });
      expect(now.totals.petitions).toBeGreaterThan(then.totals.petitions);
    } finally {
      await early.drop();
    }
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

  it('is told to the body that the provinces report to: a line for each province, their sum, and no denunciation', async () => {
    const directory = new AgencyDirectory(database.connections.app);
    const runner = new TransactionRunner(database.connections);
    const accounts = new PostgresAccounts(database.connections.app, runner);
    const { rows } = await database.admin.query<{ id: UserId; username: string }>(
      "SELECT id, username FROM app.app_user WHERE username LIKE 'thanhtra.t%' ORDER BY username",
    );
    const reader = new ReportReader(new PostgresReportFacts(runner), procedures);
    const agencies = [...(await directory.all()).values()];
    const form = reportForm('XLD01')!;
    const counted = async (username: string, code: string) => {
      const actor = (await accounts.actor(rows.find((row) => row.username === username)!.id))!;
      const lines = linesOf(agencies, (await directory.byCode(code))!);
      const facts = formFactsOf(await reader.forForms(actor, instantOf(TODAY, '23:00')), agenciesOfLines(lines));
      return countFormByAgency(form, facts, { period: YEAR_2025, lines, agencies });
    };
    const nation = await counted(CENTRAL.username, CENTRAL.agency);
    const provinces = nation.lines.filter(({ key }) => key.startsWith('TINH-') && key !== 'TINH-DEMO');
    expect(provinces).toHaveLength(34);
    for (const line of provinces) {
      const own = await counted(`thanhtra.${line.key.toLowerCase()}`, line.key);
      expect([line.key, line.cells.map(({ value }) => value)]).toEqual([line.key, own.cells.map(({ value }) => value)]);
    }
    const sum = (no: number) => provinces.reduce((all, { cells }) => all + (cells[no - 1]?.value ?? 0), 0);
    expect(nation.cells[2]?.value).toBe(sum(3));
    expect(sum(3)).toBeGreaterThan(300);
    const sealed = read.forms.get('XLD01')!.get(3)! - sum(3);
    expect([sealed > 0, nation.notices.join(' ')]).toEqual([true, expect.stringMatching(/không gồm tố cáo/)]);
  }, 60_000);

  it('has forms whose identities all hold', () => {
    expect(read.broken).toEqual([]);
  });

  it('has a ledger whose chains hold', async () => {
    const { findings, events } = await new PostgresLedgerArchive(database.connections).read(verifyAll);
    expect(findings).toEqual([]);
    expect(events).toBeGreaterThan(1000);
  });
});
