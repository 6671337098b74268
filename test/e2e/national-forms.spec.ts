import { Workbook } from '@cj-tech-master/excelts';
import { CENTRAL, seedCentral } from '../../apps/cli/src/commands/demo/nation/country.js';
import { call } from './support/call.js';
import { Office } from './support/cases.js';
import { seedDemo } from './support/seed.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Form {
  agencyCode: string;
  agencyName: string;
  exportable: boolean;
  notices: string[];
  knownAt: string;
  cells: { no: number; value: number | null; state: string }[];
  lines: { key: string; kind: string; title: string; ordinal: string; cells: { no: number; value: number | null }[] }[];
}
interface List {
  count: number;
  items: { weight: number; petitionId: string | null; caseFileId: string | null; agencyName: string }[];
  nextCursor: string | null;
}

const YEAR = 'from=2025-12-15&to=2026-12-14';
const WHO = CENTRAL.username;
/** A second province beside that of the demo, with a desk and an inspector. */
const SECOND = `
  WITH province AS (
    INSERT INTO app.agency (id, code, name, short_name, level, province_id)
    SELECT n, 'TINH-HAI', 'Ủy ban nhân dân tỉnh Hai', 'UBND tỉnh Hai', 'province', n FROM (SELECT nextval(pg_get_serial_sequence('app.agency', 'id'))::int) AS x(n)
    RETURNING id
  ), commune AS (
    INSERT INTO app.agency (code, name, short_name, level, parent_id, province_id)
    SELECT 'XA-HAI', 'Ủy ban nhân dân xã Hai', 'UBND xã Hai', 'commune', id, id FROM province RETURNING id
  )
  INSERT INTO app.app_user (username, full_name, password_hash, roles, agency_id, title, demo)
  SELECT n.username, n.name, (SELECT password_hash FROM app.app_user WHERE demo ORDER BY id LIMIT 1), ARRAY[n.role], n.agency, n.title, true
    FROM (SELECT 'motcua.hai', 'Ông Văn Hai', 'receptionist', id, 'Công chức tiếp nhận' FROM commune
          UNION ALL SELECT 'thanhtra.hai', 'Bà Thị Hai', 'inspector', id, 'Thanh tra viên' FROM province) AS n(username, name, role, agency, title)`;

