import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { pdfText } from '#testing/support/read-pdf';
import { repository } from '#testing/support/repository';
import { call } from './support/call.js';
import { eventually, Office } from './support/cases.js';
import { seedDemo } from './support/seed.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Summary {
  id: string;
  code: string;
  columns: number;
  notice: string;
}
interface Counted extends Summary {
  knownAt: string;
  notices: string[];
  exportable: boolean;
  heads: { columns: number; rows: number }[];
  cells: { no: number; value: number | null; state: string; says: string }[];
  lines: {
    key: string;
    ordinal: string;
    title: string;
    cells: { no: number; value: number | null }[];
    broken: { severity: string }[];
  }[];
  identities: { formula: string; severity: string; state: string; cases: string[] }[];
}
interface List {
  count: number;
  opening: number;
  listHash: string;
  items: {
    weight: number;
    petitionId: string | null;
    caseFileId: string | null;
    registerLabel: string;
    agencyName: string;
  }[];
  nextCursor: string | null;
}

const REGISTER = join(repository, 'libs/intake/fixtures/so-tiep-nhan-2026.xlsx');
const YEAR = 'from=2025-12-15&to=2026-12-14';

describe('official forms', () => {
  let system: RunningSystem;
  let office: Office;
  let folder: string;
  beforeAll(async () => {
    system = await startSystem();
    await seedDemo(system, 160);
    office = new Office(system);
    folder = mkdtempSync(join(tmpdir(), 'nghe-dan-forms-'));
  }, 240_000);
  afterAll(async () => {
    await system?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const form = (username: string, id: string, more = '') =>
    office.get<Counted>(username, `/reports/${id}?${YEAR}${more}`);
  const known = async (username: string) =>
    (await office.get<{ forms: Summary[] }>(username, '/reports/forms')).forms.filter(({ columns }) => columns > 0);
  const list = async (username: string, address: string): Promise<List> => {
    const items: List['items'] = [];
    for (let cursor = ''; ;) {
      const page = await office.get<List>(username, `/reports/${address}&limit=200&cursor=${cursor}`);
      items.push(...page.items);
      if (page.nextCursor === null) return { ...page, items };
      cursor = page.nextCursor;
    }
  };
  const file = async (username: string, address: string) => {
    const answer = await fetch(`${system.url}/api/v1/reports/${address}`, {
      headers: { authorization: `Bearer ${await office.token(username)}` },
    });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const cli = (...args: readonly string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) =>
      execFile(
        process.execPath,
        ['dist/apps/cli/src/main.js', 'report', ...args, '--from', '2025-12-15', '--to', '2026-12-14'],
        {
          cwd: repository,
          env: {
            ...system.environment,
            DATABASE_URL: system.database.urls.app,
            DATABASE_ADMIN_URL: system.database.urls.admin,
          },
        },
        (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
      ),
    );

  const everyIdentityHolds = async () => {
    for (const username of ['lanhdao', 'lanhdao.tinh', 'thanhtra'])
      for (const { id } of await known(username)) {
        const counted = await form(username, id);
        const broken = counted.lines.flatMap((line) => line.broken.filter(({ severity }) => severity === 'error'));
        expect([username, id, broken, counted.exportable]).toEqual([username, id, [], true]);
      }
  };

  it('are listed with their validity; those of the circular in force stand without guessed columns', async () => {
    const { forms } = await office.get<{ forms: (Summary & { circular: string; validTo: string | null })[] }>(
      'thanhtra',
      '/reports/forms',
    );
    expect(forms.filter(({ columns }) => columns > 0).map(({ code }) => code)).toEqual([
      ...['01/TCD', '01/XLD', '02/XLD', '03/XLD', '04/XLD', '01/KQGQ', '02/KQGQ', '03/KQGQ', '04/KQGQ'],
    ]);
    const current = forms.filter(({ validTo }) => validTo === null);
    expect(current).toHaveLength(6);
    for (const { columns, notice } of current)
      expect([columns, notice]).toEqual([0, expect.stringMatching(/Chưa đối chiếu/)]);
  });

  it('who sees no denunciation is told so, and is given no zero for them', async () => {
    const seen = await form('lanhdao', 'XLD03');
    expect(seen.cells[0]).toMatchObject({ state: 'counted' });
    expect(seen.cells[0]?.value).toBeGreaterThan(0);
    const unseen = await form('thanhtra', 'XLD03');
    expect(unseen.cells.filter(({ value }) => value !== null)).toEqual([]);
    expect(unseen.notices.join(' ')).toMatch(/không được xem hồ sơ tố cáo/);
  });

  it('an agency below has no more than the whole, and one elsewhere is not there', async () => {
    const whole = await form('thanhtra', 'XLD01');
    const below = await form('thanhtra', 'XLD01', '&agency=XA-TANTHANH');
    for (const [place, { value }] of below.cells.entries())
      expect(value ?? 0).toBeLessThanOrEqual(whole.cells[place]?.value ?? 0);
    const token = await office.token('lanhdao');
    expect((await call(system.url, 'GET', `/reports/XLD01?${YEAR}&agency=TINH-DEMO`, { token })).status).toBe(404);
    expect((await call(system.url, 'GET', `/reports/XLD99?${YEAR}`, { token })).status).toBe(404);
    expect((await call(system.url, 'GET', `/reports/XLD01/cells/23?${YEAR}`, { token })).status).toBe(404);
    const desk = await office.token('motcua');
    expect((await call(system.url, 'GET', `/reports/XLD01?${YEAR}`, { token: desk })).status).toBe(403);
  });

  it('the workbook has the headings merged, the column numbers, figures as numbers and the notice of its source', async () => {
    const counted = await form('thanhtra', 'XLD01');
    const { status, bytes } = await file('thanhtra', `XLD01/export?${YEAR}&format=xlsx`);
    expect(status).toBe(200);
    const book = new Workbook();
    await book.xlsx.load(bytes);
    const sheet = book.getWorksheet('01-XLD')!;
    const rows = sheet.getSheetValues().filter(Array.isArray) as unknown[][];
    const numbers = rows.find((row) => row[1] === 'MS')!;
    expect(numbers.slice(2)).toEqual(counted.cells.map(({ no }) => no));
    const figures = rows.slice(rows.indexOf(numbers) + 1, rows.indexOf(numbers) + 1 + counted.lines.length);
    expect(figures.map(([, title, ...values]) => [title, ...values])).toEqual(
      counted.lines.map(({ ordinal, title, cells }) => [
        ...[ordinal ? `${ordinal}. ${title}` : title, ...cells.map(({ value }) => value ?? '—')],
      ]),
    );
    const text = rows
      .flat()
      .filter((cell) => typeof cell === 'string')
      .join('\n');
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Biểu số: 01/XLD (TT 01/2024/TT-TTCP)',
      'chưa đối chiếu công báo',
    ])
      expect(text).toContain(words);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1 });
    expect(sheet.hasMerges).toBe(true);
    const csv = (await file('thanhtra', `XLD01/export?${YEAR}&format=csv`)).bytes.toString('utf8');
    for (const { no, value } of counted.cells) expect(csv).toMatch(new RegExp(`"${no}",.*"${value ?? '—'}"`));
  });

  it('the command prints the same figures and writes the same workbook', async () => {
    const counted = await form('thanhtra', 'XLD01');
    const path = join(folder, 'xld01.xlsx');
    const { code, out } = await cli('XLD01', '--agency', 'TINH-DEMO', '--as', 'thanhtra', '--xlsx', path, '--json');
    expect(code).toBe(0);
    const told = JSON.parse(out) as { lines: { key: string; values: (number | null)[] }[] };
    expect(told.lines.map(({ key, values }) => [key, values])).toEqual(
      counted.lines.map(({ key, cells }) => [key, cells.map(({ value }) => value)]),
    );
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
    expect((await cli('TT06-XLD02', '--agency', 'TINH-DEMO')).code).toBe(2);
    expect((await cli('XLD01', '--agency', 'KHONG-CO')).code).toBe(1);
  });

  it('of the demo, and with the sample register imported, every identity of every form holds, in every line', async () => {
    await everyIdentityHolds();
    const before = await form('lanhdao', 'XLD01');
    const token = await office.token('motcua');
    const upload = new FormData();
    upload.append('file', new Blob([new Uint8Array(readFileSync(REGISTER))]), 'sổ.xlsx');
    const { batchId } = (await call<{ batchId: string }>(system.url, 'POST', '/imports', { token, form: upload })).body;
    await call(system.url, 'POST', `/imports/${batchId}/commit`, { token });
    await eventually('the import', async () =>
      (await office.get<{ state: string }>('motcua', `/imports/${batchId}`)).state === 'done' ? true : null,
    );
    await everyIdentityHolds();
    const after = await form('lanhdao', 'XLD01');
    expect((after.cells[0]?.value ?? 0) - (before.cells[0]?.value ?? 0)).toBeGreaterThan(200);
    const command = await cli('XLD01', '--agency', 'XA-TANTHANH', '--as', 'lanhdao', '--json');
    expect(command.code).toBe(0);
    const told = JSON.parse(command.out) as { cells: { value: number | null }[] };
    expect(told.cells.map(({ value }) => value)).toEqual(after.cells.map(({ value }) => value));
  });

  it('one case broken on purpose makes the export refuse with its number, and mended lets it go', async () => {
    const opened = await list('thanhtra', `XLD01/cells/14?${YEAR}`);
    const { petitionId, registerLabel } = opened.items[0]!;
    const say = (competent: boolean) =>
      system.database.admin.query(
        `WITH quiet AS MATERIALIZED (SELECT set_config('session_replication_role', 'replica', true))
         UPDATE app.case_event e SET facts = e.facts || jsonb_build_object('competent', $2::boolean) FROM quiet, app.case_file c
          WHERE c.id = e.case_id AND c.petition_id = $1 AND c.procedure = 'petition-handling' AND e.type = 'CHECK_COMPETENCE'`,
        [petitionId, competent],
      );
    await say(false);
    try {
      const counted = await form('thanhtra', 'XLD01');
      expect(counted.exportable).toBe(false);
      const token = await office.token('thanhtra');
      const refused = await call<{ code: string; detail: string; broken: { formula: string; cases: string[] }[] }>(
        ...[system.url, 'GET' as const, `/reports/XLD01/export?${YEAR}`, { token }],
      );
      expect([refused.status, refused.body.code]).toEqual([409, 'REPORT.IDENTITY_BROKEN']);
      expect(refused.body.broken).toMatchObject([{ formula: '18=19+20+21', cases: [registerLabel] }]);
      expect(refused.body.detail).toContain(registerLabel);
      const last = join(folder, 'last.csv');
      writeFileSync(last, 'bản trước');
      const files = ['--xlsx', join(folder, 'no.xlsx'), '--pdf', join(folder, 'no.pdf'), '--csv', last];
      const command = await cli('XLD01', '--agency', 'TINH-DEMO', '--as', 'thanhtra', ...files, '--json');
      expect([command.code, command.out]).toEqual([1, '']);
      for (const words of ['01/XLD', registerLabel, '18 (', opened.items[0]!.agencyName])
        expect(command.err).toContain(words);
      expect(readdirSync(folder).filter((name) => name.startsWith('no') || name.endsWith('.tmp'))).toEqual([]);
      expect(readFileSync(last, 'utf8')).toBe('bản trước');
    } finally {
      await say(true);
    }
    expect((await file('thanhtra', `XLD01/export?${YEAR}`)).status).toBe(200);
  });

  it('one that the transcription leaves open warns with its case, on every copy, and does not refuse', async () => {
    const concluded = await list('lanhdao', `KQGQ03/cells/24?${YEAR}`);
    const { caseFileId, registerLabel } = concluded.items[0]!;
    const say = (conclusion: string) =>
      system.database.admin.query(
        `WITH quiet AS MATERIALIZED (SELECT set_config('session_replication_role', 'replica', true))
         UPDATE app.case_event e SET facts = e.facts || jsonb_build_object('conclusion', $2::text) FROM quiet
          WHERE e.case_id = $1 AND e.type = 'CONCLUDE'`,
        [caseFileId, conclusion],
      );
    await say('none');
    try {
      const counted = await form('lanhdao', 'KQGQ03');
      const found = counted.identities.find(({ formula }) => formula === '24+26+28=6');
      expect(found).toMatchObject({ state: 'broken', severity: 'warning', cases: [registerLabel] });
      expect(counted.exportable).toBe(true);
      const pdf = await file('lanhdao', `KQGQ03/export?${YEAR}&format=pdf`);
      expect(pdf.status).toBe(200);
      const text = (await pdfText(pdf.bytes)).replaceAll(/\s+/g, ' ');
      expect(text).toContain('cần xem lại');
      expect(text).toContain(registerLabel);
      const command = await cli('KQGQ03', '--agency', 'XA-TANTHANH', '--as', 'lanhdao');
      expect([command.code, command.err.includes(registerLabel)]).toEqual([0, true]);
    } finally {
      await say('right');
    }
  });

  it('PDF says who, when and where it comes from, with the figures; JSON has every line', async () => {
    const counted = await form('thanhtra', 'TCD01');
    const { status, bytes } = await file('thanhtra', `TCD01/export?${YEAR}&format=pdf`);
    expect(status).toBe(200);
    const text = (await pdfText(bytes)).replaceAll(/\s+/g, ' ');
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Biểu số: 01/TCD (TT 01/2024/TT-TTCP)',
      'chưa đối chiếu công báo',
      'NGƯỜI LẬP BIỂU',
      'UBND xã Tân Thành',
    ])
      expect(text).toContain(words);
    const json = JSON.parse((await file('thanhtra', `TCD01/export?${YEAR}&format=json`)).bytes.toString('utf8')) as {
      lines: { key: string; values: (number | null)[] }[];
    };
    expect(json.lines.map(({ key, values }) => [key, values])).toEqual(
      counted.lines.map(({ key, cells }) => [key, cells.map(({ value }) => value)]),
    );
  });

  it('what an agency carries over from its paper books is in the forms once a second person has confirmed it', async () => {
    const path = '/administration/opening-balances';
    const before = await form('thanhtra', 'XLD01');
    const { counters } = await office.get<{ counters: { key: string }[] }>('motcua', path);
    const figures = counters.map(({ key }) => ({ key, value: key === 'petitions.feedback' ? 7 : 0 }));
    const body = { agency: 'XA-TANTHANH', year: 2026, startsOn: '2025-12-15', figures, source: 'Báo cáo năm 2025' };
    const made = await call<{ id: string }>(system.url, 'POST', path, { token: await office.token('motcua'), body });
    expect(made.status).toBe(201);
    expect((await form('thanhtra', 'XLD01')).cells[1]?.value).toBe(before.cells[1]?.value);
    const token = await office.token('lanhdao');
    const headers = { 'if-match': '"1"' };
    const confirmed = await call(system.url, 'POST', `${path}/${made.body.id}/confirm`, { token, body: {}, headers });
    expect(confirmed.status).toBe(200);
    // What readers take for now is a moment behind the database's.
    const after = await eventually('the confirmed balance', async () => {
      const told = await form('thanhtra', 'XLD01');
      return told.cells[1]?.value === before.cells[1]?.value ? null : told;
    });
    const grown = after.cells.flatMap(({ no, value }, place) =>
      value === before.cells[place]?.value ? [] : [[no, (value ?? 0) - (before.cells[place]?.value ?? 0)]],
    );
    expect(grown).toEqual([
      [1, 7],
      [2, 7],
      [5, 7],
    ]);
    expect(after.exportable).toBe(true);
    expect(after.notices.join(' ')).toMatch(/số dư đầu kỳ/);
    const found = await list('thanhtra', `XLD01/cells/2?${YEAR}&line=XA-TANTHANH`);
    expect(found.opening).toBe(7);
    const line = after.lines.find(({ key }) => key === 'XA-TANTHANH');
    expect(line?.cells[1]?.value).toBe(found.items.length + 7);
    const then = await form('thanhtra', 'XLD01', `&knownAt=${encodeURIComponent(before.knownAt)}`);
    expect(then.cells).toEqual(before.cells);
  });

  it('an administrator adds a version as data: refused with each place that is wrong, then counted, printed and told of', async () => {
    const path = '/administration/report-forms';
    const token = await office.token('quantri');
    const post = <T>(to: string, body: object) => call<T>(system.url, 'POST', to, { token, body });
    const { items } = await office.get<{ items: { id: string; definition: string }[] }>('quantri', path);
    const model = JSON.parse(items.find(({ id }) => id === 'XLD01')!.definition) as {
      columns: { counts: { where: string[] } }[];
    };
    const version = {
      ...model,
      ...{ id: 'XLD02-TT06', code: '02/XLD', circular: 'TT 06/2025/TT-TTCP', title: 'Tiếp nhận, xử lý đơn (thử)' },
      ...{ validFrom: '2025-09-30', validTo: null, notice: 'Chưa đối chiếu biểu mẫu gốc.' },
    };
    const basis = 'Phụ lục kèm theo công văn 12/TTT';
    const wrong = structuredClone(version);
    wrong.columns[3]!.counts.where = ['counted by magic'];
    const refused = await post<{ errors: { pointer: string }[] }>(path, { definition: JSON.stringify(wrong), basis });
    expect([refused.status, refused.body.errors.map(({ pointer }) => pointer)]).toEqual([
      ...[422, ['/definition/columns/3/counts/where/0']],
    ]);
    expect((await post(path, { definition: JSON.stringify(model), basis })).status).toBe(422);
    expect((await post(path, { definition: JSON.stringify(version), basis })).status).toBe(201);
    expect((await post(path, { definition: JSON.stringify(version), basis })).status).toBe(409);
    const [old, counted] = [await form('thanhtra', 'XLD01'), await form('thanhtra', 'XLD02-TT06')];
    expect(counted.cells.map(({ value }) => value)).toEqual(old.cells.map(({ value }) => value));
    expect(counted.notices.join(' ')).toMatch(/Chưa đối chiếu biểu mẫu gốc.*công văn 12/);
    const pdf = await file('thanhtra', `XLD02-TT06/export?${YEAR}&format=pdf`);
    expect((await pdfText(pdf.bytes)).replaceAll(/\s+/g, ' ')).toContain('công văn 12/TTT');
    expect((await post(`${path}/XLD02-TT06/end`, { lastDay: '2026-12-31' })).status).toBe(200);
    expect((await post(`${path}/XLD01/end`, { lastDay: '2026-12-31' })).status).toBe(404);
    const journal = await office.get<{ items: { type: string; sentence?: string }[] }>(
      ...(['quantri', '/administration/journal?limit=20'] as const),
    );
    expect(journal.items.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['REPORT_FORM_ADDED', 'REPORT_FORM_ENDED']),
    );
    const clerk = await office.token('motcua');
    expect((await call(system.url, 'POST', path, { token: clerk, body: { definition: '{}', basis } })).status).toBe(
      403,
    );
  });

  it('as known before, a form comes out again when more is recorded', async () => {
    const before = await form('lanhdao', 'XLD01');
    await office.registerAs('motcua');
    const now = await eventually('the new petition', async () => {
      const told = await form('lanhdao', 'XLD01');
      return told.cells[2]?.value === before.cells[2]?.value ? null : told;
    });
    const again = await form('lanhdao', 'XLD01', `&knownAt=${encodeURIComponent(before.knownAt)}`);
    expect(again.cells).toEqual(before.cells);
    expect(now.cells[2]?.value).toBe((before.cells[2]?.value ?? 0) + 1);
  });
});
