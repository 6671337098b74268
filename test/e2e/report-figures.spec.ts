import { call } from './support/call.js';
import { Office } from './support/cases.js';
import { seedDemo } from './support/seed.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Value {
  measure: string;
  value: number;
}
interface Row {
  key: string;
  name: string;
  figures: Value[];
  from?: string;
  to?: string;
}
interface Figures {
  from: string;
  to: string;
  knownAt: string;
  figures: Value[];
  rates: { rate: string; perMille: number | null; text: string; numerator: Value; denominator: Value }[];
  byAgency: Row[];
  byField: Row[];
  byProcedure: Row[];
  byLeader: Row[];
  byMonth: Row[];
  byReportMonth: Row[];
  byQuarter: Row[];
  flow: { path: string[]; count: number }[];
}
interface List {
  value: number;
  count: number;
  listHash: string;
  items: {
    caseFileId: string | null;
    petitionId: string | null;
    weight: number;
    resolvedOn: string | null;
    dueOn: string | null;
  }[];
  nextCursor: string | null;
}

const YEAR = { from: '2025-12-15', to: '2026-12-14' };
const asQuery = (query: Record<string, string>): string => new URLSearchParams(query).toString();

describe('figures of a report', () => {
  let system: RunningSystem;
  let office: Office;
  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await seedDemo(system, 180);
    office = new Office(system);
  }, 240_000);
  afterAll(() => system?.stop());

  const figures = (username: string, query: Record<string, string> = YEAR) =>
    office.get<Figures>(username, `/reports/figures?${asQuery(query)}`);
  /** All pages of a list. */
  const list = async (username: string, measure: string, query: Record<string, string>): Promise<List> => {
    const items: List['items'] = [];
    for (let cursor: string | null = ''; ;) {
      const page: List = await office.get<List>(
        username,
        `/reports/figures/${measure}/cases?${asQuery({ limit: '90', ...query, cursor: cursor ?? '' })}`,
      );
      items.push(...page.items);
      cursor = page.nextCursor;
      if (cursor === null) return { ...page, items };
    }
  };

  it('rows leave nothing out: agencies and ways of petitions add up to the whole', async () => {
    const told = await figures('thanhtra');
    const value = (measure: string) => told.figures.find((one) => one.measure === measure)?.value;
    expect(value('resolved')).toBeGreaterThan(10);
    expect(told.flow.filter(({ path }) => path.length === 1).reduce((sum, { count }) => sum + count, 0)).toBe(
      value('petitionsReceived'),
    );
    const agencies = told.byAgency.flatMap(({ figures: own }) => own.filter(({ measure }) => measure === 'resolved'));
    expect(agencies.reduce((sum, one) => sum + one.value, 0)).toBe(value('resolved'));
  });

  it('as known before, nothing changes when more is recorded, a limit is moved, a step corrected or a number voided', async () => {
    const before = await figures('thanhtra');
    const at = { ...YEAR, knownAt: before.knownAt };
    const measures = before.figures.map(({ measure }) => measure);
    const lists = async (query: Record<string, string>) =>
      Promise.all(measures.map(async (measure) => (await list('thanhtra', measure, query)).items));
    const known = await lists(at);

    // A limit that is prolonged moves its last day.
    const open = await list('lanhdao', 'stillOpen', { ...YEAR, procedure: 'complaint' });
    let prolonged = '';
    for (const { caseFileId } of open.items) {
      const { status } = await office.try('lanhdao', caseFileId ?? '', {
        type: 'FIND_COMPLEX',
        ...(await office.form('lanhdao', caseFileId ?? '', 'FIND_COMPLEX').catch(() => ({}))),
      });
      if (status === 200) prolonged = caseFileId ?? '';
      if (prolonged) break;
    }
    expect(prolonged).not.toBe('');
    const dueOf = (items: List['items']) => items.find((one) => one.caseFileId === prolonged)?.dueOn;
    const between = await figures('thanhtra');
    const afterwards = await list('thanhtra', 'stillOpen', { ...YEAR, knownAt: between.knownAt });
    expect(dueOf(afterwards.items)! > dueOf(open.items)!).toBe(true);

    // Taken back: today it is as before, and as known in between it is still prolonged.
    await office.step('lanhdao', prolonged, 'CORRECT_LAST_STEP', {
      ...(await office.form('lanhdao', prolonged, 'CORRECT_LAST_STEP')),
    });
    const now = await list('thanhtra', 'stillOpen', YEAR);
    expect(dueOf(now.items)).toBe(dueOf(open.items));
    expect((await list('thanhtra', 'stillOpen', { ...YEAR, knownAt: between.knownAt })).items).toEqual(
      afterwards.items,
    );

    // One case more, one petition voided, and days pass.
    const { id } = await office.complaintFile();
    await office.step('lanhdao', id, 'ACCEPT', await office.form('lanhdao', id, 'ACCEPT'));
    const petition = await office.register();
    const received = (await figures('thanhtra')).figures.find(({ measure }) => measure === 'petitionsReceived')!.value;
    const voided = await call(system.url, 'POST', `/petitions/${petition.id}/void`, {
      token: await office.token('motcua'),
      body: { reasonCode: 'other', reason: 'Vào sổ nhầm' },
    });
    expect(voided.status).toBe(200);
    await office.advance({ workingDays: 3 });

    const again = await figures('thanhtra', at);
    expect({ ...again, knownAt: '' }).toEqual({ ...before, knownAt: '' });
    expect(await lists(at)).toEqual(known);
    const latest = await figures('thanhtra');
    const value = (told: Figures, measure: string) => told.figures.find((one) => one.measure === measure)?.value ?? 0;
    expect(value(latest, 'accepted')).toBe(value(before, 'accepted') + 1);
    expect(value(latest, 'petitionsReceived')).toBe(received - 1);
  });

  it('a period without cases has no rate: a dash, not nothing or everything', async () => {
    const empty = await figures('thanhtra', { from: '2024-01-01', to: '2024-01-31' });
    expect(empty.rates.map(({ text }) => text)).toEqual(empty.rates.map(() => '—'));
    expect(empty.rates.length).toBeGreaterThan(3);
  });

  it('refuses a measure, an agency and a role that are not there to be told', async () => {
    const status = async (username: string, path: string) =>
      (await call(system.url, 'GET', path, { token: await office.token(username) })).status;
    expect(await status('motcua', '/reports/figures')).toBe(403);
    expect(await status('thanhtra', '/reports/figures/nothing/cases')).toBe(404);
    expect(await status('lanhdao', '/reports/figures?agency=XA-HOALOC')).toBe(404);
    expect(await status('thanhtra', '/reports/figures?from=2026-02-01&to=2026-01-01')).toBe(422);
  });
});

