import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import PizZip from 'pizzip';
import { pdfText } from '#testing/support/read-pdf';
import { repository } from '#testing/support/repository';
import { call } from './support/call.js';
import { Office } from './support/cases.js';
import { seedDemo } from './support/seed.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Definition {
  id: string;
  columns: { no: number; title: string; unit: string; counts: object | null }[];
}
interface Report {
  id: string;
  title: string;
  state: string;
  hash: string;
  formHash: string | null;
  formId: string;
  formTitle: string;
  cells: { no: number; title: string; value: number | null }[];
  lines: { title: string; broken: { formula: string; severity: string }[] }[];
}
interface Recomputed {
  intact: boolean;
  equal: boolean;
  hash: string;
  differences: object[];
}

const PERIOD = { from: '2025-12-15', to: '2026-09-14' };
const VERSIONS = '/administration/report-forms';
const BASIS = 'Phụ lục kèm theo công văn 12/TTT';
const ID = 'XLD02-TT06';

/** Columns that the product does not have as a form, so that nothing of the catalogue can stand in for it. */
const version = (id: string, title: string, third: string) => ({
  ...{ id, code: '02/XLD', circular: 'TT 06/2025/TT-TTCP', title, validFrom: '2025-09-30', validTo: null },
  notice: 'Chưa đối chiếu biểu mẫu gốc.',
  columns: [
    { no: 1, title: 'Tổng số', unit: 'đơn', counts: { of: 'petitions', where: ['inHand'] } },
    { no: 2, title: 'Tiếp nhận trong kỳ', unit: 'đơn', counts: { of: 'petitions', where: ['inHand', 'received'] } },
    { no: 3, title: 'Đã xử lý', unit: 'đơn', counts: { of: 'petitions', where: ['inHand', third] } },
  ],
  identities: [
    { formula: '2<=1', severity: 'error' },
    { formula: '1=3', severity: 'warning', note: 'Đơn còn đang xử lý thì chưa có ở cột 3.' },
  ],
});

