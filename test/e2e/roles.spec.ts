import { call } from './support/call.js';
import { Office } from './support/cases.js';
import { complaint, register, type Registered } from './support/petitions.js';
import { type RunningSystem, startSystem } from './support/system.js';

type Account =
  'motcua' | 'chuyenvien' | 'truongphong' | 'lanhdao' | 'lanhdao.tinh' | 'thanhtra' | 'baomat' | 'quantri' | 'xakhac';

/**
 * Who may do what, as the demo's accounts: `xakhac` is a receptionist of another commune. A row says which of them succeed;
 * everybody else is refused with 403, or 404 where the thing itself is out of sight.
 */
const MATRIX: readonly {
  readonly what: string;
  readonly may: readonly Account[];
  readonly refused: readonly number[];
  readonly act: (context: Context) => Promise<number>;
}[] = [
  {
    what: 'read a petition of the commune',
    may: ['motcua', 'chuyenvien', 'truongphong', 'lanhdao', 'lanhdao.tinh', 'thanhtra', 'baomat', 'quantri'],
    refused: [404],
    act: ({ get, petition }) => get(`/petitions/${petition.id}`),
  },
  {
    what: 'read its file',
    may: ['motcua', 'chuyenvien', 'truongphong', 'lanhdao', 'lanhdao.tinh', 'thanhtra', 'baomat', 'quantri'],
    refused: [404],
    act: ({ get, petition }) => get(`/case-files/${petition.caseFileId}`),
  },
  {
    what: 'register in the commune’s book',
    may: ['motcua', 'chuyenvien', 'truongphong'],
    refused: [403, 404],
    act: ({ post }) => post('/petitions', complaint({ agency: 'XA-TANTHANH' })),
  },
  {
    what: 'classify',
    may: ['motcua', 'chuyenvien', 'truongphong', 'lanhdao', 'lanhdao.tinh'],
    refused: [403, 404],
    act: ({ event, petition }) => event(petition.caseFileId, { type: 'CLASSIFY', contentType: 'complaint' }),
  },
  {
    what: 'assign an officer',
    may: ['truongphong', 'lanhdao', 'lanhdao.tinh'],
    refused: [403, 404],
    act: ({ event, petition, officer }) => event(petition.caseFileId, { type: 'ASSIGN_OFFICER', assigneeId: officer }),
  },
  {
    what: 'void a number',
    may: ['motcua', 'chuyenvien', 'truongphong'],
    refused: [403, 404],
    act: ({ post, petition }) => post(`/petitions/${petition.id}/void`, { reasonCode: 'other', reason: 'Thử vai trò' }),
  },
  {
    what: 'check the ledger',
    may: ['lanhdao', 'lanhdao.tinh', 'thanhtra', 'quantri'],
    refused: [403],
    act: ({ get }) => get('/audit/verify'),
  },
  {
    what: 'list another commune’s register',
    may: ['lanhdao.tinh', 'thanhtra', 'baomat', 'quantri', 'xakhac'],
    refused: [404],
    act: ({ get }) => get('/petitions?agency=XA-HOALOC'),
  },
  {
    what: 'list the commune’s users',
    may: ['motcua', 'chuyenvien', 'truongphong', 'lanhdao', 'lanhdao.tinh', 'thanhtra', 'baomat', 'quantri'],
    refused: [404],
    act: ({ usersOf }) => usersOf('XA-TANTHANH'),
  },
];

interface Context {
  readonly petition: Registered;
  readonly officer: number;
  readonly get: (path: string) => Promise<number>;
  readonly post: (path: string, body: unknown) => Promise<number>;
  readonly event: (caseFileId: string, body: unknown) => Promise<number>;
  readonly usersOf: (agency: string) => Promise<number>;
}

