import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '#testing/support/redis';
import { call, signIn } from './support/call.js';
import { eventually } from './support/cases.js';
import { LiveStream } from './support/live.js';
import { ended, type RunningSystem, startSystem } from './support/system.js';

const REGISTER = join(import.meta.dirname, '../../libs/intake/fixtures/so-tiep-nhan-2026.xlsx');

/** A second api process on the same database: a page may come back to it. */
async function startSecond(system: RunningSystem): Promise<{ url: string; process: ChildProcess }> {
  const port = await freePort();
  const process = spawn(globalThis.process.execPath, [join(import.meta.dirname, '../../dist/apps/api/src/main.js')], {
    env: { ...system.environment, PORT: String(port), DATABASE_URL: system.database.urls.app },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}`;
  await eventually('the second api process', async () =>
    (await fetch(`${url}/readyz`).catch(() => null))?.ok ? 1 : null,
  );
  return { url, process };
}

describe('live progress', () => {
  let system: RunningSystem;
  let second: { url: string; process: ChildProcess };
  let agency: number;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    system = await startSystem();
    second = await startSecond(system);
    for (const name of ['motcua', 'quantri']) tokens[name] = await signIn(system.url, name);
    const { rows } = await system.database.admin.query<{ id: number }>(
      `SELECT id FROM app.agency WHERE code = 'XA-TANTHANH'`,
    );
    agency = rows[0]?.id ?? 0;
  });
  afterAll(async () => {
    if (second) await ended(second.process);
    await system?.stop();
  });

  const tell = (subject: string, done: number, to: { agency?: number; roles?: string } = {}) =>
    system.database.admin.query(
      `SELECT app.live_progress('import', $1, 'running', $2, 100, now() - interval '10 s', $3, $4)`,
      [subject, done, to.agency ?? null, to.roles ?? null],
    );
  const hasHeard = (stream: LiveStream, subject: string, done: number) =>
    eventually(`${done} of ${subject}`, async () =>
      stream.of('progress').find(({ data }) => data['id'] === subject && data['done'] === done),
    );

  it('needs a session and says that it is a stream nobody may keep', async () => {
    expect((await call(system.url, 'GET', '/live')).status).toBe(401);
    const stream = await LiveStream.open(system.url, tokens['motcua']!);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.headers.get('cache-control')).toBe('no-store');
    expect(stream.headers.get('content-security-policy')).toContain("default-src 'self'");
    await stream.cut();
    const broken = await call(system.url, 'GET', '/live', {
      token: tokens['motcua']!,
      headers: { 'last-event-id': '-1' },
    });
    expect(broken.body).toMatchObject({ code: 'LIVE.LAST_EVENT_ID' });
  });

  it('gives a page that comes back, to whichever process, every event after its last one, once', async () => {
    const subject = randomUUID();
    const first = await LiveStream.open(system.url, tokens['motcua']!);
    for (const done of [1, 2, 3]) await tell(subject, done, { agency });
    await hasHeard(first, subject, 3);
    await first.cut();
    for (const done of [4, 5, 6]) await tell(subject, done, { agency });
    const back = await LiveStream.open(second.url, tokens['motcua']!, first.last);
    // More comes while the missed ones are being sent.
    await Promise.all([7, 8, 9].map((done) => tell(subject, done, { agency })));
    for (const done of [7, 8, 9]) await hasHeard(back, subject, done);
    await back.cut();
    const all = [...first.of('progress'), ...back.of('progress')].filter(({ data }) => data['id'] === subject);
    expect(all.map(({ data }) => data['done']).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const ids = all.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('loses nothing when what was written first is committed last', async () => {
    const [slow, quick] = [randomUUID(), randomUUID()];
    const stream = await LiveStream.open(system.url, tokens['motcua']!);
    const client = await system.database.admin.connect();
    try {
      await client.query('BEGIN');
      await client.query(`SELECT app.live_progress('import', $1, 'running', 1, 2, now(), $2, NULL)`, [slow, agency]);
      await tell(quick, 1, { agency });
      await hasHeard(stream, quick, 1);
      const before = stream.last;
      await client.query('COMMIT');
      expect((await hasHeard(stream, slow, 1)).id).toBeGreaterThan(before);
    } finally {
      client.release();
      await stream.cut();
    }
  });

  it('tells each person only what is meant for them', async () => {
    const [ours, theirs, admins] = [randomUUID(), randomUUID(), randomUUID()];
    const clerk = await LiveStream.open(system.url, tokens['motcua']!);
    const keeper = await LiveStream.open(second.url, tokens['quantri']!);
    await tell(theirs, 1, { agency: -1 });
    await tell(admins, 1, { roles: '{administrator}' });
    await tell(ours, 1, { agency });
    await hasHeard(clerk, ours, 1);
    await hasHeard(keeper, admins, 1);
    const subjects = (stream: LiveStream) => stream.of('progress').map(({ data }) => data['id']);
    expect(subjects(clerk)).not.toContain(admins);
    expect(subjects(clerk)).not.toContain(theirs);
    expect(subjects(keeper)).not.toContain(theirs);
    await Promise.all([clerk.cut(), keeper.cut()]);
    const works = await call<{ items: { id: string }[] }>(system.url, 'GET', '/live/works', {
      token: tokens['motcua']!,
    });
    expect(works.body.items.map(({ id }) => id)).toContain(ours);
    expect(works.body.items.map(({ id }) => id)).not.toContain(admins);
  });

  it('says that an inbox has changed and nothing about what', async () => {
    const stream = await LiveStream.open(system.url, tokens['motcua']!);
    await system.database.admin.query(`
      INSERT INTO app.inbox (user_id, case_id, topic, source_id, created_at)
      SELECT id, NULL, 'calendar.missing', gen_random_uuid(), now() FROM app.app_user WHERE username = 'motcua'`);
    await eventually('the hint', async () => stream.of('inbox')[0]);
    expect(stream.of('inbox')[0]?.data).toEqual({});
    await stream.cut();
  });

  it('asks a page to read everything anew when what it missed is gone', async () => {
    const known = await LiveStream.open(system.url, tokens['motcua']!);
    await tell(randomUUID(), 1, { agency });
    await eventually('an event', async () => known.of('progress')[0]);
    await known.cut();
    const { last } = known;
    await tell(randomUUID(), 2, { agency });
    await call(system.url, 'GET', '/live/works', { token: tokens['motcua']! });
    const numbered = await LiveStream.open(system.url, tokens['motcua']!, last);
    await eventually('the second', async () => numbered.of('progress')[0]);
    await numbered.cut();
    await system.database.admin.query(`UPDATE app.live_event SET created_at = now() - interval '2 h'`);
    await system.database.worker.query('SELECT app.live_forget()');
    const back = await LiveStream.open(system.url, tokens['motcua']!, last);
    await eventually('the reset', async () => back.of('reset')[0]);
    expect(back.of('progress')).toEqual([]);
    await back.cut();
  });

  it('follows an import from its first rows to its end, with rows and a way to stop it', async () => {
    const stream = await LiveStream.open(second.url, tokens['motcua']!);
    const form = new FormData();
    form.append('file', new Blob([readFileSync(REGISTER)]), 'so.xlsx');
    const { body } = await call<{ batchId: string }>(system.url, 'POST', '/imports', {
      token: tokens['motcua']!,
      form,
    });
    expect(
      (await call(system.url, 'POST', `/imports/${body.batchId}/commit`, { token: tokens['motcua']! })).status,
    ).toBe(202);
    const mine = () => stream.of('progress').filter(({ data }) => data['id'] === body.batchId);
    await eventually('the end of the import', async () => mine().find(({ data }) => data['state'] === 'done'));
    const [begin, end] = [mine()[0]?.data, mine().at(-1)?.data];
    expect(begin).toMatchObject({
      work: 'import',
      state: 'running',
      step: 'Đăng ký các dòng của sổ',
      cancelPath: `/api/v1/imports/${body.batchId}/cancel`,
    });
    expect(end).toMatchObject({ state: 'done', cancelPath: null, done: end?.['total'] });
    const told = JSON.stringify(stream.heard);
    expect(told).not.toMatch(/Nguyễn|Trần|Lê/);
    await stream.cut();
  });

  it('lets go of its pages when the process stops', async () => {
    const third = await startSecond(system);
    const stream = await LiveStream.open(third.url, tokens['motcua']!);
    await ended(third.process);
    expect(third.process.exitCode).toBe(0);
    await stream.cut();
  });
});
