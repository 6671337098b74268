import { verifyAll } from '#libs/audit';
import { PostgresLedgerArchive } from '#libs/persistence';
import { readWorkbook } from '#libs/intake';
import { call, signIn } from './support/call.js';
import { beginOn, Office, type Refused } from './support/cases.js';
import { begin, type Issued, sheetForm } from './support/people.js';
import { type RunningSystem, startSystem } from './support/system.js';

const TODAY = '2026-11-20';
interface Account {
  readonly id: number;
  readonly username: string;
  readonly state: string;
  readonly roles: string[];
  readonly lockedUntil: string | null;
}

describe('accounts, agencies and lists under delegated administration', () => {
  let system: RunningSystem;
  let office: Office;
  let quantri: string;
  beforeAll(async () => {
    system = await startSystem();
    await beginOn(system, TODAY);
    office = new Office(system);
    quantri = await signIn(system.url, 'quantri');
  });
  afterAll(() => system?.stop());

  const get = <Body>(token: string, path: string) => call<Body & Refused>(system.url, 'GET', path, { token });
  const post = <Body>(token: string, path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    call<Body & Refused>(system.url, 'POST', path, { token, body, headers });
  const users = '/administration/users';
  const add = async (over: Record<string, unknown> = {}, token = quantri) =>
    post<Issued>(token, users, {
      ...{ username: 'nguoi.moi', fullName: 'Người Mới', agency: 'XA-TANTHANH', roles: ['caseOfficer'] },
      ...over,
    });
  const issued = async (over: Record<string, unknown>): Promise<Issued> => {
    const { status, body, text } = await add(over);
    if (status !== 201) throw new Error(text);
    return body;
  };
  const idOf = (username: string) => office.userId(username);

  describe('an administrator of one commune', () => {
    let commune: string;
    let own: Issued;
    beforeAll(async () => {
      own = await issued({ username: 'quantri.tanthanh', roles: ['administrator', 'caseOfficer'] });
      commune = await begin(system.url, own);
    });

    it('sees the accounts of the commune and no other', async () => {
      const { body } = await get<{ items: Account[] }>(commune, users);
      const names = body.items.map(({ username }) => username);
      expect(names).toContain('lanhdao');
      expect(names.filter((name) => name.endsWith('.tinh') || name.endsWith('.hoaloc'))).toEqual([]);
      expect((await get(commune, `${users}?agency=XA-HOALOC`)).status).toBe(404);
    });

    it.each(['lanhdao.tinh', 'quantri', 'chuyenvien.hoaloc'])('cannot touch %s in any way', async (name) => {
      const path = `${users}/${await idOf(name)}`;
      const change = { fullName: 'Tên Khác', agency: 'XA-TANTHANH', roles: ['caseOfficer'] };
      expect((await get(commune, path)).status).toBe(404);
      expect((await get(commune, `${path}/sessions`)).status).toBe(404);
      expect((await post(commune, path, change)).status).toBe(404);
      for (const act of ['password', 'unlock', 'sessions/end'])
        expect((await post(commune, `${path}/${act}`)).status).toBe(404);
      expect((await post(commune, `${path}/state`, { active: false, reason: 'Không được' })).status).toBe(404);
    });

    it('makes accounts for the commune only, with roles that fit it', async () => {
      const there = await add({ username: 'nguoi.tinh', agency: 'TINH-DEMO' }, commune);
      expect(there).toMatchObject({ status: 422, body: { errors: [{ pointer: '/agency' }] } });
      const above = await add({ username: 'chu.tich', roles: ['provinceChairman'] }, commune);
      expect(above).toMatchObject({ status: 422, body: { errors: [{ pointer: '/roles' }] } });
      expect((await add({ username: 'nguoi.xa' }, commune)).status).toBe(201);
    });

    it('neither changes the own roles nor the own state', async () => {
      const path = `${users}/${own.id}`;
      const more = { fullName: 'Người Mới', agency: 'XA-TANTHANH', roles: ['administrator', 'chairman'] };
      expect(await post(commune, path, more)).toMatchObject({ status: 409, body: { code: 'USER.OWN_ROLES' } });
      const state = { active: false, reason: 'Tự khóa' };
      expect(await post(commune, `${path}/state`, state)).toMatchObject({ body: { code: 'USER.OWN_ACCOUNT' } });
      expect((await post(commune, `${path}/password`)).status).toBe(409);
    });

    it('keeps no list of the province', async () => {
      const area = { unitCode: '00001', from: '2026-01-01', basis: 'Quyết định của xã' };
      expect((await post(commune, '/administration/remote-areas', area)).status).toBe(403);
    });
  });

  it('asks nobody but administrators', async () => {
    const officer = await signIn(system.url, 'truongphong');
    for (const path of [users, '/administration/setup', '/administration/agencies', '/administration/journal'])
      expect([path, (await get(officer, path)).status]).toEqual([path, 403]);
    expect((await add({ username: 'len.lut' }, officer)).status).toBe(403);
  });

  it('lets the database itself refuse whoever is no administrator', async () => {
    const actorOf = async (username: string) => {
      const text = 'SELECT id FROM app.app_user WHERE username = $1';
      return (await system.database.admin.query<{ id: number }>(text, [username])).rows[0]?.id;
    };
    const as = async (username: string, text: string) => {
      const client = await system.database.connections.app.connect();
      const everything = '{1,2,3,4,5,6,7,8,9,10,11,12}';
      try {
        await client.query(`BEGIN; SELECT app.act_as(${await actorOf(username)}, '${everything}')`);
        await client.query(text);
        return 'done';
      } catch (error) {
        return (error as Error).message;
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };
    const by = await idOf('lanhdao.tinh');
    const succeed = `SELECT app.succeed_agency(8, 7, '2026-01-01', 'x', ${by}, true)`;
    expect(await as('lanhdao.tinh', succeed)).toBe('ADMIN.NOT_ADMINISTRATOR');
    expect(await as('lanhdao.tinh', `SELECT app.rename_agency(8, 'x', 'x', 'x', ${by})`)).toBe(
      'ADMIN.NOT_ADMINISTRATOR',
    );
    // Another's name in the call does not help.
    expect(await as('motcua', `SELECT app.rename_agency(8, 'x', 'x', 'x', ${await idOf('quantri')})`)).toBe(
      'ADMIN.NOT_ADMINISTRATOR',
    );
    expect(await as('quantri.tanthanh', `SELECT app.user_unlock(${by})`)).toBe('ADMIN.OUT_OF_SCOPE');
    const direct = `UPDATE app.app_user SET roles = '{administrator}' WHERE username = 'motcua'`;
    expect(await as('motcua', direct)).toContain('permission denied');
    expect(await as('quantri', `UPDATE app.administration_book SET seq = 0`)).toContain('permission denied');
  });

  it('keeps an administrator when two remove each other at the same moment', async () => {
    const second = await issued({ username: 'quantri2', agency: 'TINH-DEMO', roles: ['administrator'] });
    const third = await issued({ username: 'quantri3', agency: 'TINH-DEMO', roles: ['administrator'] });
    const [two, three] = [await begin(system.url, second), await begin(system.url, third)];
    const off = { active: false, reason: 'Thôi làm quản trị' };
    const answers = await Promise.all([
      post(two, `${users}/${third.id}/state`, off),
      post(three, `${users}/${second.id}/state`, off),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { body } = await get<{ items: Account[] }>(quantri, `${users}?role=administrator&q=quantri`);
    const left = body.items.filter(({ username }) => ['quantri2', 'quantri3'].includes(username));
    expect(left.map(({ state }) => state).sort()).toEqual(['active', 'inactive']);
  });

  it('the last administrator of the province stays, whoever asks the database', async () => {
    const admin = system.database.admin;
    const last = `UPDATE app.app_user SET active = false WHERE 'administrator' = ANY (roles) AND username <> 'quantri'`;
    const client = await admin.connect();
    try {
      await client.query(`BEGIN; ${last}; UPDATE app.app_user SET active = false WHERE username = 'quantri'`);
      await expect(
        client.query(`SELECT app.keep_an_administrator((SELECT id FROM app.agency WHERE code = 'XA-TANTHANH'))`),
      ).rejects.toThrow('USER.LAST_ADMINISTRATOR');
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('a one-time password opens one door: to change it', async () => {
    const person = await issued({ username: 'mot.lan' });
    const token = await signIn(system.url, person.username, person.password);
    expect((await get<{ mustChangePassword: boolean }>(token, '/me')).body.mustChangePassword).toBe(true);
    expect(await get(token, '/petitions')).toMatchObject({ status: 403, body: { code: 'AUTH.CHANGE_PASSWORD' } });
    const change = (current: string, next: string) => post(token, '/auth/password', { current, next });
    expect((await change('sai', 'con cò bay lả bay la')).body.code).toBe('AUTH.CURRENT_PASSWORD');
    for (const weak of [person.password, 'ngắn', 'tôi là mot.lan đây', 'aaaaaaaaaaaa'])
      expect((await change(person.password, weak)).body.code).toBe('AUTH.PASSWORD_WEAK');
    expect((await change(person.password, 'con cò bay lả bay la')).status).toBe(204);
    expect((await get(token, '/petitions')).status).toBe(200);
  });

  it('locked out, seen, opened again; a switched-off account is out at once', async () => {
    const person = await issued({ username: 'hay.quen' });
    const token = await begin(system.url, person);
    const wrong = () =>
      call(system.url, 'POST', '/auth/login', { body: { username: person.username, password: 'sai rồi' } });
    for (let i = 0; i < 5; i++) await wrong();
    const seen = await get<Account>(quantri, `${users}/${person.id}`);
    expect(seen.body).toMatchObject({ state: 'locked', lockedUntil: expect.any(String) });
    expect((await post<Account>(quantri, `${users}/${person.id}/unlock`)).body.state).toBe('active');
    await signIn(system.url, person.username, 'con cò bay lả bay la');
    const sessions = await get<{ items: { id: string }[] }>(quantri, `${users}/${person.id}/sessions`);
    expect(sessions.body.items.length).toBe(2);
    await post(quantri, `${users}/${person.id}/state`, { active: false, reason: 'Chuyển công tác' });
    expect((await get(token, '/me')).status).toBe(401);
    const { body } = await get<{ items: { sentence: string; reason: string | null }[] }>(
      quantri,
      `/administration/journal?user=${person.id}`,
    );
    expect(body.items.map(({ sentence }) => sentence.replace(' Người Mới (hay.quen)', ''))).toEqual([
      'Khóa tài khoản',
      'Mở tạm khóa đăng nhập của',
      'Người Mới (hay.quen) tự đổi mật khẩu',
      'Tạo tài khoản: Chuyên viên thụ lý, xác minh',
    ]);
    expect(body.items[0]?.reason).toBe('Chuyển công tác');
  });

  describe('accounts from a sheet', () => {
    const person = (name: string, ...rest: unknown[]) => [name, 'Trần Thị Sáu', 'Chuyên viên', ...rest];
    const upload = async (path: string, rows: unknown[][]) =>
      call<{ faults: { row: number; column: string; code: string }[]; items: Issued[] } & Refused>(
        system.url,
        'POST',
        `${users}/import${path}`,
        { token: quantri, form: await sheetForm(rows) },
      );
    const exists = async (name: string) =>
      (await get<{ items: Account[] }>(quantri, `${users}?q=${name}`)).body.items.length > 0;

    it('tells row, column and what to do, and one fault keeps all of them out', async () => {
      const rows = [
        person('tep.mot', 'XA-HOALOC', 'Chuyên viên'),
        person('tep.hai', 'XA-KHONGCO', 'Chuyên viên'),
        [
          'tep.ba',
          { formula: 'HYPERLINK("http://evil.example")', result: 'Lê Văn Ba' },
          '',
          'XA-HOALOC',
          'Chuyên viên',
        ],
      ];
      const seen = await upload('/preview', rows);
      expect(seen.body.faults.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
        '3 Mã cơ quan PEOPLE.AGENCY',
        '4 Họ và tên PEOPLE.FORMULA',
      ]);
      expect((await upload('', rows)).status).toBe(422);
      expect(await exists('tep.mot')).toBe(false);
    });

    it('makes all of them, each with a password for one sign-in', async () => {
      const made = await upload('', [
        person('tep.mot', 'XA-HOALOC', 'Chuyên viên'),
        person('tep.bon', 'TINH-DEMO', 'Thanh tra'),
      ]);
      expect(made.status).toBe(201);
      expect(new Set(made.body.items.map(({ password }) => password)).size).toBe(2);
      for (const one of made.body.items) await begin(system.url, one);
      expect(await exists('tep.mot')).toBe(true);
      expect((await upload('', [person('tep.mot', 'XA-HOALOC', 'Chuyên viên')])).status).toBe(422);
    });

    it('gives a template that it can read itself, with nothing that runs', async () => {
      const answer = await fetch(`${system.url}/api/v1/administration/users/import/template`, {
        headers: { authorization: `Bearer ${quantri}` },
      });
      const sheets = await readWorkbook(Buffer.from(await answer.arrayBuffer()));
      expect(sheets.map(({ name }) => name)).toEqual(['Tài khoản', 'Vai trò', 'Mã cơ quan', 'Ví dụ']);
      const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]));
      expect(cells.filter(({ formula }) => formula)).toEqual([]);
    });
  });

  it('a remote area of the list is the default of a registration; otherwise only with a reason', async () => {
    const units = await get<{ items: { code: string; type: string }[] }>(
      quantri,
      '/administrative-units?on=2026-11-20&limit=100&q=son',
    );
    const unitCode = units.body.items.find(({ type }) => type === 'commune')?.code ?? '';
    const area = { unitCode, from: '2026-01-01', basis: 'Quyết định 861/QĐ-TTg' };
    expect((await post(quantri, '/administration/remote-areas', area)).status).toBe(201);
    expect(await post(quantri, '/administration/remote-areas', area)).toMatchObject({
      body: { code: 'REMOTE.OVERLAP' },
    });
    const remoteOf = async (over: Record<string, unknown>) => {
      const petitioners = [{ fullName: 'Giàng A Páo', birthDate: '1970', unitCode }];
      const { caseFileId } = await office.register({ receivedOn: TODAY, type: 'complaint', petitioners, ...over });
      const text = 'SELECT remote FROM app.case_file WHERE id = $1';
      return (await system.database.admin.query<{ remote: boolean }>(text, [caseFileId])).rows[0]?.remote;
    };
    expect(await remoteOf({})).toBe(true);
    expect(await remoteOf({ petitioners: [{ fullName: 'Lê Văn Tám', birthDate: '1970' }] })).toBe(false);
    expect(await remoteOf({ receivedOn: '2025-12-31', petitioners: [{ fullName: 'Vừ A Dính', unitCode }] })).toBe(
      false,
    );
    await expect(remoteOf({ remote: false })).rejects.toThrow('lý do');
    expect(await remoteOf({ remote: false, remoteReason: 'Đất bị thu hồi ở trung tâm xã' })).toBe(false);
    expect(await remoteOf({ type: 'denunciation' })).toBe(false);
  });

  it('opening balances need a second person, are locked then, and are corrected by another version', async () => {
    const [clerk, head] = [await signIn(system.url, 'motcua'), await signIn(system.url, 'truongphong')];
    const path = '/administration/opening-balances';
    const list = await get<{ counters: { key: string }[] }>(clerk, path);
    const figures = list.body.counters.map(({ key }, i) => ({ key, value: i }));
    const entry = { agency: 'XA-TANTHANH', year: 2026, startsOn: '2025-12-15', figures, source: 'Báo cáo năm 2025' };
    const match = (rev: number) => ({ 'if-match': `"${rev}"` });
    const made = await post<{ id: string }>(head, path, entry);
    expect(made.status).toBe(201);
    const one = `${path}/${made.body.id}`;
    expect(await post(head, `${one}/confirm`, {}, match(1))).toMatchObject({ body: { code: 'OPENING.SAME_PERSON' } });
    expect((await post(clerk, path, entry)).body.code).toBe('OPENING.EXISTS');
    expect((await post(clerk, one, { figures, source: 'Sổ cũ 2025' }, match(7))).status).toBe(412);
    expect((await post(clerk, one, { figures, source: 'Sổ cũ 2025' }, match(1))).status).toBe(200);
    expect(await post(clerk, `${one}/confirm`, {}, match(2))).toMatchObject({ status: 403 });
    expect((await post(head, `${one}/confirm`, {}, match(2))).status).toBe(200);
    expect((await post(clerk, one, { figures, source: 'Sửa lại' }, match(3))).body.code).toBe('OPENING.LOCKED');
    const correction = { ...entry, correctionReason: 'Đếm sót hai đơn tố cáo' };
    const again = await post<{ version: number; state: string }>(clerk, path, correction);
    expect(again.body).toMatchObject({ version: 2, state: 'entered' });
    expect((await post(clerk, path, { ...entry, figures: figures.slice(1), startsOn: '2026-03-15' })).status).toBe(422);
  });

  it('a merged agency stands where it stood on an earlier day', async () => {
    const change = { successor: 'XA-BINHMINH', lastDay: '2026-11-10', basis: 'Nghị quyết 99/NQ-HĐND' };
    const path = '/agencies/PHUONG-NAMCAU';
    const passing = await get<{ peopleMoving: unknown[] }>(
      quantri,
      '/administration/agencies/PHUONG-NAMCAU/succession-preview',
    );
    expect(passing.body.peopleMoving).toHaveLength(4);
    expect((await post(quantri, `${path}/succession`, change)).status).toBe(202);
    interface Node {
      readonly code: string;
      readonly open: boolean;
      readonly parentCode: string;
      readonly successorCode: string;
    }
    const on = async (day: string) =>
      (await get<{ items: Node[] }>(quantri, `/administration/agencies?on=${day}`)).body.items.find(
        ({ code }) => code === 'PHUONG-NAMCAU',
      );
    expect(await on('2026-11-10')).toMatchObject({ open: true, parentCode: 'TINH-DEMO' });
    expect(await on('2026-11-11')).toMatchObject({
      open: false,
      parentCode: 'XA-BINHMINH',
      successorCode: 'XA-BINHMINH',
    });
    expect(
      await post(quantri, `${path}/name`, { name: 'Tên nào đó', shortName: 'Tên', basis: 'Nghị quyết' }),
    ).toMatchObject({
      ...{ status: 409, body: { code: 'AGENCY.CLOSED' } },
    });
  });

  it('every act stands in the one ledger, chained, and only those who may read it do', async () => {
    const archive = new PostgresLedgerArchive(system.database.connections);
    const report = await archive.read(verifyAll);
    expect(report.findings).toEqual([]);
    const events = await system.database.admin.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM app.case_event e JOIN app.administration_book b ON b.id = e.case_id`,
    );
    expect(events.rows[0]?.n).toBeGreaterThan(20);
    const inspector = await signIn(system.url, 'thanhtra');
    const seen = await get<{ items: { agencyCode: string }[] }>(inspector, '/administration/journal?limit=200');
    expect(new Set(seen.body.items.map(({ agencyCode }) => agencyCode)).size).toBeGreaterThan(2);
    const commune = await get<{ items: { agencyCode: string }[] }>(
      await signIn(system.url, 'lanhdao'),
      '/administration/journal?limit=200',
    );
    expect(new Set(commune.body.items.map(({ agencyCode }) => agencyCode))).toEqual(new Set(['XA-TANTHANH']));
  });
});