describe('denunciations in figures', () => {
  let system: RunningSystem;
  let office: Office;
  beforeAll(async () => {
    system = await startSystem();
    await seedDemo(system, 200);
    office = new Office(system);
  }, 240_000);
  afterAll(() => system?.stop());

  it('are in nobody’s list who is not named on them', async () => {
    const named = async (username: string) =>
      (
        await system.database.admin.query<{ id: string }>(
          `SELECT c.id FROM app.case_file c JOIN app.app_user u ON u.id = ANY (c.visible_to) WHERE u.username = $1 AND c.procedure = 'denunciation'`,
          [username],
        )
      ).rows.map(({ id }) => id);
    const mine = new Set(await named('lanhdao'));
    const others = await system.database.admin.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM app.case_file WHERE procedure = 'denunciation' AND NOT (SELECT id FROM app.app_user WHERE username = 'lanhdao') = ANY (visible_to)`,
    );
    expect([mine.size > 0, (others.rows[0]?.n ?? 0) > 0]).toEqual([true, true]);
    const { items } = await office.get<List>(
      'lanhdao',
      '/reports/figures/inCompetence/cases?limit=500&procedure=denunciation&from=2025-01-01&to=2027-01-01',
    );
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter(({ caseFileId }) => !mine.has(caseFileId ?? ''))).toEqual([]);
    const inspectors = await office.get<List>('thanhtra', '/reports/figures/inCompetence/cases?procedure=denunciation');
    expect(inspectors.items).toEqual([]);
  });

  it('are told to the province as numbers without small ones, and to nobody below', async () => {
    for (const username of ['thanhtra', 'lanhdao.tinh']) {
      const { measures } = await office.get<{
        measures: { rows: { agencyCode: string; quarters: (number | null)[]; year: number | null }[] }[];
      }>(username, '/reports/protected-figures?year=2026');
      const cells = measures.flatMap(({ rows }) => rows.flatMap(({ quarters, year }) => [...quarters, year]));
      expect(cells.filter((cell) => cell !== null && cell > 0).length).toBeGreaterThan(0);
      expect(cells.filter((cell) => cell !== null && cell > 0 && cell < 5)).toEqual([]);
      for (const { rows } of measures)
        for (const { quarters, year } of rows)
          expect([...quarters, year].filter((cell) => cell === null)).not.toHaveLength(1);
    }
    // One more denunciation moves none of them: who looks today and tomorrow learns nothing of it.
    const told = () => office.get('thanhtra', '/reports/protected-figures?year=2026');
    const before = await told();
    await office.register({ type: 'denunciation', content: 'Cán bộ nhận tiền khi làm sổ đỏ' });
    expect(await told()).toEqual(before);
    const status = async (username: string) =>
      (await call(system.url, 'GET', '/reports/protected-figures', { token: await office.token(username) })).status;
    expect([await status('lanhdao'), await status('truongphong'), await status('baomat')]).toEqual([403, 403, 403]);
  });

  it('leave a trace of who read whom, for inspectors and custodians, without what was read', async () => {
    const { rows } = await system.database.admin.query<{ id: string; label: string }>(
      `SELECT c.id, p.register_label AS label FROM app.case_file c JOIN app.petition p ON p.id = c.petition_id JOIN app.app_user u ON u.id = ANY (c.visible_to)
        WHERE u.username = 'lanhdao' AND c.procedure = 'denunciation' ORDER BY c.id LIMIT 1`,
    );
    const read = await call<{ items: { fullName: string }[] }>(
      system.url,
      'POST',
      `/case-files/${rows[0]?.id}/identity-readings`,
      { token: await office.token('lanhdao'), body: { purpose: 'verification' } },
    );
    const name = read.body.items[0]?.fullName ?? '';
    expect(name.length).toBeGreaterThan(3);
    for (const username of ['thanhtra', 'baomat']) {
      const log = await call<{
        items: { registerLabel: string; readerName: string; right: string }[];
        byPerson: { name: string; readings: number }[];
      }>(system.url, 'GET', '/identity-reading-log', { token: await office.token(username) });
      expect(log.body.items[0]).toMatchObject({
        registerLabel: rows[0]?.label,
        readerName: 'Phạm Quốc Cường',
        right: 'Được phân công trong hồ sơ',
      });
      expect(log.body.byPerson).toEqual([expect.objectContaining({ name: 'Phạm Quốc Cường', readings: 1 })]);
      expect(log.text).not.toContain(name);
    }
    for (const username of ['lanhdao', 'lanhdao.tinh', 'quantri', 'motcua'])
      expect([
        username,
        (await call(system.url, 'GET', '/identity-reading-log', { token: await office.token(username) })).status,
      ]).toEqual([username, 403]);
  });
});