describe('issued reports of form versions that are data', () => {
  let system: RunningSystem;
  let office: Office;
  let folder: string;
  beforeAll(async () => {
    system = await startSystem();
    await seedDemo(system, 120);
    office = new Office(system);
    folder = mkdtempSync(join(tmpdir(), 'nghe-dan-versions-'));
  }, 240_000);
  afterAll(async () => {
    await system?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const post = async <Body>(username: string, path: string, body: object = {}) => {
    const answer = await call<Body>(system.url, 'POST', path, { token: await office.token(username), body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const add = (definition: object) =>
    post('quantri', VERSIONS, { definition: JSON.stringify(definition), basis: BASIS });
  const draft = (username: string, form = ID) => post<Report>(username, '/issued-reports', { form, ...PERIOD });
  const issue = (username: string, id: string) => post<Report>(username, `/issued-reports/${id}/issue`);
  const report = (username: string, id: string) => office.get<Report>(username, `/issued-reports/${id}`);
  const recomputed = (username: string, id: string) =>
    office.get<Recomputed>(username, `/issued-reports/${id}/recomputed`);
  const file = async (username: string, path: string) => {
    const answer = await fetch(`${system.url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${await office.token(username)}` },
    });
    expect([path, answer.status]).toEqual([path, 200]);
    const name = answer.headers.get('content-disposition') ?? '';
    return { name, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const cli = (...args: readonly string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      const { app, admin } = system.database.urls;
      execFile(
        process.execPath,
        ['dist/apps/cli/src/main.js', 'report', ...args, '--from', PERIOD.from, '--to', PERIOD.to],
        { cwd: repository, env: { ...system.environment, DATABASE_URL: app, DATABASE_ADMIN_URL: admin } },
        (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  let issued: Report;

  it('a version added as data is frozen and issued as any other form, with the hash of its definition', async () => {
    await add(version(ID, 'Tiếp nhận, xử lý đơn (thử)', 'handled'));
    const counted = await office.get<Report>('lanhdao.tinh', `/reports/${ID}?from=${PERIOD.from}&to=${PERIOD.to}`);
    const made = await draft('lanhdao.tinh');
    expect(made.cells.map(({ value }) => value)).toEqual(counted.cells.map(({ value }) => value));
    expect(made.cells[0]?.value).toBeGreaterThan(20);
    issued = await issue('lanhdao.tinh', made.id);
    expect(issued).toMatchObject({ state: 'issued', formId: ID, hash: made.hash });
    expect(issued.formHash).toMatch(/^[0-9a-f]{64}$/);
    const known = await draft('lanhdao.tinh', 'XLD04');
    expect(known.formHash).not.toBe(issued.formHash);
  });

  it('what only warns is kept with the report by agency, and printed on each copy', async () => {
    const warned = issued.lines.filter(({ broken }) => broken.length > 0);
    expect(warned.length).toBeGreaterThan(0);
    for (const { broken } of warned) expect(broken).toMatchObject([{ formula: '1=3', severity: 'warning' }]);
    const { bytes } = await file('lanhdao.tinh', `/issued-reports/${issued.id}/file?format=pdf`);
    const text = (await pdfText(bytes)).replaceAll(/\s+/g, ' ');
    for (const { title } of warned.filter(({ title }) => title !== 'Tổng' && !title.startsWith('Xã,')))
      expect(text).toContain(`${title}: ▲ cần xem lại: 1 (`);
  });

  it('its copies are a workbook, a sheet, a table and the very text that was hashed', async () => {
    const path = `/issued-reports/${issued.id}/file?format=`;
    const book = new Workbook();
    const xlsx = await file('lanhdao.tinh', `${path}xlsx`);
    expect(xlsx.name).toContain(`02-XLD-${ID}`);
    await book.xlsx.load(xlsx.bytes);
    const words = JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
    for (const told of [issued.hash, issued.title, 'công văn 12/TTT', 'Biểu số: 02/XLD']) expect(words).toContain(told);
    expect((await file('lanhdao.tinh', `${path}csv`)).bytes.toString('utf8')).toContain(issued.hash);
    const body = JSON.parse((await file('lanhdao.tinh', `${path}json`)).bytes.toString('utf8')) as {
      form: Definition;
      formHash: string;
    };
    expect([body.form.id, body.form.columns.length, body.formHash]).toEqual([ID, 3, issued.formHash]);
  });

  it('every frozen cell opens its list', async () => {
    for (const { no, value } of issued.cells) {
      const path = `/issued-reports/${issued.id}/cells/${no}`;
      const list = await office.get<{ items: object[]; hidden: number }>('lanhdao.tinh', path);
      expect([no, list.items.length + list.hidden]).toEqual([no, value]);
    }
  });

  it('a pack has a draft of it beside the product’s own forms, each under a name of its own', async () => {
    const { periods } = await office.get<{ periods: { key: string; to: string }[] }>('lanhdao', '/report-packs');
    const key = periods.find(({ to }) => to >= '2026-01-01')!.key;
    const pack = await post<{ id: string; reports: Report[] }>('lanhdao', '/report-packs', { key });
    expect(pack.reports.map(({ formId }) => formId)).toContain(ID);
    expect(pack.reports).toHaveLength(10);
    const zip = new PizZip((await file('lanhdao', `/report-packs/${pack.id}/file`)).bytes);
    const names = Object.keys(zip.files).filter((name) => name.endsWith('.xlsx'));
    expect(names).toHaveLength(10);
    expect(names.filter((name) => name.includes(ID))).toHaveLength(1);
    const one = pack.reports.find(({ formId }) => formId === ID)!;
    expect(await recomputed('lanhdao', one.id)).toMatchObject({ equal: true, hash: one.hash });
  });

  it('an inspector freezes the list behind one of its cells', async () => {
    const body = { name: 'Kiểm tra biểu mới', team: 'Đoàn 1', ...PERIOD };
    const { id } = await post<{ id: string }>('thanhtra', '/inspections', body);
    const list = await post<{ title: string; count: number; value: number }>('thanhtra', `/inspections/${id}/lists`, {
      ...{ form: ID, cell: 2, agency: 'XA-TANTHANH' },
    });
    expect(list.title).toContain('02/XLD, cột 2');
    expect(list.count).toBe(list.value);
    expect(list.count).toBeGreaterThan(0);
  });

  it('the command counts, prints and writes it, and names it among the forms there are', async () => {
    const path = join(folder, 'moi.xlsx');
    const told = await cli(ID, '--agency', 'TINH-DEMO', '--as', 'lanhdao.tinh', '--xlsx', path, '--json');
    expect(told.code).toBe(0);
    const counted = JSON.parse(told.out) as { cells: { value: number }[] };
    expect(counted.cells.map(({ value }) => value)).toEqual(issued.cells.map(({ value }) => value));
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
    expect(told.err).toContain('công văn 12/TTT');
    const unknown = await cli('KHONG-CO', '--agency', 'TINH-DEMO', '--as', 'lanhdao.tinh');
    expect([unknown.code, unknown.err.includes(ID)]).toEqual([2, true]);
  });

  it('a later version and the end of this one change nothing of what was issued: it counts again to the same hash', async () => {
    const later = `${ID}-B`;
    await add(version(later, 'Tiếp nhận, xử lý đơn (sửa)', 'unhandled'));
    await post('quantri', `${VERSIONS}/${ID}/end`, { lastDay: '2026-06-30' });
    const { items } = await office.get<{ items: { id: string; validTo: string | null }[] }>('quantri', VERSIONS);
    expect(items.find(({ id }) => id === ID)?.validTo).toBe('2026-06-30');
    const again = await recomputed('lanhdao.tinh', issued.id);
    expect(again).toMatchObject({ intact: true, equal: true, hash: issued.hash, differences: [] });
    expect(await report('lanhdao.tinh', issued.id)).toMatchObject({
      ...{ hash: issued.hash, formHash: issued.formHash, formTitle: issued.formTitle, cells: issued.cells },
    });
    const other = await issue('lanhdao.tinh', (await draft('lanhdao.tinh', later)).id);
    expect([other.state, other.formHash === issued.formHash]).toEqual(['issued', false]);
    expect(other.cells[2]?.value).not.toBe(issued.cells[2]?.value);
    expect(await recomputed('lanhdao.tinh', other.id)).toMatchObject({ equal: true, hash: other.hash });
    // Counted with the version as it is listed now, which ends: another definition, told by another hash.
    const ended = await draft('lanhdao.tinh');
    expect(ended.formHash).not.toBe(issued.formHash);
    expect(ended.cells).toEqual(issued.cells);
  });

  it('a version taken out of the register by whatever hand leaves what was issued countable', async () => {
    await system.database.admin.query('DELETE FROM app.report_form WHERE form_id = $1', [ID]);
    expect(await recomputed('lanhdao.tinh', issued.id)).toMatchObject({ equal: true, hash: issued.hash });
    const csv = await file('lanhdao.tinh', `/issued-reports/${issued.id}/file?format=csv`);
    expect(csv.bytes.toString('utf8')).toContain('Tiếp nhận trong kỳ');
  });
});
