import { Line, type Reply } from '#testing/load/support/line';
import { call, DEMO_PASSWORD, signIn } from './support/call.js';
import { eventually } from './support/cases.js';
import { register } from './support/petitions.js';
import { anotherApi } from './support/sign-in-tools.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Problem {
  code: string;
  title: string;
  requestId: string;
  errors: { pointer: string; code: string; message: string }[];
}

describe('signing in', () => {
  let system: RunningSystem;
  beforeAll(async () => (system = await startSystem()));
  afterAll(() => system?.stop());

  it('opens a session by token and by cookie, and closes it', async () => {
    const { status, body, headers } = await call<{
      accessToken: string;
      user: { username: string; agency: { code: string } };
    }>(system.url, 'POST', '/auth/login', {
      body: { username: 'motcua', password: DEMO_PASSWORD },
    });
    expect(status).toBe(200);
    expect(body.user).toMatchObject({ username: 'motcua', agency: { code: 'XA-TANTHANH' } });
    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^nghedan_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await call(system.url, 'GET', '/me', { token: body.accessToken })).body).toMatchObject({
      username: 'motcua',
      idleMinutes: 15,
    });
    const byCookie = { cookie: cookie.split(';')[0]! };
    expect((await call(system.url, 'GET', '/me', { headers: byCookie })).status).toBe(200);
    expect((await call<Problem>(system.url, 'POST', '/auth/logout', { headers: byCookie })).body.code).toBe(
      'HTTP.CROSS_SITE',
    );
    expect(
      (
        await call<Problem>(system.url, 'POST', '/auth/logout', {
          headers: { ...byCookie, 'sec-fetch-site': 'cross-site', 'x-requested-with': 'x' },
        })
      ).status,
    ).toBe(403);
    const left = await call(system.url, 'POST', '/auth/logout', {
      headers: { ...byCookie, 'x-requested-with': 'nghe-dan' },
    });
    expect([left.status, left.headers.get('clear-site-data')]).toEqual([204, '"storage"']);
    expect((await call<Problem>(system.url, 'GET', '/me', { token: body.accessToken })).body.code).toBe(
      'AUTH.REQUIRED',
    );
  });

  it('keeps no token and no password in the database', async () => {
    const token = await signIn(system.url, 'chuyenvien');
    const { rows } = await system.database.admin.query<{ line: string }>(
      'SELECT s::text || u::text AS line FROM app.session s JOIN app.app_user u ON u.id = s.user_id',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { line } of rows) {
      expect(line).not.toContain(token);
      expect(line).not.toContain(DEMO_PASSWORD);
    }
  });

  it('says the same of a wrong password and of an unknown name, and locks after five failures', async () => {
    const wrong = (username: string) =>
      call<Problem>(system.url, 'POST', '/auth/login', { body: { username, password: 'sai mật khẩu' } });
    const unknown = (await wrong('khong-co-ai')).body;
    const first = (await wrong('truongphong')).body;
    expect({ ...first, requestId: '' }).toEqual({ ...unknown, requestId: '' });
    for (let i = 0; i < 3; i++) await wrong('truongphong');
    expect((await wrong('truongphong')).body.code).toBe('AUTH.LOCKED');
    const right = await call<Problem>(system.url, 'POST', '/auth/login', {
      body: { username: 'truongphong', password: DEMO_PASSWORD },
    });
    expect(right).toMatchObject({ status: 423, body: { code: 'AUTH.LOCKED' } });
    await system.database.admin.query(
      `UPDATE app.app_user SET locked_until = now() - interval '1 second' WHERE username = 'truongphong'`,
    );
    await signIn(system.url, 'truongphong');
  });

  it('ends a session that has been idle, earlier for the administrator', async () => {
    const token = await signIn(system.url, 'quantri');
    const idle = async (minutes: number) =>
      system.database.admin.query(
        `UPDATE app.session s SET last_seen_at = last_seen_at - make_interval(mins => $1), expires_at = expires_at - make_interval(mins => $1)
           FROM app.app_user u WHERE u.id = s.user_id AND u.username = 'quantri'`,
        [minutes],
      );
    expect((await call(system.url, 'GET', '/me', { token })).body).toMatchObject({ idleMinutes: 5 });
    await idle(6);
    // A found session is believed for three seconds at most.
    await new Promise((done) => setTimeout(done, 3_200));
    expect((await call<Problem>(system.url, 'GET', '/me', { token })).body.code).toBe('AUTH.REQUIRED');
  });

  it('ends a session in use after its hours, earlier for the administrator, and says so', async () => {
    const worked = (hours: number, username: string) =>
      system.database.admin.query(
        `UPDATE app.session s SET created_at = s.created_at - make_interval(hours => $1), ends_at = s.ends_at - make_interval(hours => $1)
           FROM app.app_user u WHERE u.id = s.user_id AND u.username = $2`,
        [hours, username],
      );
    for (const [username, hours] of [
      ['quantri', 4],
      ['lanhdao', 12],
    ] as const) {
      const token = await signIn(system.url, username);
      await worked(hours - 1, username);
      expect((await call(system.url, 'GET', '/me', { token })).status).toBe(200);
      await worked(1, username);
      const over = await eventually('the end of the session', async () => {
        const answer = await call<Problem & { detail: string }>(system.url, 'GET', '/me', { token });
        return answer.status === 401 ? answer : null;
      });
      expect(over.body).toMatchObject({
        code: 'AUTH.SESSION_OVER',
        detail: expect.stringContaining(`nhiều nhất ${hours} giờ`) as string,
      });
    }
  });

  it('leaves a line of every way in and every refusal, without what was typed', async () => {
    await signIn(system.url, 'motcua');
    for (const username of ['motcua', 'bí mật gõ nhầm ô'])
      await call(system.url, 'POST', '/auth/login', { body: { username, password: 'sai-mat-khau-nao-do' } });
    const lines = system
      .logs()
      .split('\n')
      .filter((line) => line.includes('"event":"security"'))
      .map((line) => JSON.parse(line) as { kind: string; how: string; userId: number | null; address: string });
    expect(lines.slice(-3)).toMatchObject([
      { kind: 'sign-in', how: 'password', userId: expect.any(Number) as number, address: '127.0.0.1' },
      { kind: 'sign-in.refused', how: 'AUTH.WRONG_CREDENTIALS', userId: expect.any(Number) as number },
      { kind: 'sign-in.refused', how: 'AUTH.WRONG_CREDENTIALS', userId: null },
    ]);
    expect(system.logs()).not.toMatch(/bí mật gõ nhầm|sai-mat-khau/);
  });

  it('slows down an account that asks as no person does', async () => {
    const small = await anotherApi(system, { NGHE_DAN_ACCOUNT_PER_MINUTE: '60' });
    try {
      const [token, other] = [await signIn(small.url, 'chuyenvien2'), await signIn(small.url, 'motcua2')];
      const ask = (who: string) => call<Problem>(small.url, 'GET', '/me/sessions', { token: who });
      const answers = [];
      for (let i = 0; i < 62; i++) answers.push(await ask(token));
      expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 60 }, () => 200), 429, 429]);
      expect([answers[61]!.body.code, answers[61]!.headers.get('retry-after')]).toEqual([
        'AUTH.TOO_MANY_REQUESTS',
        '60',
      ]);
      expect((await ask(other)).status).toBe(200);
    } finally {
      await small.stop();
    }
  });

  it('shuts out an account that is switched off', async () => {
    const token = await signIn(system.url, 'baomat2');
    await system.database.admin.query(`UPDATE app.app_user SET active = false WHERE username = 'baomat2'`);
    expect((await call(system.url, 'GET', '/me', { token })).status).toBe(401);
    const again = await call<Problem>(system.url, 'POST', '/auth/login', {
      body: { username: 'baomat2', password: DEMO_PASSWORD },
    });
    expect(again.body.code).toBe('AUTH.WRONG_CREDENTIALS');
  });

  it('leaves staff their work while strangers from hundreds of addresses crowd the public pages', async () => {
    const token = await signIn(system.url, 'motcua');
    const { lookupCode } = await register(system.url, token);
    const port = Number(new URL(system.url).port);
    const lines = Array.from({ length: 300 }, (_, place) => Line.of(port, 2, place));
    const paths = [`/api/v1/public/status/${lookupCode}`, '/api/v1/public/status/KHONG-CO', '/api/v1/public/figures'];
    // Nothing that a stranger has in work comes to an end: the count of their attempts is held.
    const held = await system.database.admin.connect();
    await held.query('BEGIN; LOCK TABLE app.attempt IN ACCESS EXCLUSIVE MODE');
    const answers: Reply[] = [];
    const strangers = lines.flatMap((line, i) =>
      [0, 1].map(async (more) => answers.push(await line.ask({ path: paths[(i + more) % paths.length]! }))),
    );
    const IN_WORK_OR_WAITING = 63;
    try {
      await eventually('everybody else is sent away', async () =>
        answers.length >= strangers.length - IN_WORK_OR_WAITING ? true : null,
      );
      const work = await Promise.all(
        Array.from({ length: 8 }, async () => [
          (await call(system.url, 'GET', '/petitions', { token })).status,
          (await call(system.url, 'GET', '/boards/summary', { token })).status,
          (await register(system.url, token)).registerNumber > 0,
        ]),
      );
      expect(work).toEqual(Array.from({ length: 8 }, () => [200, 200, true]));
    } finally {
      await held.query('COMMIT');
      held.release();
    }
    await Promise.all(strangers);
    for (const line of lines) line.close();
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(strangers.length - IN_WORK_OR_WAITING);
    for (const { body, headers } of refused)
      expect([headers['retry-after'], JSON.parse(body)]).toEqual([
        '10',
        expect.objectContaining({ code: 'PUBLIC.BUSY', retryAfter: 10 }),
      ]);
    const served = new Set(answers.filter(({ status }) => status !== 429).map(({ status }) => status));
    expect([...served].filter((status) => status !== 200 && status !== 404)).toEqual([]);
    expect(served.size).toBeGreaterThan(0);
    expect((await call(system.url, 'GET', `/public/status/${lookupCode}`)).status).toBe(200);
  });

  it('answers faults of the sign-in form field by field', async () => {
    const { status, body, headers } = await call<Problem>(system.url, 'POST', '/auth/login', {
      body: { username: 'a\u0000', extra: 1 },
    });
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.errors.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/extra FIELD.UNKNOWN',
      '/password FIELD.MISSING',
      '/username TEXT.CONTROL_CHARACTER',
    ]);
    expect(body.requestId).toBe(headers.get('x-request-id'));
  });

  it('gives a delegate the roles of the absent colleague, for the days of the delegation only', async () => {
    const { admin } = system.database;
    await admin.query(
      `INSERT INTO app.delegation (from_user, to_user, valid_from, valid_to, reason, created_by)
       SELECT a.id, b.id, app.business_today(), app.business_today(), 'Đi họp', a.id FROM app.app_user a, app.app_user b WHERE a.username = 'lanhdao' AND b.username = 'chuyenvien'`,
    );
    const token = await signIn(system.url, 'chuyenvien');
    expect((await call<{ roles: string[] }>(system.url, 'GET', '/me', { token })).body.roles.sort()).toEqual([
      'caseOfficer',
      'chairman',
    ]);
    await admin.query('UPDATE app.delegation SET valid_from = valid_from - 9, valid_to = valid_to - 9');
    const later = await signIn(system.url, 'chuyenvien');
    expect((await call<{ roles: string[] }>(system.url, 'GET', '/me', { token: later })).body.roles).toEqual([
      'caseOfficer',
    ]);
  });
});