describe('forms of the whole country', () => {
  let system: RunningSystem;
  let office: Office;
  beforeAll(async () => {
    system = await startSystem();
    await seedDemo(system, 120);
    await seedCentral(system.database.admin);
    await system.database.admin.query(SECOND);
    office = new Office(system);
    for (const type of ['complaint', 'feedback', 'denunciation']) await office.registerAs('motcua.hai', { type });
  }, 240_000);
  afterAll(() => system?.stop());

  const form = (username: string, id: string, more = '') => office.get<Form>(username, `/reports/${id}?${YEAR}${more}`);
  const list = async (username: string, address: string): Promise<List> => {
    const items: List['items'] = [];
    for (let cursor = ''; ;) {
      const page = await office.get<List>(username, `/reports/${address}&limit=200&cursor=${cursor}`);
      items.push(...page.items);
      if (page.nextCursor === null) return { ...page, items };
      cursor = page.nextCursor;
    }
  };
  const status = async (method: 'GET' | 'POST', path: string, body?: object) =>
    (await call(system.url, method, path, { token: await office.token(WHO), ...(body ? { body } : {}) })).status;

  it('has a line for each province, their sum, and the total; each line is the province’s own form', async () => {
    const nation = await form(WHO, 'XLD01');
    expect([nation.agencyCode, nation.exportable]).toEqual([CENTRAL.agency, true]);
    expect(nation.lines.map(({ key, kind }) => [key, kind])).toEqual([
      [CENTRAL.agency, 'own'],
      ['@province', 'group'],
      ['TINH-DEMO', 'below'],
      ['TINH-HAI', 'below'],
      ['', 'total'],
    ]);
    const values = (key: string) => nation.lines.find((line) => line.key === key)!.cells.map(({ value }) => value);
    for (const [key, username] of [
      ['TINH-DEMO', 'thanhtra'],
      ['TINH-HAI', 'thanhtra.hai'],
    ] as const)
      expect(values(key)).toEqual((await form(username, 'XLD01')).cells.map(({ value }) => value));
    expect(values('')).toEqual(values('@province'));
    expect(values('')).toEqual(
      values('TINH-DEMO').map((value, place) => (value === null ? null : value + values('TINH-HAI')[place]!)),
    );
    expect(values('TINH-HAI')[2]).toBe(2);
    const province = await form(WHO, 'XLD01', '&agency=TINH-DEMO');
    expect(province.cells.map(({ value }) => value)).toEqual(values('TINH-DEMO'));
  });

  it('every number of it opens a list whose count equals it', async () => {
    const nation = await form(WHO, 'XLD01');
    const at = `?${YEAR}&knownAt=${encodeURIComponent(nation.knownAt)}`;
    for (const { key, cells } of nation.lines)
      for (const { no, value } of cells.filter((cell) => (cell.value ?? 0) > 0)) {
        const found = await list(WHO, `XLD01/cells/${no}${at}&line=${encodeURIComponent(key)}`);
        expect([key, no, found.items.reduce((sum, { weight }) => sum + weight, 0)]).toEqual([key, no, value]);
      }
  });

  it('the workbook has the central body as who issues it, a row for each province, numbers as numbers', async () => {
    const nation = await form(WHO, 'XLD01');
    const answer = await fetch(`${system.url}/api/v1/reports/XLD01/export?${YEAR}&format=xlsx`, {
      headers: { authorization: `Bearer ${await office.token(WHO)}` },
    });
    const book = new Workbook();
    await book.xlsx.load(Buffer.from(await answer.arrayBuffer()));
    const rows = book.worksheets[0]!.getSheetValues().filter(Array.isArray) as unknown[][];
    for (const { title, ordinal, cells } of nation.lines)
      expect(rows.map(([, first, ...values]) => [first, ...values])).toContainEqual([
        ...[ordinal ? `${ordinal}. ${title}` : title, ...cells.map(({ value }) => value ?? '—')],
      ]);
    expect(JSON.stringify(rows)).toContain('THANH TRA CHÍNH PHỦ');
    for (const format of ['pdf', 'csv', 'json'])
      expect(await status('GET', `/reports/XLD01/export?${YEAR}&format=${format}`)).toBe(200);
  });

  it('denunciations are not counted in it, nor found, nor opened; the numbers of them are told without small cells', async () => {
    const nation = await form(WHO, 'XLD03');
    expect(nation.cells.filter(({ value }) => value !== null)).toEqual([]);
    expect(nation.notices.join(' ')).toMatch(/không được xem hồ sơ tố cáo/);
    const { rows } = await system.database.admin.query<{ id: string; file: string }>(
      'SELECT id, case_file_id AS file FROM app.petition WHERE visible_to IS NOT NULL',
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { id, file } of rows.slice(0, 12)) {
      expect(await status('GET', `/petitions/${id}`)).toBe(404);
      expect(await status('GET', `/case-files/${file}`)).toBe(404);
    }
    const told = await office.get<{ measures: { rows: { agencyCode: string; year: number | null }[] }[] }>(
      ...([WHO, '/reports/protected-figures?year=2026'] as const),
    );
    const numbers = told.measures.flatMap((one) => one.rows.map(({ year }) => year));
    expect(numbers.filter((value) => value !== null && value > 0 && value < 5)).toEqual([]);
  });

  it('whoever reads it only looks: no desk, no identity, no account, whatever stands in the row of the account', async () => {
    await system.database.admin.query(
      "UPDATE app.app_user SET roles = ARRAY['administrator', 'identityCustodian', 'inspector', 'provinceChairman', 'receptionist'] WHERE username = $1",
      [WHO],
    );
    const user = await office.get<{ roles: string[] }>(WHO, '/me');
    expect(user.roles).toEqual(['inspector']);
    expect(await status('POST', '/issued-reports', { form: 'XLD01', from: '2025-12-15', to: '2026-09-14' })).toBe(403);
    const { rows } = await system.database.admin.query<{ label: string }>(
      "SELECT p.register_label AS label FROM app.petition p JOIN app.agency a ON a.id = p.agency_id WHERE p.visible_to IS NOT NULL AND a.code = 'XA-TANTHANH'",
    );
    const body = { agency: 'XA-TANTHANH', registerNumber: rows[0]!.label, purpose: 'inspection', hours: 1 };
    const token = await office.token('motcua');
    const reason = 'Thanh tra trách nhiệm giải quyết';
    const made = await call<{ id: string }>(system.url, 'POST', '/identity-releases', {
      token,
      body: { ...body, reason },
    });
    expect(made.status).toBe(201);
    const asked = (username: string) => office.get<{ items: { id: string }[] }>(username, '/identity-releases');
    expect((await asked('thanhtra')).items.map(({ id }) => id)).toEqual([made.body.id]);
    expect((await asked(WHO)).items).toEqual([]);
    expect(await status('POST', `/identity-releases/${made.body.id}/approve`, {})).not.toBe(200);
    expect(await status('GET', '/administration/users')).not.toBe(200);
  });

  it('nobody of a province sees more than before: not the central body, not the other province', async () => {
    for (const path of [`/reports/XLD01?${YEAR}&agency=${CENTRAL.agency}`, `/reports/XLD01?${YEAR}&agency=TINH-HAI`])
      expect((await call(system.url, 'GET', path, { token: await office.token('thanhtra') })).status).toBe(404);
    const own = await form('thanhtra', 'XLD01');
    expect(own.lines.map(({ key }) => key)).not.toContain('TINH-HAI');
  });
});
