import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { FolderImportStaging } from '#libs/files';
import { LocalKeyVault } from '#libs/identity';
import { CaseworkOpener, ImportRegister, RegisterPetition, UndoImport } from '#libs/intake';
import type { ImportBatchId } from '#libs/shared';
import { World } from '#testing/scenarios/support/world';
import { PostgresCaseRecords, PostgresImports, PostgresPetitions, PostgresRegistrationKeys } from './index.js';

const SAMPLE = readFileSync(join(__dirname, '../../../intake/fixtures/so-tiep-nhan-2026.xlsx'));
const TRUTH = JSON.parse(
  readFileSync(join(__dirname, '../../../intake/fixtures/so-tiep-nhan-2026.truth.json'), 'utf8'),
) as { row: number; name: string; kind: string; fault: string | null }[];

async function register(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Sổ');
  sheet.addRow(['STT', 'Ngày nhận', 'Nguồn đơn', 'Họ và tên', 'Số CCCD', 'Địa chỉ', 'Loại đơn', 'Nội dung', 'Ghi chú']);
  for (const row of rows) sheet.addRow([...row]);
  return Buffer.from((await workbook.xlsx.writeBuffer()) as Uint8Array);
}

describe('import of an old register', () => {
  let world: World;
  let dataDir: string;
  const vault = new LocalKeyVault(Buffer.alloc(32, 5));
  const as = (username: string) => world.person(username);
  const ports = () => ({
    work: world.runner,
    petitions: new PostgresPetitions(),
    imports: new PostgresImports(world.runner),
    staging: new FolderImportStaging(dataDir),
    cases: new CaseworkOpener(world.casework),
    records: new PostgresCaseRecords(() => new Date()),
    vault,
    keys: new PostgresRegistrationKeys(),
  });
  const imports = () => new ImportRegister(ports());
  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await world.db.admin.query<T>(sql, values)).rows;
  const count = async (what: string): Promise<number> =>
    Number((await rows<{ n: string }>(`SELECT count(*) AS n FROM app.${what}`))[0]?.n);

  beforeEach(async () => {
    world = await World.create({ max: 6 });
    await world.clock('2026-11-22');
    dataDir = await mkdtemp(join(tmpdir(), 'import-'));
  });
  afterEach(async () => {
    await world.close();
    await rm(dataDir, { recursive: true });
  });

  it('registers every row of the sample without an error, lists the others, keeps old numbers and leaves the counter alone', async () => {
    const { batchId, report } = await imports().preview(as('motcua'), SAMPLE);
    expect(await count('petition')).toBe(0);
    const batch = await imports().commit(as('motcua'), batchId);
    expect(batch).toMatchObject({ state: 'done', totalRows: 260, doneRows: 260, registered: report.petitions.length });
    const faulty = TRUTH.filter(({ fault }) => ['no-name', 'no-date', 'future-date'].includes(fault ?? ''));
    expect(batch.registered + faulty.length).toBe(260);
    const kept = await rows<{
      row_number: number;
      full_name: string | null;
      register_series: string;
      register_number: number;
    }>(
      `SELECT i.row_number, n.full_name, p.register_series, p.register_number FROM app.import_row i JOIN app.petition p ON p.id = i.petition_id JOIN app.petitioner n ON n.petition_id = p.id ORDER BY 1`,
    );
    for (const { row_number, full_name, register_series, register_number } of kept) {
      const truth = TRUTH.find(({ row }) => row === row_number);
      expect([row_number, full_name?.toLowerCase() ?? null]).toEqual([
        row_number,
        truth?.kind === 'tố cáo' ? null : truth?.name.toLowerCase(),
      ]);
      expect([register_series, register_number]).toEqual(['old-book', row_number - 3]);
    }
    expect(
      (await imports().faults(as('motcua'), batchId))
        .filter(({ state }) => state === 'attention')
        .map(({ row }) => row),
    ).toEqual(faulty.map(({ row }) => row));
    expect(await count('register_counter')).toBe(0);
    expect(await count('case_file')).toBe(batch.registered);
    const next = await new RegisterPetition(ports()).execute(as('motcua'), {
      type: 'feedback',
      channel: 'in_person',
      receivedOn: '2026-11-22',
      content: 'Kiến nghị',
      petitioners: [],
    });
    expect(next.registerLabel).toBe('1/2026');
    expect(await readdir(dataDir)).toEqual([]);
    // The same file again is said to be the same and, if the officer insists, comes in as a book of its own.
    const again = await imports().preview(as('motcua'), SAMPLE);
    expect(again.sameFileAs).toBe(batchId);
    expect(await imports().commit(as('motcua'), again.batchId)).toMatchObject({
      state: 'done',
      registered: batch.registered,
    });
  });

  it('leaves no denouncer readable: not in rows, not in the waiting file, not in what others see', async () => {
    // A name that others in the book or officers of the demo share proves nothing.
    const others = new Set([
      ...TRUTH.filter(({ kind }) => kind !== 'tố cáo').map(({ name }) => name),
      ...(await rows<{ full_name: string }>('SELECT full_name FROM app.app_user')).map(({ full_name }) => full_name),
    ]);
    const denouncers = TRUTH.filter(({ kind, name }) => kind === 'tố cáo' && !others.has(name)).map(({ name }) => name);
    expect(denouncers.length).toBeGreaterThan(25);
    const { batchId } = await imports().preview(as('motcua'), SAMPLE);
    const [waiting] = await readdir(dataDir);
    const bytes = readFileSync(join(dataDir, waiting ?? ''));
    for (const name of TRUTH.map((t) => t.name)) expect(bytes.includes(Buffer.from(name))).toBe(false);
    await imports().commit(as('motcua'), batchId);
    for (const { name } of await rows<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_schema IN ('app', 'bullmq') AND table_type = 'BASE TABLE'`,
    )) {
      const text = JSON.stringify(await rows(`SELECT to_jsonb(x) AS x FROM ${name} x`));
      expect([name, denouncers.filter((denouncer) => text.includes(denouncer))]).toEqual([name, []]);
    }
    const seen = (username: string) => world.runner.run(as(username), (tx) => ports().imports.petitions(tx, batchId));
    expect((await seen('chuyenvien')).some(({ sealed }) => sealed)).toBe(false);
    expect((await seen('motcua')).some(({ sealed }) => sealed)).toBe(true);
  });

  it('is undone as a whole with a reason; numbers stay, and the same file can come again', async () => {
    const first = await imports().commit(as('motcua'), (await imports().preview(as('motcua'), SAMPLE)).batchId);
    await expect(new UndoImport(ports()).execute(as('chuyenvien'), first.id, 'Nhập nhầm sổ')).rejects.toMatchObject({
      code: 'IMPORT.NOT_ALL_VISIBLE',
    });
    const [one] = await rows<{ id: string }>('SELECT id FROM app.case_file LIMIT 1');
    await world.db.admin.query('UPDATE app.case_file SET rev = 2 WHERE id = $1', [one?.id]);
    await expect(new UndoImport(ports()).execute(as('motcua'), first.id, 'Nhập nhầm sổ')).rejects.toMatchObject({
      code: 'IMPORT.MOVED_ON',
      status: 409,
    });
    expect(await rows('SELECT FROM app.petition WHERE voided_at IS NOT NULL')).toEqual([]);
    await world.db.admin.query('UPDATE app.case_file SET rev = 1 WHERE id = $1', [one?.id]);
    expect(await new UndoImport(ports()).execute(as('motcua'), first.id, 'Nhập nhầm sổ')).toMatchObject({
      state: 'undone',
      undoReason: 'Nhập nhầm sổ',
    });
    expect(await rows('SELECT FROM app.petition WHERE voided_at IS NULL')).toEqual([]);
    expect(await rows('SELECT FROM app.case_file WHERE closed_at IS NULL')).toEqual([]);
    await expect(new UndoImport(ports()).execute(as('motcua'), first.id, 'lần nữa')).rejects.toMatchObject({
      code: 'IMPORT.NOT_DONE',
    });
    const second = await imports().commit(as('motcua'), (await imports().preview(as('motcua'), SAMPLE)).batchId);
    expect(second.registered).toBe(first.registered);
    expect(await rows('SELECT DISTINCT register_series FROM app.petition ORDER BY 1')).toEqual([
      { register_series: 'old-book' },
      { register_series: 'old-book-2' },
    ]);
  });

  it('shows its progress while it runs, and a cancel takes everything back', async () => {
    const { batchId } = await imports().preview(as('motcua'), SAMPLE);
    const slow = ports();
    let seen: number | undefined;
    slow.imports.progress = async (actor, id, doneRows) => {
      const answer = await PostgresImports.prototype.progress.call(slow.imports, actor, id, doneRows);
      if (doneRows < 200) return answer;
      seen = (await imports().batch(as('motcua'), batchId)).doneRows;
      await imports().cancel(as('motcua'), batchId);
      return PostgresImports.prototype.progress.call(slow.imports, actor, id, doneRows);
    };
    expect(await new ImportRegister(slow).commit(as('motcua'), batchId)).toMatchObject({
      state: 'cancelled',
      registered: 0,
    });
    expect(seen).toBe(200);
    expect([await count('petition'), await count('case_file'), await count('import_row')]).toEqual([0, 0, 0]);
    expect(await readdir(dataDir)).toEqual([]);
    await expect(imports().commit(as('motcua'), batchId)).rejects.toMatchObject({ status: 409 });
  });

  it('takes everything back when one row cannot be written, and may be tried again', async () => {
    const { batchId } = await imports().preview(as('motcua'), SAMPLE);
    const broken = ports();
    let chunks = 0;
    broken.petitions.setCaseFiles = () => (++chunks > 1 ? Promise.reject(new Error('boom')) : Promise.resolve());
    await expect(new ImportRegister(broken).commit(as('motcua'), batchId)).rejects.toThrow('boom');
    expect([await count('petition'), (await imports().batch(as('motcua'), batchId)).state]).toEqual([0, 'failed']);
    expect((await imports().commit(as('motcua'), batchId)).state).toBe('done');
  });

  it('is registered once however many ask, and only by who has read the file', async () => {
    const { batchId } = await imports().preview(as('motcua'), SAMPLE);
    await expect(imports().commit(as('chuyenvien'), batchId)).rejects.toMatchObject({ code: 'IMPORT.OTHER_OFFICER' });
    await expect(imports().preview(as('quantri'), SAMPLE)).rejects.toMatchObject({ status: 403 });
    await expect(imports().preview(as('motcua'), SAMPLE, { agencyCode: 'XA-HOALOC' })).rejects.toMatchObject({
      status: 404,
    });
    const answers = await Promise.allSettled([1, 2, 3].map(() => imports().commit(as('motcua'), batchId)));
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    expect(await count('petition')).toBe(TRUTH.length - 15);
    await expect(
      imports().commit(as('motcua'), '00000000-0000-7000-8000-000000000000' as ImportBatchId),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('keeps remarks and repeated numbers, matches units only when unambiguous, and holds codes instead of values', async () => {
    const file = await register([
      [
        7,
        '05/01/2026',
        'Bưu điện',
        'Nguyễn Văn An',
        '038192136437',
        'thôn 1, xã Tân Thành',
        'KN',
        'Khiếu nại số 1',
        'đã gọi ông An 0912345678',
      ],
      [
        7,
        '06/01/2026',
        'Mặt trận Tổ quốc chuyển',
        'Lê Thị Bình',
        '',
        'thôn 2, xã Tân Thành, huyện Tân Yên',
        'TC',
        'Tố cáo trưởng thôn',
        'giữ kín chị Bình',
      ],
      ['9a', '07/01/2025', '', 'Trần Văn Cao', '', '', 'KNPA', 'Kiến nghị sửa cầu', ''],
      [11, '06/01/2026', '', 'Bùi Văn Em', '', 'xóm 5, xã Đại Thanh', 'KNPA', 'Kiến nghị nạo vét mương', ''],
      [12, '06/01/2026', '', 'Bùi Văn Gia', '', 'xóm 5, xã Đại Thanh, huyện Thanh Trì', 'KNPA', 'Kiến nghị mở chợ', ''],
      [10, 'hôm qua', '', 'Đỗ Thị Dung', 'abc', '', 'KN', 'Khiếu nại việc riêng', ''],
    ]);
    // The demo province stands for no real one; here it borrows the communes of Hà Nội.
    await world.db.admin.query(`UPDATE app.agency SET unit_code = '01' WHERE level = 'province'`);
    const { batchId } = await imports().preview(as('motcua'), file);
    await imports().commit(as('motcua'), batchId);
    expect(
      await rows(
        'SELECT register_year, register_number, register_label, channel, forwarder_kind, note FROM app.petition WHERE register_number NOT IN (11, 12) ORDER BY register_year, register_number',
      ),
    ).toEqual([
      {
        register_year: 2025,
        register_number: 9,
        register_label: '9a',
        channel: 'imported',
        forwarder_kind: null,
        note: null,
      },
      {
        register_year: 2026,
        register_number: 7,
        register_label: '7/2026',
        channel: 'post',
        forwarder_kind: null,
        note: 'đã gọi ông An 0912345678',
      },
      {
        register_year: 2026,
        register_number: 13,
        register_label: '7/2026',
        channel: 'forwarded',
        forwarder_kind: 'front',
        note: null,
      },
    ]);
    expect(
      await rows('SELECT ordinal, address, unit_code FROM app.petitioner WHERE address LIKE $1 ORDER BY address', [
        'xóm 5%',
      ]),
    ).toEqual([
      { ordinal: 1, address: 'xóm 5, xã Đại Thanh', unit_code: '00664' },
      { ordinal: 1, address: 'xóm 5, xã Đại Thanh, huyện Thanh Trì', unit_code: null },
    ]);
    expect(JSON.stringify(await rows('SELECT * FROM app.import_row'))).not.toMatch(
      /Văn An|Thị Bình|Thị Dung|0912345678|hôm qua/,
    );
    expect(JSON.stringify(await rows('SELECT facts FROM app.case_event'))).not.toMatch(
      /Văn An|Thị Bình|0912345678|Khiếu nại/,
    );
  });
});
