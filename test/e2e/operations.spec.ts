import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { call } from './support/call.js';
import { eventually, Office } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Health {
  state: string;
  items: { key: string; state: string; detail: string }[];
  workers: { alive: boolean }[];
  queue: { backend: string; queues: { name: string; waiting: number }[] } | null;
}
interface FailedEffects {
  items: { id: string; title: string; reason: string; code: string; caseFileId: string | null; protected: boolean }[];
}

describe('the health of the running system', () => {
  let system: RunningSystem;
  let office: Office;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    office = new Office(system);
  });
  afterAll(() => system?.stop());

  const health = () => office.get<Health>('quantri', '/operations/health');
  const item = (found: Health, key: string) => found.items.find((one) => one.key === key);
  const orderEffect = async (caseFileId: string, occurredOn: string): Promise<string> => {
    const { rows } = await system.database.admin.query<{ id: string }>(
      `INSERT INTO app.effect (case_id, kind, payload) VALUES ($1, 'case.advance', jsonb_build_object('ruleId', 'KN.EFFECT.L1', 'occurredOn', $2::text))
       RETURNING id`,
      [caseFileId, occurredOn],
    );
    return rows[0]!.id;
  };
  const failed = () => office.get<FailedEffects>('quantri', '/operations/failed-effects');

  it('is told by the worker itself, with its queues', async () => {
    const found = await eventually('the first beat', async () => {
      const now = await health();
      return now.workers.some(({ alive }) => alive) ? now : null;
    });
    expect(item(found, 'workers')).toMatchObject({ state: 'ok' });
    expect(item(found, 'migrations')).toMatchObject({ state: 'ok' });
    expect(found.queue?.backend).toBe('postgres');
    expect(found.queue?.queues.map(({ name }) => name)).toEqual(expect.arrayContaining(['nghe-dan-effects']));
  });

  it('is for administrators, and names nobody', async () => {
    for (const path of ['health', 'failed-effects', 'stored-files', 'backups'].map((name) => `/operations/${name}`))
      expect((await call(system.url, 'GET', path, { token: await office.token('thanhtra') })).status).toBe(403);
    const registered = await office.register();
    expect(JSON.stringify(await health())).not.toContain(registered.id);
  });

  it('keeps what a rule refuses for a person to look at, and does not try it again', async () => {
    const { caseFileId } = await office.register();
    const id = await orderEffect(caseFileId, '2025-01-06');
    const { items } = await eventually('the refusal', async () => {
      const found = await failed();
      return found.items.length > 0 ? found : null;
    });
    expect(items).toEqual([
      expect.objectContaining({ id, code: 'PROCEDURE.EVENT_UNKNOWN', caseFileId, protected: false }),
    ]);
    expect(items[0]?.reason).toContain('không có bước này');
    expect(item(await health(), 'failed')).toMatchObject({ state: 'warning' });
    const before = await system.database.admin.query('SELECT attempts, sent_at FROM app.effect WHERE id = $1', [id]);
    await system.database.admin.query(`UPDATE app.effect SET sent_at = now() - interval '1 day' WHERE id = $1`, [id]);
    await office.register();
    await eventually('the relay has been by', async () => {
      const { rows } = await system.database.admin.query(
        'SELECT FROM app.effect WHERE done_at IS NULL AND failed_at IS NULL',
      );
      return rows.length === 0 ? true : null;
    });
    const after = await system.database.admin.query('SELECT attempts FROM app.effect WHERE id = $1', [id]);
    expect(after.rows[0]?.attempts).toBe(before.rows[0]?.attempts);
  });

  it('does it again when a person asks and says why, which is written into the book of administration', async () => {
    const [first] = (await failed()).items;
    const retry = async (username: string, reason: string) =>
      call<FailedEffects>(system.url, 'POST', `/operations/failed-effects/${first?.id}/retry`, {
        token: await office.token(username),
        body: { reason },
      });
    expect((await retry('lanhdao', 'Đã sửa quy trình của hồ sơ')).status).toBe(403);
    expect((await retry('quantri', 'x')).status).toBe(422);
    expect((await retry('quantri', 'Đã sửa quy trình của hồ sơ')).status).toBe(200);
    const again = await eventually('the second refusal', async () =>
      (await failed()).items.find(({ id }) => id === first?.id),
    );
    expect(again.code).toBe('PROCEDURE.EVENT_UNKNOWN');
    const { items } = await office.get<{ items: { type: string; texts: Record<string, string> }[] }>(
      'quantri',
      '/administration/journal',
    );
    expect(JSON.stringify(items.find(({ type }) => type === 'EFFECT_RETRIED'))).toContain('Đã sửa quy trình của hồ sơ');
  });

  it('of a protected file says that something failed, and not where', async () => {
    const { caseFileId } = await office.register({ type: 'denunciation' });
    const id = await orderEffect(caseFileId, '2025-01-06');
    const found = await eventually('the refusal', async () => (await failed()).items.find((one) => one.id === id));
    expect(found).toMatchObject({ caseFileId: null, protected: true });
  });

  it('counts stored files that nothing names, and rows whose file is gone, by its name', async () => {
    const { id } = await office.register();
    const form = new FormData();
    form.append('files', new Blob(['%PDF-1.4\nBản chụp\n%%EOF\n'], { type: 'application/pdf' }), 'don.pdf');
    const stored = await call(system.url, 'POST', `/petitions/${id}/attachments`, {
      token: await office.token('motcua'),
      form,
    });
    expect(stored.status).toBe(201);
    const counted = () =>
      office.get<{ files: number; withoutRow: number; named: number; withoutFile: number; missing: string[] }>(
        'quantri',
        '/operations/stored-files',
      );
    expect(await counted()).toEqual({ files: 1, withoutRow: 0, named: 1, withoutFile: 0, missing: [], partial: false });
    const blobs = join(system.dataDir, 'blobs');
    const found = readdirSync(blobs, { recursive: true, withFileTypes: true }).find((entry) => entry.isFile());
    const key = found?.name ?? '';
    const stray = createHash('sha256').update('nobody').digest('hex');
    mkdirSync(join(blobs, stray.slice(0, 2), stray.slice(2, 4)), { recursive: true });
    renameSync(join(found?.parentPath ?? '', key), join(blobs, stray.slice(0, 2), stray.slice(2, 4), stray));
    expect(await counted()).toMatchObject({ files: 1, withoutRow: 1, named: 1, withoutFile: 1, missing: [key] });
  });
});
