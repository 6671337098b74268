import { setTimeout as sleep } from 'node:timers/promises';
import { pdfText } from '#testing/support/read-pdf';
import { call } from './support/call.js';
import { eventually, Office } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Training {
  on: boolean;
  available: boolean;
  resettable: boolean;
  reset: { state: string; done: number; total: number } | null;
}

describe('practice on demonstration data', () => {
  let system: RunningSystem;
  let office: Office;
  let caseFileId = '';
  let before = '';
  beforeAll(async () => {
    system = await startSystem({ worker: true, owner: true });
    office = new Office(system);
    const { petition, id } = await office.complaintFile();
    await office.step('lanhdao', id, 'ACCEPT', { documentNumber: '15/TB-UBND', conditionsChecked: true });
    [caseFileId, before] = [id, petition.id];
  });
  afterAll(() => system?.stop());

  const post = async <Body = Training>(path: string, body: unknown = {}, username = 'quantri') =>
    call<Body & { code: string }>(system.url, 'POST', `/training${path}`, {
      token: await office.token(username),
      body,
    });
  const training = async () => (await call<{ training: boolean }>(system.url, 'GET', '/app-info')).body.training;
  const printed = async (): Promise<string> => {
    const drafted = await call<{ id: string }>(system.url, 'POST', `/case-files/${caseFileId}/documents`, {
      token: await office.token('chuyenvien'),
      body: { form: 'ND124.03' },
    });
    const answer = await fetch(`${system.url}/api/v1/documents/${drafted.body.id}/content.pdf`, {
      headers: { authorization: `Bearer ${await office.token('chuyenvien')}` },
    });
    return pdfText(Buffer.from(await answer.arrayBuffer()));
  };
  const status = async (petitionId: string): Promise<number> =>
    (await call(system.url, 'GET', `/petitions/${petitionId}`, { token: await office.token('motcua') })).status;

  it('is switched on by an administrator, with a reason, and told before anybody signs in', async () => {
    expect((await post('', { on: true, reason: 'Tập huấn cho cán bộ xã' }, 'lanhdao')).status).toBe(403);
    expect([(await post('/reset')).status, await training()]).toEqual([409, false]);
    expect(await printed()).not.toContain('BẢN TẬP HUẤN');
    const on = await post('', { on: true, reason: 'Tập huấn cho cán bộ xã' });
    expect([on.status, on.body.on, on.body.resettable, await training()]).toEqual([200, true, true, true]);
  });

  it('is printed on every paper', async () => {
    expect(await printed()).toContain('BẢN TẬP HUẤN');
  });

  it('is taken back to where it began: what was tried is gone, what was there is there, the ledger is whole', async () => {
    const tried = await office.register();
    await call(system.url, 'POST', '/escalation-policies/XA-TANTHANH', {
      token: await office.token('quantri'),
      body: { policy: [], seen: 0, reason: 'Không đặt được gì' },
    });
    expect([await status(before), await status(tried.id)]).toEqual([200, 200]);
    const { rows: heads } = await system.database.admin.query<{ n: number }>(
      'SELECT count(*) AS n FROM training_seed.case_event',
    );
    expect((await post('/reset')).status).toBe(202);
    const done = await eventually('the way back', async () => {
      const now = await office.get<Training>('quantri', '/training');
      if (now.reset?.state === 'failed') throw new Error('The way back failed');
      return now.reset?.state === 'done' ? now.reset : null;
    });
    expect(done.done).toBe(done.total);
    expect(done.total).toBeGreaterThan(20);
    expect([await status(before), await status(tried.id)]).toEqual([200, 404]);
    expect(await training()).toBe(true);
    const verified = await office.get<{ ok: boolean; events: number }>('quantri', '/audit/verify');
    expect(verified.ok).toBe(true);
    expect(verified.events).toBe(Number(heads[0]?.n) + 1);
    const again = await office.register();
    expect(again.registerNumber).toBe(tried.registerNumber);
  });

  /** So many of this user wait for tables. */
  const waitsFor = async (n: number, user: string): Promise<void> => {
    await eventually(`${n} waiting`, async () => {
      const { rows } = await system.database.admin.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid)
          WHERE NOT l.granted AND a.datname = current_database() AND a.usename = $1`,
        [user],
      );
      return (rows[0]?.n ?? 0) >= n ? true : null;
    });
  };
  const wayBack = async (): Promise<string> =>
    eventually('the way back', async () => {
      const { rows } = await system.database.admin.query<{ state: string }>(
        `SELECT value->>'state' AS state FROM app.meta WHERE key = 'training-reset'`,
      );
      return rows[0]?.state === 'running' ? null : rows[0]?.state;
    });

  it('goes back although more people wait for their pages than there are connections', async () => {
    const { admin } = system.database;
    const token = await office.token('motcua');
    const blocker = await admin.connect();
    await blocker.query('BEGIN; LOCK TABLE app.petition IN ACCESS EXCLUSIVE MODE');
    expect((await post('/reset')).status).toBe(202);
    await waitsFor(1, 'postgres');
    const pages = Array.from({ length: 40 }, () => call(system.url, 'GET', '/petitions', { token }));
    await waitsFor(12, 'nghedan_app');
    await blocker.query('COMMIT');
    blocker.release();
    expect(await wayBack()).toBe('done');
    expect((await Promise.all(pages)).map((page) => page.status)).toEqual(pages.map(() => 200));
  });

  it('goes back although somebody holds one of its tables and waits for another', async () => {
    const { admin } = system.database;
    const [blocker, worker] = [await admin.connect(), await admin.connect()];
    try {
      await blocker.query('BEGIN; LOCK TABLE app.petition IN ACCESS EXCLUSIVE MODE');
      await worker.query(
        `BEGIN; SET LOCAL deadlock_timeout = '10ms'; LOCK TABLE app.reception_visit IN ACCESS SHARE MODE`,
      );
      expect((await post('/reset')).status).toBe(202);
      await waitsFor(1, 'postgres');
      // Looked for a circle while there was none, so that it is the way back that finds one and is cut off.
      const read = worker.query('SELECT count(*) FROM app.case_file');
      await waitsFor(2, 'postgres');
      await sleep(100);
      await blocker.query('COMMIT');
      await read;
      await worker.query('COMMIT');
    } finally {
      blocker.release();
      worker.release();
    }
    expect(await wayBack()).toBe('done');
  });

  it('ends when it is switched off, and both stand in the book of administration', async () => {
    expect((await post('', { on: false, reason: 'Kết thúc buổi tập huấn' })).body.on).toBe(false);
    expect(await training()).toBe(false);
    expect(await printed()).not.toContain('BẢN TẬP HUẤN');
    const { items } = await office.get<{ items: { type: string }[] }>('quantri', '/administration/journal');
    expect(items.map(({ type }) => type)).toEqual(['TRAINING_ENDED', 'TRAINING_RESET', 'TRAINING_STARTED']);
  });
});