describe('rights of the demo accounts', () => {
  let system: RunningSystem;
  let office: Office;
  const accounts: readonly Account[] = [
    'motcua',
    'chuyenvien',
    'truongphong',
    'lanhdao',
    'lanhdao.tinh',
    'thanhtra',
    'baomat',
    'quantri',
    'xakhac',
  ];

  beforeAll(async () => {
    system = await startSystem();
    office = new Office(system);
    await system.database.admin.query(
      `INSERT INTO app.app_user (username, full_name, password_hash, roles, agency_id, demo)
       SELECT 'xakhac', 'Người Xã Khác', password_hash, '{receptionist}', (SELECT id FROM app.agency WHERE code = 'XA-HOALOC'), true FROM app.app_user WHERE username = 'motcua'`,
    );
  });
  afterAll(() => system?.stop());

  async function contextOf(account: Account, petition: Registered, officer: number): Promise<Context> {
    const token = await office.token(account);
    return {
      petition,
      officer,
      get: async (path) => (await call(system.url, 'GET', path, { token })).status,
      post: async (path, body) => (await call(system.url, 'POST', path, { token, body })).status,
      event: async (caseFileId, body) =>
        (
          await call(system.url, 'POST', `/case-files/${caseFileId}/events`, {
            token,
            body,
            headers: { 'if-match': '"1"' },
          })
        ).status,
      usersOf: async (agency) => {
        const { status, body } = await call<{ items: unknown[] }>(system.url, 'GET', `/users?agency=${agency}`, {
          token,
        });
        return status === 200 && body.items.length === 0 ? 404 : status;
      },
    };
  }

  it.each(MATRIX)('$what', async ({ may, refused, act }) => {
    const officer = await office.userId('chuyenvien');
    const clerk = await office.token('motcua');
    for (const account of accounts) {
      const petition = await register(system.url, clerk);
      const status = await act(await contextOf(account, petition, officer));
      const expected = may.includes(account) ? [200, 201] : refused;
      expect({ account, status, fits: expected.includes(status) }).toEqual({ account, status, fits: true });
    }
  });

  it('a request without a session is refused everywhere', async () => {
    for (const path of [
      '/petitions',
      '/case-files',
      '/boards/overdue',
      '/boards/summary',
      '/my-work',
      '/inbox',
      '/imports',
      '/audit/head',
      '/clock',
      '/agencies',
      '/users',
      '/procedures',
      '/administrative-units',
    ])
      expect((await call(system.url, 'GET', path)).status).toBe(401);
    expect((await call(system.url, 'POST', '/petitions', { body: complaint() })).status).toBe(401);
  });

  it('the database holds the scope by itself: with no actor set, or another one’s, nothing comes', async () => {
    const { app } = system.database;
    for (const table of [
      'petition',
      'petitioner',
      'case_file',
      'deadline',
      'case_event',
      'event_text',
      'attachment',
      'task',
      'inbox',
      'petition_link',
      'idempotency',
      'import_batch',
      'import_row',
      'milestone',
    ])
      expect({ table, rows: (await app.query(`SELECT 1 FROM app.${table}`)).rowCount }).toEqual({ table, rows: 0 });
    await expect(app.query(`SELECT * FROM app.search_register(1, '{7}', '{a}', '{}', NULL, NULL)`)).rejects.toThrow(
      'ACCESS.SCOPE',
    );
    await expect(app.query('DELETE FROM app.case_event')).rejects.toThrow(/permission denied/);
    await expect(app.query(`UPDATE app.case_event SET type = 'X'`)).rejects.toThrow(/permission denied/);
    await expect(app.query('SELECT * FROM app.case_event_2026')).rejects.toThrow(/permission denied/);
  });
});

describe('production', () => {
  it('refuses the demo’s accounts and clock, and says nothing of them', async () => {
    const system = await startSystem({
      environment: { NGHE_DAN_MODE: 'production', NGHE_DAN_MASTER_KEY: Buffer.alloc(32, 7).toString('base64') },
    });
    try {
      for (const username of ['motcua', 'lanhdao', 'quantri'])
        expect(
          await call(system.url, 'POST', '/auth/login', { body: { username, password: 'nghedan' } }),
        ).toMatchObject({ status: 403, body: { code: 'AUTH.DEMO_REFUSED' } });
      expect((await call(system.url, 'GET', '/app-info')).body).toMatchObject({
        mode: 'production',
        demoAccounts: [],
        demoPassword: null,
        movableClock: false,
      });
      await system.database.admin.query(`UPDATE app.app_user SET demo = false WHERE username = 'lanhdao'`);
      const { body } = await call<{ accessToken: string }>(system.url, 'POST', '/auth/login', {
        body: { username: 'lanhdao', password: 'nghedan' },
      });
      expect(
        await call(system.url, 'POST', '/clock/advance', { token: body.accessToken, body: { days: 1 } }),
      ).toMatchObject({ status: 403, body: { code: 'CLOCK.REAL_TIME' } });
      const token = body.accessToken;
      for (const path of ['/api/openapi.json', '/api/docs', '/api/docs/swagger-ui-init.js', '/api/docs-json']) {
        expect([path, (await call(system.url, 'GET', path)).status]).toEqual([path, 401]);
        expect([path, [200, 404]]).toEqual([
          path,
          expect.arrayContaining([(await call(system.url, 'GET', path, { token })).status]),
        ]);
      }
      const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
      expect((await call(system.url, 'GET', '/metrics', from('203.0.113.9'))).status).toBe(404);
      expect((await call(system.url, 'GET', '/metrics', from('10.1.2.3'))).status).toBe(200);
      // Behind a proxy that speaks HTTPS the cookie is this host's alone, and the plain name counts for nothing.
      const https = { 'x-forwarded-proto': 'https' };
      const over = await call(system.url, 'POST', '/auth/login', {
        body: { username: 'lanhdao', password: 'nghedan' },
        headers: https,
      });
      const set = over.headers.get('set-cookie') ?? '';
      expect(set).toMatch(/^__Host-nghedan_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
      const value = set.split(';')[0]!.split('=')[1]!;
      const me = (cookie: string) => call(system.url, 'GET', '/me', { headers: { ...https, cookie } });
      expect((await me(`__Host-nghedan_session=${value}`)).status).toBe(200);
      expect((await me(`nghedan_session=${value}`)).status).toBe(401);
    } finally {
      await system.stop();
    }
  });
});
