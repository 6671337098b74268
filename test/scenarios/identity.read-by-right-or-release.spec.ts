import { call } from '#testing/e2e/support/call';
import { beginOn, Office, type Refused } from '#testing/e2e/support/cases';
import { type RunningSystem, startSystem } from '#testing/e2e/support/system';

const TODAY = '2026-11-20';
const NAME = 'Triệu Thị Kín';

interface Release {
  id: string;
  state: string;
  found: boolean;
  readings: number;
  expiresAt: string | null;
}

describe('who reads the identity of a denouncer', () => {
  let system: RunningSystem;
  let office: Office;
  let petition: { id: string; caseFileId: string; registerLabel: string };

  beforeAll(async () => {
    system = await startSystem();
    await beginOn(system, TODAY);
    office = new Office(system);
    petition = await office.register({
      ...{ type: 'denunciation', receivedOn: TODAY, content: 'Cán bộ địa chính nhận tiền của dân' },
      petitioners: [{ fullName: NAME, address: 'Thôn 2, xã Tân Thành', phone: '0912345678' }],
    });
  });
  afterAll(() => system?.stop());

  const post = async <Body = { items: { fullName: string }[] }>(username: string, path: string, body: unknown = {}) =>
    call<Body & Refused>(system.url, 'POST', path, { token: await office.token(username), body });
  const readings = (username: string) =>
    post(username, `/case-files/${petition.caseFileId}/identity-readings`, { purpose: 'verification' });
  const request = {
    agency: 'XA-TANTHANH',
    purpose: 'inspection',
    reason: 'Thanh tra trách nhiệm theo Quyết định 12/QĐ-TT',
    hours: 4,
  };

  it('the resolver reads by a standing right, and the file says so', async () => {
    const answer = await readings('lanhdao');
    expect(answer.status).toBe(200);
    expect(answer.body.items[0]?.fullName).toBe(NAME);
    const last = (await office.timeline(petition.caseFileId)).findLast(({ type }) => type === 'IDENTITY_READ');
    expect(last).toMatchObject({ kind: 'reading', facts: { purpose: 'verification', by: 'standing' } });
    expect(JSON.stringify(last)).not.toContain(NAME);
  });

  const CONTENT = 'Cán bộ địa chính nhận tiền của dân';
  const textOf = (username: string, path = `/case-files/${petition.caseFileId}/identity-readings?what=text`) =>
    post<{ items: unknown[]; text: { content: string } | null }>(username, path, { purpose: 'verification' });

  it('the resolver reads what the petition says, without who wrote it, and the file says so', async () => {
    const answer = await textOf('lanhdao');
    expect(answer).toMatchObject({ status: 200, body: { items: [], text: { content: CONTENT } } });
    expect(answer.text).not.toContain(NAME);
    const last = (await office.timeline(petition.caseFileId)).findLast(({ type }) => type === 'IDENTITY_READ');
    expect(last).toMatchObject({ kind: 'reading', facts: { purpose: 'verification', by: 'standing', what: 'text' } });
    expect(JSON.stringify(last)).not.toContain(CONTENT);
    for (const stranger of ['chuyenvien', 'truongphong', 'thanhtra', 'lanhdao.tinh'])
      expect((await textOf(stranger)).status).toBe(404);
  });

  it('the words leave the database only with the reading that was just written', async () => {
    const client = await system.database.admin.connect();
    try {
      const { rows } = await client.query<{ id: number; agency: number }>(
        `SELECT id, agency_id AS agency FROM app.app_user WHERE username = 'lanhdao'`,
      );
      await client.query(
        `BEGIN; SET LOCAL ROLE nghedan_app; SELECT app.act_as(${rows[0]?.id}, '{${rows[0]?.agency}}')`,
      );
      const found = await client.query('SELECT * FROM app.identity_text($1)', [petition.caseFileId]);
      expect(found.rows).toEqual([]);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it.each(['chuyenvien', 'truongphong', 'thanhtra', 'lanhdao.tinh'])('%s has no such right', async (username) => {
    expect((await readings(username)).status).toBe(404);
  });

  it('an open petition needs none of this', async () => {
    const open = await office.register({ receivedOn: TODAY });
    const answer = await post('lanhdao', `/case-files/${open.caseFileId}/identity-readings`, { purpose: 'delivery' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'IDENTITY.NOT_SEALED' } });
  });

  it('an inspector reads by release: a reason, a second person, a time limit, each reading logged', async () => {
    const filed = await post<Release>('thanhtra', '/identity-releases', {
      ...request,
      registerNumber: petition.registerLabel,
    });
    expect(filed.status).toBe(201);
    const { id } = filed.body;
    const read = () => post('thanhtra', `/identity-releases/${id}/readings`);
    expect(await read()).toMatchObject({ status: 404, body: { code: 'IDENTITY.NOT_RELEASED' } });
    expect((await post('thanhtra', `/identity-releases/${id}/approve`)).status).toBe(403);
    expect((await post('lanhdao.tinh', `/identity-releases/${id}/approve`)).status).toBe(403);
    const approved = await post<Release>('baomat', `/identity-releases/${id}/approve`);
    expect(approved.body).toMatchObject({ state: 'approved', found: true });
    expect((await post('baomat2', `/identity-releases/${id}/refuse`)).body.code).toBe('IDENTITY.DECIDED');
    const answer = await read();
    expect(answer.body.items[0]?.fullName).toBe(NAME);
    expect((await post('baomat2', `/identity-releases/${id}/readings`)).status).toBe(404);
    const words = await textOf('thanhtra', `/identity-releases/${id}/readings?what=text`);
    expect(words).toMatchObject({ status: 200, body: { items: [], text: { content: CONTENT } } });
    const { items } = await office.get<{ items: Release[] }>('baomat', '/identity-releases');
    expect(items.find((one) => one.id === id)?.readings).toBe(2);
    const logged = (await office.timeline(petition.caseFileId)).filter(({ type }) => type === 'IDENTITY_READ');
    expect(logged.at(-1)?.facts).toMatchObject({ by: 'release', releaseId: id, purpose: 'inspection' });
    await post('lanhdao.tinh', '/clock/advance', { days: 1 });
    expect((await call(system.url, 'GET', '/audit/verify', { token: await office.token('thanhtra') })).status).toBe(
      200,
    );
  });

  it('a custodian does not decide a request of their own', async () => {
    const own = await post<Release>('baomat', '/identity-releases', {
      ...request,
      registerNumber: petition.registerLabel,
    });
    expect(await post('baomat', `/identity-releases/${own.body.id}/approve`)).toMatchObject({
      ...{ status: 403, body: { code: 'IDENTITY.SAME_PERSON' } },
    });
    expect((await post<Release>('baomat2', `/identity-releases/${own.body.id}/refuse`)).body.state).toBe('refused');
  });

  it('says to the requester nothing about whether the number is a denunciation', async () => {
    const none = await post<Release>('thanhtra', '/identity-releases', { ...request, registerNumber: '999/2026' });
    const some = await post<Release>('thanhtra', '/identity-releases', {
      ...request,
      registerNumber: petition.registerLabel,
    });
    const plain = await post<Release>('chuyenvien', '/identity-releases', {
      ...request,
      registerNumber: petition.registerLabel,
    });
    expect([none.status, some.status, plain.status]).toEqual([201, 201, 201]);
    expect(plain.body.found).toBe(false);
    expect(await post('baomat', `/identity-releases/${none.body.id}/approve`)).toMatchObject({
      ...{ status: 409, body: { code: 'IDENTITY.NO_MATCH' } },
    });
    const { items } = await office.get<{ items: Release[] }>('chuyenvien', '/identity-releases');
    expect(items.map(({ id }) => id)).toEqual([plain.body.id]);
  });
});
