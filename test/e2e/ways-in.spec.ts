import { LocalAttempts } from '#libs/access';
import { Connections, PostgresAttempts } from '#libs/persistence';
import { type Answer, call, DEMO_PASSWORD, signIn } from './support/call.js';
import { Described, isWaysIn } from './support/described.js';
import { register } from './support/petitions.js';
import { anotherApi, codeAt, type Helper, REDIRECT_URI, startProvider, walkThrough } from './support/sign-in-tools.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Refusal {
  code: string;
}
interface OwnSession {
  id: string;
  current: boolean;
  method: string;
  address: string | null;
}

describe('ways in', () => {
  let provider: Helper;
  let system: RunningSystem;
  /** The same house, seen from outside its networks, and strict with administrators. */
  let strict: Helper;
  beforeAll(async () => {
    provider = await startProvider();
    system = await startSystem({
      environment: {
        OIDC_ISSUER: provider.url,
        OIDC_CLIENT_ID: 'nghe-dan',
        OIDC_CLIENT_SECRET: 'khoa-bi-mat-cua-ung-dung',
        OIDC_REDIRECT_URI: REDIRECT_URI,
      },
    });
    strict = await anotherApi(system, {
      NGHE_DAN_NETWORKS: '10.0.0.0/8',
      NGHE_DAN_SECOND_FACTOR: 'administrators',
    });
  });
  afterAll(async () => {
    await strict?.stop();
    await system?.stop();
    await provider?.stop();
  });

  const login = (username: string, over: { code?: string; password?: string; url?: string } = {}) =>
    call<Refusal & { accessToken: string; user: { mustEnrolFactor: boolean } }>(
      over.url ?? system.url,
      'POST',
      '/auth/login',
      { body: { username, password: over.password ?? DEMO_PASSWORD, ...(over.code ? { code: over.code } : {}) } },
    );
  const get = <Body>(token: string, path: string, url = system.url) => call<Body>(url, 'GET', path, { token });
  const post = <Body = Refusal>(token: string, path: string, body?: unknown, url = system.url): Promise<Answer<Body>> =>
    call<Body>(url, 'POST', path, { token, ...(body === undefined ? {} : { body }) });

  /** Asked of the database: this house counts sign-ins from one address. */
  const idOf = async (username: string): Promise<number> => {
    const text = 'SELECT id FROM app.app_user WHERE username = $1';
    return (await system.database.admin.query<{ id: number }>(text, [username])).rows[0]!.id;
  };

  async function enrol(username: string): Promise<{ token: string; secret: string; recovery: string[] }> {
    const token = await signIn(system.url, username);
    const begun = await post<{ secret: string; uri: string }>(token, '/me/second-factor', { password: DEMO_PASSWORD });
    const { secret, uri } = begun.body;
    expect(uri).toMatch(/^otpauth:\/\/totp\/Ngh.*secret=/);
    const proven = await post<{ codes: string[] }>(token, '/me/second-factor/confirm', { code: codeAt(secret) });
    expect(proven.status).toBe(200);
    return { token, secret, recovery: proven.body.codes };
  }

  it('a person sees the own open sessions and ends one, or all others', async () => {
    const [here, there, elsewhere] = [
      await signIn(system.url, 'motcua'),
      await signIn(system.url, 'motcua'),
      await signIn(system.url, 'motcua'),
    ];
    const stranger = await signIn(system.url, 'motcua2');
    const list = async (token: string) => (await get<{ items: OwnSession[] }>(token, '/me/sessions')).body.items;
    const mine = await list(here);
    expect(mine).toHaveLength(3);
    expect(mine.filter(({ current }) => current)).toHaveLength(1);
    expect(mine[0]).toMatchObject({ method: 'password', address: '127.0.0.1' });
    const other = (await list(there)).find(({ current }) => current)!;
    expect((await post(stranger, `/me/sessions/${other.id}/end`)).status).toBe(404);
    expect((await post(here, `/me/sessions/${other.id}/end`)).body).toEqual({ ended: 1 });
    expect((await get(there, '/me')).status).toBe(401);
    expect((await post(here, '/me/sessions/end-others')).body).toEqual({ ended: 1 });
    expect((await get(elsewhere, '/me')).status).toBe(401);
    expect(await list(here)).toHaveLength(1);
    expect((await get(stranger, '/me')).status).toBe(200);
  });

  it('a code of the phone is asked for after the password, and none is taken twice', async () => {
    const walkedUp = await signIn(system.url, 'chuyenvien');
    const begun = await post(walkedUp, '/me/second-factor', { password: 'không biết' });
    expect(begun).toMatchObject({ status: 422, body: { code: 'AUTH.CURRENT_PASSWORD' } });
    const { secret, recovery, token } = await enrol('chuyenvien');
    expect(recovery).toHaveLength(10);
    expect((await login('chuyenvien')).body.code).toBe('AUTH.CODE_REQUIRED');
    expect((await login('chuyenvien', { code: '000000' })).body.code).toBe('AUTH.WRONG_CODE');
    const next = codeAt(secret, 1);
    expect((await login('chuyenvien', { code: next })).status).toBe(200);
    expect((await login('chuyenvien', { code: next })).body.code).toBe('AUTH.WRONG_CODE');
    expect((await login('chuyenvien', { code: codeAt(secret) })).body.code).toBe('AUTH.WRONG_CODE');
    expect((await login('chuyenvien', { code: recovery[0]! })).status).toBe(200);
    expect((await login('chuyenvien', { code: recovery[0]! })).body.code).toBe('AUTH.WRONG_CODE');
    const standing = await get<{ enrolledAt: string; recoveryLeft: number }>(token, '/me/second-factor');
    expect(standing.body).toMatchObject({ recoveryLeft: 9, required: false });
    // What lies in the database opens nothing.
    const { rows } = await system.database.admin.query<{ line: string }>(
      `SELECT f::text AS line FROM app.second_factor f UNION ALL SELECT r::text FROM app.recovery_code r`,
    );
    const hidden = [secret, ...recovery].flatMap((text) => [text, Buffer.from(text).toString('hex')]);
    for (const { line } of rows) for (const text of hidden) expect(line).not.toContain(text);
    const walkedAway = await post(token, '/me/second-factor/remove', { code: recovery[1], password: 'không biết' });
    expect(walkedAway).toMatchObject({ status: 422, body: { code: 'AUTH.CURRENT_PASSWORD' } });
    expect((await post(token, '/me/second-factor/remove', { code: recovery[1], password: DEMO_PASSWORD })).status).toBe(
      204,
    );
    expect((await login('chuyenvien')).status).toBe(200);
  });

  it('whoever lost phone and paper is helped by an administrator, whose act is in the journal', async () => {
    const { token } = await enrol('truongphong');
    const administrator = await signIn(system.url, 'quantri');
    const { id } = (await get<{ id: number }>(token, '/me')).body;
    const path = `/administration/users/${id}`;
    expect((await get(administrator, `${path}/security`)).body).toMatchObject({ outsideSubject: null });
    expect((await post(administrator, `${path}/second-factor/reset`)).body).toMatchObject({ secondFactorAt: null });
    expect((await get(token, '/me')).status).toBe(401);
    expect((await login('truongphong')).status).toBe(200);
    const journal = await get<{ items: { sentence: string; type: string }[] }>(
      administrator,
      `/administration/journal?user=${id}`,
    );
    const acts = journal.body.items.map(({ type }) => type);
    expect(acts).toEqual(expect.arrayContaining(['SECOND_FACTOR_ENROLLED', 'SECOND_FACTOR_RESET']));
  });

  it('from outside the networks nobody comes in without a code, and nobody sets one up there', async () => {
    expect((await login('lanhdao', { url: strict.url })).body.code).toBe('AUTH.ENROL_INSIDE');
    const { recovery } = await enrol('lanhdao');
    expect((await login('lanhdao', { url: strict.url })).body.code).toBe('AUTH.CODE_REQUIRED');
    expect((await login('lanhdao', { url: strict.url, code: recovery[0]! })).status).toBe(200);
  });

  it('an administrator who must have a code does nothing before it is set up', async () => {
    const inside = await anotherApi(system, { NGHE_DAN_SECOND_FACTOR: 'administrators' });
    try {
      const { body } = await login('quantri', { url: inside.url });
      expect(body.user.mustEnrolFactor).toBe(true);
      const at = (path: string) => get<Refusal>(body.accessToken, path, inside.url);
      expect(await at('/administration/users')).toMatchObject({ status: 403, body: { code: 'AUTH.ENROL_FACTOR' } });
      expect(await at('/petitions')).toMatchObject({ status: 403, body: { code: 'AUTH.ENROL_FACTOR' } });
      const begun = await post<{ secret: string }>(
        body.accessToken,
        '/me/second-factor',
        { password: DEMO_PASSWORD },
        inside.url,
      );
      const code = codeAt(begun.body.secret);
      const proven = await post<{ codes: string[] }>(
        body.accessToken,
        '/me/second-factor/confirm',
        { code },
        inside.url,
      );
      expect(proven.status).toBe(200);
      expect((await at('/administration/users')).status).toBe(200);
      const kept = await post(
        body.accessToken,
        '/me/second-factor/remove',
        { code: proven.body.codes[0], password: DEMO_PASSWORD },
        inside.url,
      );
      expect(kept).toMatchObject({ status: 409, body: { code: 'AUTH.FACTOR_REQUIRED' } });
    } finally {
      await inside.stop();
      await system.database.admin.query(
        'DELETE FROM app.recovery_code; DELETE FROM app.second_factor; DELETE FROM app.session',
      );
    }
  });

  describe('through an outside provider', () => {
    const leave = async (): Promise<{ address: string; cookie: string }> => {
      const { status, headers } = await call(system.url, 'GET', '/auth/oidc/start');
      expect(status).toBe(302);
      const set = headers.get('set-cookie') ?? '';
      expect(set).toMatch(/HttpOnly; SameSite=Lax/);
      return { address: headers.get('location')!, cookie: set.split(';')[0]! };
    };
    const comeBack = async (query: string, cookie?: string) => {
      const headers: Record<string, string> = cookie ? { cookie } : {};
      const answer = await call(system.url, 'GET', `/auth/oidc/callback?${query}`, { headers });
      const session = answer.headers.getSetCookie().find((line) => line.startsWith('nghedan_session='));
      return { to: answer.headers.get('location'), session };
    };
    let administrator: string;
    let id: number;
    const link = (subject?: string) =>
      post<Refusal>(administrator, `/administration/users/${id}/outside-identity`, subject ? { subject } : {});
    beforeAll(async () => {
      administrator = await signIn(system.url, 'quantri');
      id = await idOf('chuyenvien3');
    });

    it('nobody comes in whom no administrator has linked, and no account is made', async () => {
      const count = async () => (await system.database.admin.query('SELECT count(*) FROM app.app_user')).rows;
      const before = await count();
      const { address, cookie } = await leave();
      expect(new URL(address).searchParams.get('code_challenge_method')).toBe('S256');
      const { to, session } = await comeBack(await walkThrough(address, 'cb-0042'), cookie);
      expect([to, session]).toEqual(['/dang-nhap?loi=AUTH.NOT_LINKED', undefined]);
      expect(await count()).toEqual(before);
    });

    it('the linked person comes in as the account, once for each way there', async () => {
      expect((await link('cb-0042')).status).toBe(200);
      const { address, cookie } = await leave();
      const query = await walkThrough(address, 'cb-0042');
      const { to, session } = await comeBack(query, cookie);
      expect(to).toBe('/');
      expect(session).toMatch(/HttpOnly; SameSite=Strict/);
      const me = await call(system.url, 'GET', '/me', { headers: { cookie: session!.split(';')[0]! } });
      expect(me.body).toMatchObject({ username: 'chuyenvien3' });
      expect((await comeBack(query, cookie)).to).toBe('/dang-nhap?loi=AUTH.PROVIDER_STATE');
    });

    it('an answer without the browser that asked, or for another, opens nothing', async () => {
      const [mine, theirs] = [await leave(), await leave()];
      const query = await walkThrough(mine.address, 'cb-0042');
      expect((await comeBack(query)).to).toBe('/dang-nhap?loi=AUTH.PROVIDER_STATE');
      expect((await comeBack(query, theirs.cookie)).to).toBe('/dang-nhap?loi=AUTH.PROVIDER_STATE');
      const forged = query.replace(/code=[^&]+/, 'code=doan-mo');
      expect((await comeBack(forged, mine.cookie)).to).toBe('/dang-nhap?loi=AUTH.PROVIDER_REFUSED');
      expect((await comeBack('error=access_denied&state=x', theirs.cookie)).to).toBe(
        '/dang-nhap?loi=AUTH.PROVIDER_STATE',
      );
    });

    it('one person is one account; unlinked, the way is closed', async () => {
      const other = await idOf('motcua2');
      const again = await post(administrator, `/administration/users/${other}/outside-identity`, {
        subject: 'cb-0042',
      });
      expect(again).toMatchObject({ status: 409, body: { code: 'OUTSIDE.TAKEN' } });
      expect((await link()).status).toBe(200);
      const { address, cookie } = await leave();
      expect((await comeBack(await walkThrough(address, 'cb-0042'), cookie)).to).toBe('/dang-nhap?loi=AUTH.NOT_LINKED');
    });

    it('where a code would be asked for, the provider must have seen a second factor', async () => {
      await link('cb-0099');
      const through = async (who: string) => {
        const { headers } = await call(strict.url, 'GET', '/auth/oidc/start');
        const cookie = headers.get('set-cookie')!.split(';')[0]!;
        const query = await walkThrough(headers.get('location')!, who);
        return (await call(strict.url, 'GET', `/auth/oidc/callback?${query}`, { headers: { cookie } })).headers.get(
          'location',
        );
      };
      expect(await through('cb-0099')).toBe('/dang-nhap?loi=AUTH.PROVIDER_WEAK');
      expect(await through('cb-0099+otp')).toBe('/');
    });
  });

  it('attempts on one name are counted over all processes', async () => {
    const codes: string[] = [];
    for (let i = 0; i < 14; i++)
      codes.push((await login('khong-co-ai', { password: 'sai', url: i % 2 ? strict.url : system.url })).body.code);
    expect(codes.slice(0, 12)).toEqual(Array.from({ length: 12 }, () => 'AUTH.WRONG_CREDENTIALS'));
    expect(codes.slice(12)).toEqual(['AUTH.TOO_MANY_ATTEMPTS', 'AUTH.TOO_MANY_ATTEMPTS']);
  });

  it('a limit holds in each process where the shared count is out of reach', async () => {
    const away = new Connections({ app: 'postgres://nobody:x@127.0.0.1:9/nowhere' }, 1);
    const rule = { of: 'test', most: 3, windowMs: 60_000 };
    for (const attempts of [new PostgresAttempts(away.app), new LocalAttempts()]) {
      const taken = [];
      for (let i = 0; i < 5; i++) taken.push(await attempts.take(rule, 'khóa'));
      expect(taken).toEqual([true, true, true, false, false]);
      expect(await attempts.take(rule, 'khóa khác')).toBe(true);
    }
    await away.end();
  });

  describe('in an emergency', () => {
    interface Emergency {
      id: string;
      running: boolean;
      uses: number;
    }
    it('a role is lent for hours with a reason; a second person is told, every use is listed, and it ends', async () => {
      const [administrator, clerk, witness] = await Promise.all(
        ['quantri', 'motcua', 'thanhtra'].map((name) => signIn(system.url, name)),
      );
      const [userId, witnessId] = [await idOf('motcua'), await idOf('thanhtra')];
      const petition = await register(system.url, clerk!);
      const act = async () => {
        const { headers } = await get(clerk!, `/case-files/${petition.caseFileId}`);
        return call<Refusal>(system.url, 'POST', `/case-files/${petition.caseFileId}/events`, {
          token: clerk!,
          body: { type: 'ASSIGN_OFFICER', assigneeId: userId },
          headers: { 'if-match': headers.get('etag') ?? '' },
        });
      };
      expect((await act()).status).toBe(403);
      const asked = {
        ...{ userId, role: 'unitHead', hours: 2, witnessId },
        reason: 'Trưởng phòng và người được ủy quyền cùng đi cứu hộ bão, hồ sơ đến hạn hôm nay',
      };
      expect((await post(clerk!, '/emergency-accesses', asked)).status).toBe(403);
      expect((await post(administrator!, '/emergency-accesses', { ...asked, reason: 'gấp' })).status).toBe(422);
      expect((await post(administrator!, '/emergency-accesses', { ...asked, witnessId: userId })).body.code).toBe(
        'EMERGENCY.WITNESS',
      );
      const opened = await post<Emergency>(administrator!, '/emergency-accesses', asked);
      expect(opened).toMatchObject({ status: 201, body: { running: true, uses: 0 } });
      const again = await signIn(system.url, 'motcua');
      expect((await get<{ roles: string[] }>(again, '/me')).body.roles).toEqual(['receptionist', 'unitHead']);
      expect((await act()).status).toBe(200);

      const told = await get<{ items: { topic: string }[] }>(witness!, '/inbox');
      expect(told.body.items.map(({ topic }) => topic)).toContain('emergency.opened');
      const seen = await get<{ items: Emergency[]; mayOpen: boolean }>(witness!, '/emergency-accesses');
      expect(seen.body).toMatchObject({ mayOpen: false, items: [{ running: true, uses: 1 }] });
      const uses = await get<{ items: { caseFileId: string; title: string }[] }>(
        witness!,
        `/emergency-accesses/${opened.body.id}/uses`,
      );
      expect(uses.body.items).toMatchObject([{ caseFileId: petition.caseFileId }]);
      const journal = await get<{ items: { type: string }[] }>(witness!, '/administration/journal');
      expect(journal.body.items.map(({ type }) => type)).toContain('EMERGENCY_ACCESS_OPENED');

      const ending = `/emergency-accesses/${opened.body.id}/end`;
      expect((await post(administrator!, ending)).body).toMatchObject({ running: false });
      expect((await get<{ roles: string[] }>(await signIn(system.url, 'motcua'), '/me')).body.roles).toEqual([
        'receptionist',
      ]);
      expect((await act()).status).toBe(403);
      expect((await post(administrator!, ending)).status).toBe(404);
    });

    it('nobody opens it for themselves, nor lends a role that opens identities', async () => {
      const administrator = await signIn(system.url, 'quantri');
      const { id } = (await get<{ id: number }>(administrator, '/me')).body;
      const reason = 'Không liên lạc được với bất kỳ ai trong Ủy ban';
      const witnessId = await idOf('thanhtra');
      const own = await post(administrator, '/emergency-accesses', {
        userId: id,
        role: 'chairman',
        hours: 1,
        reason,
        witnessId,
      });
      expect(own.body.code).toBe('EMERGENCY.OWN');
      for (const role of ['identityCustodian', 'administrator', 'inspector'])
        expect(
          (await post(administrator, '/emergency-accesses', { userId: witnessId, role, hours: 1, reason, witnessId }))
            .status,
        ).toBe(422);
    });
  });

  it('every operation of it answers as described', async () => {
    const token = await signIn(system.url, 'baomat');
    const described = new Described(system.url, token);
    const check = (...asked: Parameters<Described['check']>) => described.check(...asked);
    const at = '/api/v1/me';
    await check('GET', '/api/v1/auth/oidc/start', { token: null });
    await check('GET', '/api/v1/auth/oidc/callback', { token: null, query: '?state=x' });
    await signIn(system.url, 'baomat');
    const sessions = (await check('GET', `${at}/sessions`)).body['items'] as OwnSession[];
    const other = sessions.find(({ current }) => !current)!;
    await check('POST', `${at}/sessions/{session}/end`, { values: { session: other.id } });
    await check('POST', `${at}/sessions/end-others`);
    const begun = await check('POST', `${at}/second-factor`, { body: { password: DEMO_PASSWORD } });
    const code = codeAt(String(begun.body['secret']));
    const { body } = await check('POST', `${at}/second-factor/confirm`, { body: { code } });
    await check('GET', `${at}/second-factor`);
    await check('POST', `${at}/second-factor/remove`, {
      body: { code: (body['codes'] as string[])[0], password: DEMO_PASSWORD },
    });

    const administrator = await signIn(system.url, 'quantri');
    const values = { id: String(await idOf('baomat2')) };
    const asked = { token: administrator, values };
    await check('GET', '/api/v1/administration/users/{id}/security', asked);
    await check('POST', '/api/v1/administration/users/{id}/outside-identity', { ...asked, body: { subject: 'cb-7' } });
    await check('POST', '/api/v1/administration/users/{id}/second-factor/reset', asked);
    const opened = await check('POST', '/api/v1/emergency-accesses', {
      token: administrator,
      body: {
        ...{ userId: await idOf('motcua2'), role: 'caseOfficer', hours: 1, witnessId: await idOf('thanhtra') },
        reason: 'Mất liên lạc với toàn bộ phòng chuyên môn vì bão',
      },
    });
    const emergency = { token: administrator, values: { id: String(opened.body['id']) } };
    await check('GET', '/api/v1/emergency-accesses', { token: administrator });
    await check('GET', '/api/v1/emergency-accesses/{id}/uses', emergency);
    await check('POST', '/api/v1/emergency-accesses/{id}/end', emergency);
    expect(described.missed(isWaysIn)).toEqual([]);
  });
});
