import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import PizZip from 'pizzip';
import { call } from './support/call.js';
import { Office } from './support/cases.js';
import { seedDemo } from './support/seed.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Difference {
  line: string;
  no: number;
  was: number | null;
  now: number | null;
  came: { registerLabel: string }[];
  went: { registerLabel: string }[];
  hidden: number;
}
interface Report {
  id: string;
  title: string;
  state: string;
  hash: string;
  formId: string;
  revision: number | null;
  reason: string | null;
  replacedBy: string | null;
  issuable: boolean;
  whyNot: string | null;
  adjusts: string | null;
  cells: { no: number; value: number | null }[];
  revisions: { id: string; state: string }[];
  differences: Difference[];
}
interface Recomputed {
  intact: boolean;
  equal: boolean;
  cells: number;
  outOfSight: number;
  differences: Difference[];
}
interface Refusal {
  code: string;
  title: string;
  detail: string;
  broken: { line: string; formula: string; cases: string[] }[];
}

const PERIOD = { from: '2025-12-15', to: '2026-09-14' };
/** The tool that an outsider has. */
const SUMS = 'sha256sum';
const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

describe('issued reports', () => {
  let system: RunningSystem;
  let office: Office;
  let folder: string;
  beforeAll(async () => {
    system = await startSystem();
    await seedDemo(system, 160);
    office = new Office(system);
    folder = mkdtempSync(join(tmpdir(), 'nghe-dan-issued-'));
  }, 240_000);
  afterAll(async () => {
    await system?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const post = async <Body>(username: string, path: string, body: object = {}) =>
    call<Body>(system.url, 'POST', path, { token: await office.token(username), body });
  const draft = async (username: string, form: string, period: object = PERIOD): Promise<Report> => {
    const answer = await post<Report>(username, '/issued-reports', { form, ...period });
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
    return answer.body;
  };
  const issue = (username: string, id: string, reason?: string) =>
    post<Report & Refusal>(username, `/issued-reports/${id}/issue`, reason ? { reason } : {});
  const report = (username: string, id: string) => office.get<Report>(username, `/issued-reports/${id}`);
  const recomputed = (username: string, id: string) =>
    office.get<Recomputed>(username, `/issued-reports/${id}/recomputed`);
  const file = async (username: string, id: string, format: string) => {
    const answer = await fetch(`${system.url}/api/v1/issued-reports/${id}/file?format=${format}`, {
      headers: { authorization: `Bearer ${await office.token(username)}` },
    });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  let first: Report;

  it('a draft is frozen as the form was counted, and issued under a number and its hash', async () => {
    const counted = await office.get<Report>('lanhdao', `/reports/XLD01?from=${PERIOD.from}&to=${PERIOD.to}`);
    const made = await draft('lanhdao', 'XLD01');
    expect(made).toMatchObject({ state: 'draft', title: 'Dự thảo', issuable: true, adjusts: null });
    expect(made.cells.map(({ value }) => value)).toEqual(counted.cells.map(({ value }) => value));
    expect(made.cells[0]?.value).toBeGreaterThan(3);
    const issued = await issue('lanhdao', made.id);
    expect(issued.status).toBe(200);
    first = issued.body;
    expect(first).toMatchObject({ state: 'issued', revision: 0, hash: made.hash });
    expect(first.title).toMatch(/^Số \d\d\/2026$/);
    expect((await issue('lanhdao', made.id)).body.code).toBe('REPORT.ISSUED');
  });

  it('only the head issues, of a period that is over; a desk sees none of it', async () => {
    expect((await post('motcua', '/issued-reports', { form: 'XLD01', ...PERIOD })).status).toBe(403);
    expect((await post('thanhtra', '/issued-reports', { form: 'XLD01', ...PERIOD })).status).toBe(403);
    const own = await draft('truongphong', 'XLD02');
    expect(own.issuable).toBe(false);
    expect((await issue('truongphong', own.id)).status).toBe(403);
    const open = await draft('lanhdao', 'XLD02', { from: '2025-12-15', to: '2026-12-14' });
    expect(open.whyNot).toMatch(/14\/12\/2026/);
    expect((await issue('lanhdao', open.id)).body.code).toBe('REPORT.PERIOD_OPEN');
    const desk = await office.token('motcua');
    expect((await call(system.url, 'GET', `/issued-reports/${first.id}`, { token: desk })).status).toBe(403);
  });

  it('a report that counts denunciations is not there for who sees none of them', async () => {
    const { rows } = await system.database.admin.query<{ shielded: number }>(
      'SELECT cardinality(shielded) AS shielded FROM app.report_snapshot WHERE id = $1',
      [first.id],
    );
    expect(rows[0]?.shielded).toBeGreaterThan(0);
    const inspector = await office.token('thanhtra');
    for (const path of ['', '/recomputed', '/cells/1', '/file?format=json'])
      expect((await call(system.url, 'GET', `/issued-reports/${first.id}${path}`, { token: inspector })).status).toBe(
        404,
      );
    const listed = await office.get<{ items: Report[] }>('thanhtra', '/issued-reports');
    expect(listed.items.map(({ id }) => id)).not.toContain(first.id);
    const complaints = await draft('lanhdao', 'XLD04');
    expect((await report('thanhtra', complaints.id)).id).toBe(complaints.id);
  });

  it('every frozen cell opens a list as long as it says, and its ids hash to what stands in the report', async () => {
    const { bytes } = await file('lanhdao', first.id, 'zip');
    const zip = new PizZip(bytes);
    const body = zip.file('ban-chot.json')!.asText();
    expect(sha256(body)).toBe(first.hash);
    const frozen = JSON.parse(body) as {
      lines: { key: string; cells: { no: number; count: number; listHash: string; value: number | null }[] }[];
    };
    const lists = frozen.lines.flatMap(({ key, cells }) => cells.map((cell) => ({ key, ...cell })));
    expect(lists.filter(({ count }) => count > 0).length).toBeGreaterThan(8);
    for (const { key, no, count, listHash } of lists) {
      const ids = zip.file(`danh-sach/${key || 'TONG'}/cot-${String(no).padStart(2, '0')}.txt`)?.asText() ?? '';
      expect([no, sha256(ids)]).toEqual([no, listHash]);
      const list = await office.get<{ count: number; hidden: number; items: object[] }>(
        'lanhdao',
        `/issued-reports/${first.id}/cells/${no}?line=${encodeURIComponent(key)}`,
      );
      expect([no, list.items.length + list.hidden]).toEqual([no, count]);
    }
    const names = Object.keys(zip.files).filter((name) => !zip.files[name]!.dir);
    for (const name of names) {
      execFileSync('mkdir', ['-p', join(folder, name, '..')]);
      writeFileSync(join(folder, name), zip.file(name)!.asNodeBuffer());
    }
    execFileSync(SUMS, ['-c', '--quiet', 'SHA256SUMS'], { cwd: folder });
  });

  it('files come from what was frozen, carry number and hash, and the JSON is the very text that was hashed', async () => {
    expect(sha256((await file('lanhdao', first.id, 'json')).bytes)).toBe(first.hash);
    const book = new Workbook();
    await book.xlsx.load((await file('lanhdao', first.id, 'xlsx')).bytes);
    const words = JSON.stringify(book.worksheets[0]?.getSheetValues());
    expect(words).toContain(first.hash);
    expect(words).toContain(first.title);
    const csv = (await file('lanhdao', first.id, 'csv')).bytes.toString('utf8');
    expect(csv).toContain(first.hash);
  });

  it('the act is in the book of the agency, with the hash and no name', async () => {
    const { items } = await office.get<{ items: { type: string; title: string }[] }>(
      'quantri',
      '/administration/journal?type=REPORT_ISSUED',
    );
    expect(JSON.stringify(items)).toContain(first.hash.slice(0, 12));
  });

  it('nobody changes or removes what was frozen', async () => {
    for (const table of ['report_snapshot', 'report_list', 'report_issue'])
      for (const text of [
        `DELETE FROM app.${table}`,
        `UPDATE app.${table} SET ${table === 'report_issue' ? 'number = 9' : table === 'report_list' ? "ids = '{}'" : "body = '{}'"}`,
      ]) {
        await expect(system.database.connections.app.query(text)).rejects.toThrow(/permission denied/);
        await expect(system.database.admin.query(text)).rejects.toThrow(/written once/);
      }
  });

  it('what is recorded later does not reach it; the same figures come out again, and an adjusted one says what differs', async () => {
    const late = await office.register({ type: 'feedback', receivedOn: PERIOD.to });
    expect((await report('lanhdao', first.id)).cells).toEqual(first.cells);
    expect(await recomputed('lanhdao', first.id)).toMatchObject({ intact: true, equal: true, differences: [] });

    const second = await draft('lanhdao', 'XLD01');
    expect(second.adjusts).toBe(first.title);
    const more = second.differences.find(({ no, line }) => no === 1 && line === second.differences[0]?.line);
    expect(more).toMatchObject({ was: first.cells[0]!.value, now: first.cells[0]!.value! + 1, went: [] });
    expect(more?.came.map(({ registerLabel }) => registerLabel)).toEqual([`${late.registerNumber}/2026`]);
    expect((await issue('lanhdao', second.id)).body.code).toBe('REPORT.REASON_MISSING');
    const issued = await issue('lanhdao', second.id, 'Nhập bù một đơn từ sổ giấy');
    expect(issued.body).toMatchObject({ state: 'issued', revision: 1, reason: 'Nhập bù một đơn từ sổ giấy' });
    expect(issued.body.differences).toEqual(second.differences);
    expect(await report('lanhdao', first.id)).toMatchObject({ state: 'replaced', replacedBy: second.id });

    const same = await draft('lanhdao', 'XLD01');
    expect((await issue('lanhdao', same.id, 'Phát hành lại')).body.code).toBe('REPORT.NO_CHANGE');
  });

  /** What a step of a file said, changed in the store behind everybody's back. */
  const say = (petitionId: string, type: string, facts: object) =>
    system.database.admin.query(
      `WITH quiet AS MATERIALIZED (SELECT set_config('session_replication_role', 'replica', true))
       UPDATE app.case_event e SET facts = e.facts || $3::jsonb FROM quiet, app.case_file c
        WHERE c.id = e.case_id AND c.petition_id = $1 AND e.type = $2`,
      [petitionId, type, JSON.stringify(facts)],
    );
  const caseBehind = async (username: string, cell: string) => {
    const path = `/reports/${cell}?from=${PERIOD.from}&to=${PERIOD.to}&line=XA-TANTHANH`;
    return (await office.get<{ items: { petitionId: string; registerLabel: string }[] }>(username, path)).items[0]!;
  };
  const acts = async () => {
    const path = '/administration/journal?type=REPORT_ISSUED';
    const { items } = await office.get<{ items: object[] }>('quantri', path);
    const { rowCount } = await system.database.admin.query('SELECT FROM app.report_issue');
    return [items.length, rowCount];
  };

  it('an identity that does not hold refuses the issuing by form, agency, columns and case, and nothing is half-written', async () => {
    const { petitionId, registerLabel } = await caseBehind('lanhdao.tinh', 'XLD01/cells/14');
    const before = await acts();
    await say(petitionId, 'CHECK_COMPETENCE', { competent: false });
    try {
      const made = await draft('lanhdao.tinh', 'XLD01');
      expect(made).toMatchObject({ issuable: false, whyNot: expect.stringMatching(/công thức không khớp/) as string });
      const refused = await issue('lanhdao.tinh', made.id);
      expect([refused.status, refused.body.code]).toEqual([409, 'REPORT.IDENTITY_BROKEN']);
      expect(refused.body.title).toContain('01/XLD');
      expect(refused.body.detail).toMatch(/UBND xã Tân Thành: cột 18 \(\d+\) = 19 \+ 20 \+ 21 \(\d+\)/);
      expect(refused.body.broken).toMatchObject([
        { line: 'UBND xã Tân Thành', formula: '18=19+20+21', cases: [registerLabel] },
      ]);
      for (const format of ['xlsx', 'pdf', 'csv', 'zip'])
        expect((await file('lanhdao.tinh', made.id, format)).status).toBe(409);
      expect(await acts()).toEqual(before);
      expect(await report('lanhdao.tinh', made.id)).toMatchObject({ state: 'draft', title: 'Dự thảo' });
    } finally {
      await say(petitionId, 'CHECK_COMPETENCE', { competent: true });
    }
    const mended = await issue('lanhdao.tinh', (await draft('lanhdao.tinh', 'XLD01')).id);
    expect([mended.status, mended.body.title]).toEqual([200, 'Số 01/2026']);
  });

  it('a byte changed in the store is found, and such a draft is not issued', async () => {
    const made = await draft('lanhdao', 'KQGQ01');
    const { admin } = system.database;
    await admin.query('ALTER TABLE app.report_list DISABLE TRIGGER list_written_once');
    await admin.query(
      `UPDATE app.report_list SET ids = ids[2:] WHERE snapshot_id = $1 AND cardinality(ids) = (SELECT max(cardinality(ids)) FROM app.report_list WHERE snapshot_id = $1)`,
      [made.id],
    );
    await admin.query('ALTER TABLE app.report_list ENABLE TRIGGER list_written_once');
    expect((await recomputed('lanhdao', made.id)).intact).toBe(false);
    expect((await issue('lanhdao', made.id)).body.code).toBe('REPORT.CHANGED');
  });
});
