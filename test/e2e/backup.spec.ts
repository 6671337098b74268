import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, signIn } from './support/call.js';
import { type CliAnswer, House } from './support/house.js';
import { type Registered, register } from './support/petitions.js';

interface Drill {
  ok: boolean;
  checks: { key: string; ok: boolean; detail: string; differences: string[] }[];
}

type Manifest = { cluster: { startSegment: string } };

// Servers of their own are made, copied and started; on a busy machine each takes a while.
jest.setTimeout(240_000);

describe('a backup taken under load, and what it restores', () => {
  const house = House.open();
  const kept = house.at('kept');
  let api: Awaited<ReturnType<House['api']>>;
  let token: string;
  let key: string;
  let before: Registered;
  let backup: { name: string; exact: boolean };
  let wroteMeanwhile = 0;

  const wrong = Buffer.alloc(32, 7).toString('base64');
  const drill = async (
    env: Record<string, string> = {},
  ): Promise<{ answer: CliAnswer; report: Drill; failed: string[] }> => {
    const answer = await house.cli('data', ['backup', 'drill', kept, '--json'], env);
    const report = JSON.parse(answer.out || '{"checks":[]}') as Drill;
    return { answer, report, failed: report.checks.flatMap(({ ok, differences }) => (ok ? [] : differences)) };
  };
  const attach = async (petitionId: string, text: string) => {
    const form = new FormData();
    form.append('files', new Blob([`%PDF-1.4\n${text}\n%%EOF\n`], { type: 'application/pdf' }), 'don.pdf');
    const { status, text: said } = await call(api.url, 'POST', `/petitions/${petitionId}/attachments`, { token, form });
    if (status !== 201) throw new Error(`Not attached: ${status} ${said}`);
  };

  beforeAll(async () => {
    expect(await house.cli('data', ['migrate'])).toMatchObject({ code: 0 });
    api = await house.api('data');
    token = await signIn(api.url, 'motcua');
    before = await register(api.url, token, { type: 'denunciation' });
    await attach(before.id, 'Bản chụp đơn');
    expect(await house.cli('data', ['audit', 'export', house.at('ledger.jsonl')])).toMatchObject({ code: 0 });
    let going = true;
    const lane = async (): Promise<void> => {
      while (going) {
        const { id } = await register(api.url, token);
        wroteMeanwhile += 1;
        if (wroteMeanwhile % 3 === 0) await attach(id, `Tài liệu ${wroteMeanwhile}`);
      }
    };
    const lanes = [lane(), lane(), lane()];
    const answer = await house.cli('data', ['backup', kept, '--json']);
    going = false;
    await Promise.all(lanes);
    expect(answer).toMatchObject({ code: 0 });
    backup = JSON.parse(answer.out) as typeof backup;
    key = readFileSync(house.at('data/master.key'), 'utf8').trim();
  });
  afterAll(() => house.close(['data', 'new', 'later']));

  it('is taken while people register, at a moment when no write is on its way', () => {
    expect(wroteMeanwhile).toBeGreaterThan(0);
    expect(backup).toMatchObject({ exact: true, database: true, damagedBlobs: [] });
  });

  it('holds no key and no password', () => {
    const secrets = [key, ...Object.values(passwords())];
    const files = readdirSync(kept, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const telling = files.filter((entry) => {
      const text = readFileSync(join(entry.parentPath, entry.name), 'latin1');
      return secrets.some((secret) => text.includes(secret)) || /PRIVATE KEY/.test(text);
    });
    expect(telling.map(({ name }) => name)).toEqual([]);
    expect(files.length).toBeGreaterThan(500);
  });
  const passwords = () =>
    (
      JSON.parse(readFileSync(house.at('data/postgres/connection.json'), 'utf8')) as {
        passwords: Record<string, string>;
      }
    ).passwords;

  it('is restored by the drill on a folder of its own and agrees row by row, event by event, file by file', async () => {
    const { answer, report, failed } = await drill();
    expect(failed).toEqual([]);
    expect(answer.code).toBe(0);
    expect(report.checks.map(({ key: what }) => what)).toEqual(
      expect.arrayContaining(['key', 'cluster', 'wal', 'blobs', 'restore', 'rows', 'ledger', 'blobRows']),
    );
    expect(report.checks.find(({ key: what }) => what === 'ledger')?.detail).toContain('1 gốc cây');
    const [text] = readdirSync(join(kept, 'drills')).filter((name) => name.endsWith('.txt'));
    expect(readFileSync(join(kept, 'drills', text ?? ''), 'utf8')).toContain(
      'KẾT LUẬN: khôi phục được, khớp hoàn toàn.',
    );
  });

  it('names each thing that is wrong: a byte of a blob, a segment of the log, a file of the database, the key', async () => {
    const blob = readdirSync(join(kept, 'blobs'), { recursive: true, withFileTypes: true }).find((entry) =>
      entry.isFile(),
    );
    const manifest = JSON.parse(readFileSync(join(kept, backup.name, 'manifest.json'), 'utf8')) as Manifest;
    const segment = `${manifest.cluster.startSegment}.gz`;
    const paths = [
      join(blob?.parentPath ?? '', blob?.name ?? ''),
      join(kept, 'wal', segment),
      join(kept, backup.name, 'cluster/PG_VERSION'),
    ] as const;
    const whole = paths.map((path) => readFileSync(path));
    for (const path of [paths[0], paths[2]]) {
      const bytes = readFileSync(path);
      bytes[1] = (bytes[1] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    }
    rmSync(paths[1]);
    const { answer, failed } = await drill({ NGHE_DAN_MASTER_KEY: wrong });
    paths.forEach((path, index) => writeFileSync(path, whole[index] ?? ''));
    expect(answer.code).toBe(1);
    expect(failed).toEqual([
      expect.stringContaining('Khóa chính đưa vào không phải khóa đã niêm phong dữ liệu của bản sao lưu này'),
      'Tệp cơ sở dữ liệu PG_VERSION không còn đúng mã băm.',
      `Thiếu tệp WAL ${segment}.`,
      `Tệp lưu ${blob?.name} không còn đúng nội dung lúc lưu.`,
      expect.stringContaining('Không dựng được khi chưa sửa'),
    ]);
  });

  it('refuses another master key, and restores nothing with it', async () => {
    const restored = await house.cli('new', ['restore', kept], { NGHE_DAN_MASTER_KEY: wrong });
    expect(restored.code).toBe(1);
    expect(restored.err).toContain('BACKUP.KEY_WRONG');
    expect(existsSync(house.at('new/postgres'))).toBe(false);
    expect((await house.cli('new', ['restore', kept])).err).toContain('BACKUP.KEY_MISSING');
  });

  it('never writes over data that is there', async () => {
    const { code, err } = await house.cli('data', ['restore', kept]);
    expect(code).toBe(1);
    expect(err).toContain('BACKUP.NOT_CLEAN');
    expect((await house.cli('data', ['backup', house.at('data/inside')])).err).toContain('BACKUP.INSIDE_DATA');
  });

  it('goes back to an instant between two petitions, and people go on working there', async () => {
    const last = await register(api.url, token);
    const until = new Date().toISOString();
    const tooLate = await register(api.url, token);
    expect(await house.cli('data', ['backup', kept, '--wal'])).toMatchObject({ code: 0 });
    const answer = await house.cli('later', [
      'restore',
      kept,
      '--until',
      until,
      '--key-file',
      house.at('data/master.key'),
    ]);
    expect(answer).toMatchObject({ code: 0 });
    const again = await house.api('later');
    const officer = await signIn(again.url, 'motcua');
    const found = (id: string) => call(again.url, 'GET', `/petitions/${id}`, { token: officer });
    expect((await found(last.id)).status).toBe(200);
    expect((await found(before.id)).status).toBe(200);
    expect((await found(tooLate.id)).status).toBe(404);
    expect((await register(again.url, officer)).registerNumber).toBe(tooLate.registerNumber);
    await again.stop();
    // The signing key is in no backup: without its copy nothing is sealed until the loss is told.
    expect(await house.cli('later', ['audit', 'verify'])).toMatchObject({ code: 1 });
    expect(await house.cli('later', ['audit', 'rotate-key', '--lost'])).toMatchObject({ code: 0 });
    expect(await house.cli('later', ['audit', 'verify'])).toMatchObject({ code: 0 });
  });

  it('is what the checklist of the administrator tells of', async () => {
    const admin = await signIn(api.url, 'quantri');
    const { body } = await call<{ items: { key: string; state: string; detail: string }[] }>(
      api.url,
      'GET',
      '/administration/setup',
      { token: admin },
    );
    expect(body.items.find(({ key: what }) => what === 'backup')).toMatchObject({ state: 'done' });
  });
});
