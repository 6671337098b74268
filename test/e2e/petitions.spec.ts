import { call, type Answer, signIn } from './support/call.js';
import { complaint, register, type Registered } from './support/petitions.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Page {
  items: {
    id: string;
    registerNumber: number;
    registerLabel: string;
    petitionerName: string | null;
    excerpt: string | null;
    sealed: boolean;
    voided: boolean;
  }[];
  nextCursor: string | null;
}
interface Petition {
  content: string | null;
  petitioners: { fullName: string | null; personalId: string | null; sealed: boolean }[];
  links: { petitionId: string; kind: string; direction: string }[];
  attachments: { id: string; fileName: string; mediaType: string; sha256: string }[];
  voidReason: string | null;
  caseFiles: { id: string; procedure: string; stageTitle: string }[];
}
interface Problem {
  code: string;
  errors: { pointer: string }[];
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('petitions over HTTP', () => {
  let system: RunningSystem;
  let clerk: string;
  const get = <Body>(path: string, token = clerk): Promise<Answer<Body>> =>
    call<Body>(system.url, 'GET', path, { token });
  const post = <Body>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<Body>> =>
    call<Body>(system.url, 'POST', path, {
      token: clerk,
      ...(body === undefined ? {} : { body }),
      ...(headers ? { headers } : {}),
    });
  beforeAll(async () => {
    system = await startSystem();
    clerk = await signIn(system.url, 'motcua');
  });
  afterAll(() => system?.stop());

  it('registers with a gap-free number, a code and a handling file', async () => {
    const first = await post<Registered>('/petitions', complaint());
    expect(first.status).toBe(201);
    const many = await Promise.all(Array.from({ length: 12 }, () => register(system.url, clerk)));
    const numbers = many.map(({ registerNumber }) => registerNumber).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, i) => first.body.registerNumber + 1 + i));
    expect(first.body.lookupCode.replaceAll('-', '')).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
    expect(first.body.receipt).toMatchObject({ lookupCode: first.body.lookupCode, receivedBy: 'Nguyễn Thị Mai' });
    expect(JSON.stringify(first.body.receipt)).not.toMatch(/khiếu nại/i);
    const { body } = await get<Petition>(`/petitions/${first.body.id}`);
    expect(body.caseFiles).toMatchObject([{ id: first.body.caseFileId, procedure: 'petition-handling' }]);
  });

  it('gives a refused registration no number', async () => {
    const before = await register(system.url, clerk);
    expect((await post('/petitions', complaint({ receivedOn: '2999-01-01' }))).status).toBe(422);
    expect((await post('/petitions', complaint({ resendOf: '01900000-0000-7000-8000-000000000000' }))).status).toBe(
      404,
    );
    expect((await register(system.url, clerk)).registerNumber).toBe(before.registerNumber + 1);
  });

  it('answers a repeated key with the same petition and refuses it for another', async () => {
    const body = complaint();
    const key = { 'idempotency-key': 'quay-01/2026-07-01/0001' };
    const first = await post<Registered>('/petitions', body, key);
    const again = await post<Registered>('/petitions', body, key);
    expect(again.body).toMatchObject({
      id: first.body.id,
      registerNumber: first.body.registerNumber,
      lookupCode: first.body.lookupCode,
    });
    const other = await post<Problem>('/petitions', complaint(), key);
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY.KEY_REUSED' } });
  });

  it('finds without diacritics, whichever way they were typed, page after page', async () => {
    for (let i = 0; i < 5; i++)
      await register(system.url, clerk, {
        content: `Khiếu nại về mái tôn số ${i}`,
        petitioners: [{ fullName: i % 2 ? 'Quách Thị Hoà' : 'Quách Thị Hòa', address: `Ngõ ${i}` }],
      });
    const found: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null && page < 9; page++) {
      const answer: Answer<Page> = await get<Page>(
        `/petitions?q=quach%20thi%20hoa&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      expect(answer.status).toBe(200);
      found.push(...answer.body.items.map(({ petitionerName }) => petitionerName ?? ''));
      cursor = answer.body.nextCursor;
    }
    expect(found).toHaveLength(5);
    expect((await get<Page>('/petitions?q=M%C3%81I%20T%C3%94N')).body.items).toHaveLength(5);
    expect((await get<Page>('/petitions?q=%25%25%25')).body.items).toHaveLength(0);
    const [one] = (await get<Page>('/petitions?limit=1')).body.items;
    expect(
      (await get<Page>(`/petitions?q=${encodeURIComponent(one!.registerLabel)}`)).body.items.map(({ id }) => id),
    ).toContain(one!.id);
  });

  it('pages the whole register once, in order', async () => {
    const all = (await get<Page>('/petitions?limit=200')).body.items.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer: Answer<Page> = await get<Page>(`/petitions?limit=7${cursor ? `&cursor=${cursor}` : ''}`);
      paged.push(...answer.body.items.map(({ id }) => id));
      cursor = answer.body.nextCursor;
    }
    expect(paged).toEqual(all);
    expect((await get<Problem>('/petitions?cursor=khong-phai')).body.code).toBe('HTTP.BAD_CURSOR');
  });

  it('shows a possible resend while the form is being typed, and lets the officer decide', async () => {
    const person = { fullName: 'Mạc Thị Bưởi', personalId: '001185123456', address: 'Thôn Thượng, xã Tân Thành' };
    const content = 'Khiếu nại quyết định thu hồi thửa đất số 214 tờ bản đồ 17 để làm đường liên xã mà chưa bồi thường';
    const first = await register(system.url, clerk, { petitioners: [person], content });
    const typed = {
      type: 'complaint',
      petitioners: [{ ...person, fullName: 'MẠC THỊ BƯỞI' }],
      content: `${content}, đề nghị xem xét lại`,
    };
    const check = await post<{ possibleResends: Registered['possibleResends'] }>('/petitions/resend-checks', typed);
    expect(check.status).toBe(200);
    expect(check.body.possibleResends[0]).toMatchObject({ petitionId: first.id });
    expect(check.body.possibleResends[0]!.reasons[0]!.title).not.toBe('');
    const second = await register(system.url, clerk, { ...typed });
    expect(second.possibleResends[0]).toMatchObject({ petitionId: first.id });
    const linked = await post<Petition>(`/petitions/${second.id}/links`, { toPetitionId: first.id, kind: 'resend' });
    expect(linked.body.links).toMatchObject([{ petitionId: first.id, kind: 'resend', direction: 'to' }]);
    expect((await get<Petition>(`/petitions/${first.id}`)).body.links).toMatchObject([
      { petitionId: second.id, direction: 'from' },
    ]);
  });

  it('keeps what came with the paper, told by its bytes', async () => {
    const { id } = await register(system.url, clerk);
    const form = new FormData();
    form.append('files', new Blob([PNG]), 'Ảnh chụp đơn.png');
    const stored = await call<Petition['attachments']>(system.url, 'POST', `/petitions/${id}/attachments`, {
      token: clerk,
      form,
    });
    expect(stored).toMatchObject({ status: 201, body: [{ fileName: 'Ảnh chụp đơn.png', mediaType: 'image/png' }] });
    const list = await get<{ items: Petition['attachments']; acceptedTypes: string[] }>(`/petitions/${id}/attachments`);
    expect(list.body.items).toEqual(stored.body);
    const response = await fetch(`${system.url}/api/v1/petitions/${id}/attachments/${stored.body[0]!.id}`, {
      headers: { authorization: `Bearer ${clerk}` },
    });
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('Ảnh chụp đơn.png'));
    expect(Buffer.from(await response.arrayBuffer()).equals(PNG)).toBe(true);
    const stranger = await signIn(system.url, 'motcua.hoaloc').catch(() => null);
    if (stranger) expect((await get(`/petitions/${id}/attachments`, stranger)).status).toBe(404);
  });

  it('voids a number and keeps it in the book with its reason', async () => {
    const { id, registerNumber } = await register(system.url, clerk);
    const voided = await post<Petition>(`/petitions/${id}/void`, {
      reasonCode: 'wrong-entry',
      reason: 'Nhập nhầm đơn của xã khác',
    });
    expect(voided).toMatchObject({ status: 200, body: { voided: true, voidReason: 'Nhập nhầm đơn của xã khác' } });
    expect((await get<Page>('/petitions?state=voided')).body.items.map((item) => item.registerNumber)).toContain(
      registerNumber,
    );
    expect(
      (await post<Problem>(`/petitions/${id}/void`, { reasonCode: 'other', reason: 'Thử lại lần nữa' })).status,
    ).toBe(409);
  });

  it('answers the citizen with stage and date only, and every wrong code alike', async () => {
    const { lookupCode } = await register(system.url, clerk, {
      petitioners: [{ fullName: 'Người Được Giấu Tên', address: 'Số 9' }],
    });
    const open = await call(system.url, 'GET', `/public/status/${lookupCode.toLowerCase().replaceAll('-', ' ')}`);
    expect(open.status).toBe(200);
    expect(Object.keys(open.body).sort()).toEqual([
      ...['agencyName', 'asOf', 'closedOn', 'countedFrom', 'days', 'dueOn', 'explanation', 'mayDo', 'next', 'paused'],
      ...['rating', 'receivedOn', 'registerLabel', 'stage'],
    ]);
    expect(open.text).not.toContain('Giấu Tên');
    const sealed = await register(system.url, clerk, {
      type: 'denunciation',
      content: 'Tố cáo cán bộ nhận tiền của dân',
      respondent: 'Ông Mỗ',
    });
    expect(sealed.lookupSecret).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const status = (code: string, secret?: string) =>
      call<Problem>(
        system.url,
        'GET',
        `/public/status/${encodeURIComponent(code)}`,
        secret ? { headers: { 'x-lookup-secret': secret } } : {},
      );
    expect((await status(sealed.lookupCode, sealed.lookupSecret!)).status).toBe(200);
    const wrong = [
      await status(sealed.lookupCode),
      await status(sealed.lookupCode, '0000-0000'),
      await status('0000-0000-00000'),
      await status("'; DROP TABLE app.petition;--"),
      await status('%00'),
    ];
    expect(new Set(wrong.map(({ status: code, body }) => `${code} ${body.code}`))).toEqual(
      new Set(['404 PUBLIC.NOT_FOUND']),
    );
    for (let i = 0; i < 30; i++) await status('0000-0000-00000');
    expect((await status(lookupCode)).status).toBe(429);
  });
});
