import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { call, type Answer, signIn } from './support/call.js';
import { complaint, register } from './support/petitions.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Problem {
  type: string;
  code: string;
  title: string;
  detail?: string;
  status: number;
  requestId: string;
  errors: { pointer: string; code: string; message: string }[];
}

const VIETNAMESE = /[àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ]/i;
const HOSTILE: Readonly<Record<string, string>> = {
  nul: 'Nguyễn\u0000Văn A',
  'lone surrogate': 'Nguyễn \ud83d A',
  'low surrogate': '\udc00',
  'bidi override': 'Nguyễn \u202eA',
  'bidi isolate': 'Nguyễn \u2066A\u2069',
  'left-to-right mark': 'A\u200eB',
  escape: 'A\u001b[31mB',
  noncharacter: 'A\uffffB',
};
const HARMLESS = [
  "Robert'); DROP TABLE app.petition;--",
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '{{7*7}} ${jndi:ldap://x/y} %s %n',
  '=HYPERLINK("http://x";"y")',
];

/** A problem a person can act on: Vietnamese, with a code and the id of the request; never a stack, a statement or a path. */
function expectProblem(answer: Answer<Problem>, status?: number): void {
  const { body, headers } = answer;
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.status).toBeLessThan(500);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  if (status !== undefined) expect(answer.status).toBe(status);
  expect(body).toMatchObject({ status: answer.status, type: `/problems/${body.code}` });
  expect(`${body.title} ${body.detail ?? ''}`).toMatch(VIETNAMESE);
  for (const { message, pointer } of body.errors) {
    expect(message).toMatch(VIETNAMESE);
    expect(pointer === '' || pointer.startsWith('/')).toBe(true);
  }
  expect(body.requestId).toBe(headers.get('x-request-id'));
  expect(answer.text).not.toMatch(/node_modules|\.js:|SELECT |app\.|at Object|Error:/);
}

describe('bad input', () => {
  let system: RunningSystem;
  let clerk: string;
  let petition: Awaited<ReturnType<typeof register>>;
  let before: Record<string, number>;
  /** Lines of the log that belong to earlier tests. */
  let seen = 0;

  /** Rows of every table but those that a refused request may touch. */
  const counts = async (): Promise<Record<string, number>> => {
    const { rows } = await system.database.admin.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'p') AND relname NOT IN ('session')`,
    );
    const found: Record<string, number> = {};
    for (const { name } of rows)
      found[name] = Number((await system.database.admin.query(`SELECT count(*) AS n FROM app."${name}"`)).rows[0].n);
    return found;
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<Problem>> =>
    call<Problem>(system.url, 'POST', path, { token: clerk, body, headers });
  const raw = (path: string, body: string | Buffer, type = 'application/json'): Promise<Answer<Problem>> =>
    call<Problem>(system.url, 'POST', path, { token: clerk, raw: { type, body } });
  const upload = (path: string, field: string, name: string, bytes: Buffer): Promise<Answer<Problem>> => {
    const form = new FormData();
    form.append(field, new Blob([new Uint8Array(bytes)]), name);
    return call<Problem>(system.url, 'POST', path, { token: clerk, form });
  };

  beforeAll(async () => {
    system = await startSystem();
    clerk = await signIn(system.url, 'motcua');
    petition = await register(system.url, clerk);
    before = await counts();
  });
  beforeEach(() => (seen = system.logs().split('\n').length - 1));
  afterEach(async () => {
    expect(await counts()).toEqual(before);
    expect(
      system
        .logs()
        .split('\n')
        .slice(seen)
        .filter((line) => line.includes('"event":"unexpected"')),
    ).toEqual([]);
  });
  afterAll(() => system?.stop());

  it.each([
    ['cut off', '{"type":"complaint"'],
    ['no JSON at all', 'type=complaint'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['a key that reaches the prototype', '{"__proto__":{"admin":true},"type":"complaint"}'],
    ['a constructor key', '{"constructor":{"prototype":{"admin":true}}}'],
  ])('malformed JSON: %s', async (_name, body) => {
    expectProblem(await raw('/petitions', body), 400);
    expectProblem(await raw(`/case-files/${petition.caseFileId}/events`, body), 400);
  });

  it.each(['[]', '"x"', '1', 'true', 'null', ''])('a body that is no object: %s', async (body) => {
    expectProblem(await raw('/petitions', body), 422);
    expectProblem(await raw(`/case-files/${petition.caseFileId}/events`, body), 422);
    expectProblem(await raw('/petitions/resend-checks', body), 422);
  });

  it('wrong types, field by field', async () => {
    const answer = await post('/petitions', {
      type: 7,
      channel: null,
      receivedOn: 20260701,
      content: { $ne: '' },
      petitioners: 'x',
      petitionerCount: '3',
      jointPetition: 'yes',
      extra: [],
    });
    expectProblem(answer, 422);
    expect(answer.body.errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/channel',
      '/content',
      '/extra',
      '/jointPetition',
      '/petitionerCount',
      '/petitioners',
      '/receivedOn',
      '/type',
    ]);
    const nested = await post(
      '/petitions',
      complaint({ petitioners: [{ fullName: 'A' }, { fullName: ['B'], sex: 'x', more: 1 }, 5, null] }),
    );
    expectProblem(nested, 422);
    expect(nested.body.errors.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/petitioners']));
    const second = await post(
      '/petitions',
      complaint({ petitioners: [{ fullName: 'A' }, { fullName: ['B'], sex: 'x', more: 1 }] }),
    );
    expect(second.body.errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/petitioners/1/fullName',
      '/petitioners/1/more',
      '/petitioners/1/sex',
    ]);
  });

  it('a day that does not exist, a number out of range, a text that is too long', async () => {
    const answer = await post(
      '/petitions',
      complaint({ receivedOn: '2026-02-30', petitionerCount: 1e9, content: 'x'.repeat(20_001) }),
    );
    expectProblem(answer, 422);
    expect(answer.body.errors.map(({ code }) => code).sort()).toEqual([
      'DATE.INVALID',
      'NUMBER.TOO_LARGE',
      'TEXT.TOO_LONG',
    ]);
  });

  it('objects inside objects, a thousand deep', async () => {
    const deep = `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`;
    expectProblem(await raw('/petitions', deep), 422);
    expectProblem(await raw(`/case-files/${petition.caseFileId}/events`, `{"type":"CLASSIFY","note":${deep}}`), 422);
    expectProblem(await raw('/petitions', `{"petitioners":${'['.repeat(50_000)}${']'.repeat(50_000)}}`), 422);
  });

  it('an event nobody knows is refused before roles are asked', async () => {
    const match = { 'if-match': '"1"' };
    const inspector = await signIn(system.url, 'thanhtra');
    for (const type of ['FLY_TO_THE_MOON', 'classify', "'; --", 'x'.repeat(500), 'Thụ lý'])
      expectProblem(
        await call<Problem>(system.url, 'POST', `/case-files/${petition.caseFileId}/events`, {
          token: inspector,
          body: { type },
          headers: match,
        }),
        422,
      );
    expectProblem(await post(`/case-files/${petition.caseFileId}/events`, {}, match), 422);
  });

  it('a rev that is missing, stale or no rev', async () => {
    const path = `/case-files/${petition.caseFileId}/events`;
    const body = { type: 'CLASSIFY', contentType: 'complaint' };
    expectProblem(await post(path, body), 428);
    expectProblem(await post(path, body, { 'if-match': '"99"' }), 412);
    expectProblem(await post(path, body, { 'if-match': 'abc' }), 412);
    expectProblem(await post(path, body, { 'if-match': '"-1"' }), 412);
  });

  it('a step the stage does not know names what it knows', async () => {
    const answer = await post(
      `/case-files/${petition.caseFileId}/events`,
      { type: 'RECEIVE_SUPPLEMENT' },
      { 'if-match': '"1"' },
    );
    expectProblem(answer, 409);
    expect(answer.body).toMatchObject({
      code: 'PROCEDURE.EVENT_NOT_ALLOWED',
      allowed: expect.arrayContaining(['CLASSIFY']),
      unmet: expect.any(Array),
    });
  });

  it('fields of an event that its form does not have, or of another kind', async () => {
    const path = `/case-files/${petition.caseFileId}/events`;
    const match = { 'if-match': '"1"' };
    for (const bad of [
      { contentType: 'poem' },
      { contentType: ['complaint'] },
      { contentType: { a: 1 } },
      { contentType: 'complaint', secret: 1 },
      { contentType: 'complaint', occurredOn: '2026-13-01' },
      { contentType: 'complaint', 'a/b~c': 1 },
    ])
      expectProblem(await post(path, { type: 'CLASSIFY', ...bad }, match), 422);
  });

  it.each(Object.entries(HOSTILE))('%s in every text field', async (_name, text) => {
    const fields = [
      'content',
      'titleType',
      'field',
      'respondent',
      'challengedDecision',
      'forwarderKind',
      'forwarderName',
      'agency',
    ];
    for (const field of fields) {
      const answer = await post('/petitions', complaint({ [field]: text }));
      expectProblem(answer, 422);
      expect(answer.body.errors.map(({ pointer }) => pointer)).toContain(`/${field}`);
    }
    for (const field of ['fullName', 'personalId', 'birthDate', 'phone', 'address', 'unitCode']) {
      const answer = await post('/petitions', complaint({ petitioners: [{ fullName: 'A', [field]: text }] }));
      expectProblem(answer, 422);
      expect(answer.body.errors[0]!.pointer).toBe(`/petitioners/0/${field}`);
      expectProblem(await post('/petitions/resend-checks', { petitioners: [{ [field]: text }] }), 422);
    }
    const event = { type: 'CLASSIFY', contentType: 'complaint' };
    const match = { 'if-match': '"1"' };
    for (const field of ['note', 'reason', 'contentType'])
      expectProblem(await post(`/case-files/${petition.caseFileId}/events`, { ...event, [field]: text }, match), 422);
    expectProblem(
      await post(`/petitions/${petition.id}/void`, { reasonCode: 'other', reason: `Lý do dài ${text}` }),
      422,
    );
    expectProblem(await post('/auth/login', { username: text, password: 'x' }), 422);
    expectProblem(await post('/auth/login', { username: 'motcua', password: text }), 422);
    const q = encodeURIComponent(text.toWellFormed());
    if (text.isWellFormed())
      for (const path of [
        `/petitions?q=${q}`,
        `/case-files?q=${q}`,
        `/administrative-units?q=${q}`,
        `/petitions?agency=${q}`,
      ])
        expectProblem(await call<Problem>(system.url, 'GET', path, { token: clerk }), 422);
  });

  it('query strings and addresses that are broken', async () => {
    for (const path of [
      '/petitions?limit=abc',
      '/petitions?limit=0',
      '/petitions?limit=1e9',
      '/petitions?type=x',
      '/petitions?from=yesterday',
      '/petitions?unknown=1',
      '/petitions?q=a&q=b',
      '/boards/overdue?scope=x',
      '/calendar/days',
      '/calendar/days?from=2026-01-01&to=2020-01-01',
      '/procedures/complaint?version=x',
    ])
      expectProblem(await call<Problem>(system.url, 'GET', path, { token: clerk }), 422);
    for (const path of [
      '/petitions/1',
      "/petitions/1'--",
      '/case-files/01900000-0000-7000-8000-000000000000',
      '/case-files/x/timeline',
      '/no-such-thing',
      '/procedures/__proto__',
      '/petitions/%2e%2e%2f',
    ])
      expectProblem(await call<Problem>(system.url, 'GET', path, { token: clerk }), 404);
    expectProblem(await call<Problem>(system.url, 'GET', '/petitions/%zz', { token: clerk }), 400);
    expectProblem(await call<Problem>(system.url, 'DELETE', `/petitions/${petition.id}`, { token: clerk }), 404);
    expectProblem(await call<Problem>(system.url, 'GET', '/petitions'), 401);
  });

  it('30 MB, as JSON and as a file', async () => {
    expectProblem(await raw('/petitions', Buffer.alloc(30_000_000, 'a')), 413);
    expectProblem(await raw(`/case-files/${petition.caseFileId}/events`, Buffer.alloc(30_000_000, 'a')), 413);
    expectProblem(
      await upload(
        `/petitions/${petition.id}/attachments`,
        'files',
        'lớn.pdf',
        Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(30_000_000)]),
      ),
      413,
    );
    expectProblem(await upload('/imports', 'file', 'lớn.xlsx', Buffer.alloc(30_000_000)), 413);
  });

  it('kinds of content that are not taken', async () => {
    expectProblem(await raw('/petitions', '<petition/>', 'application/xml'), 415);
    expectProblem(await raw('/petitions', 'type=complaint', 'application/x-www-form-urlencoded'), 415);
    expectProblem(await raw('/petitions', 'x', 'text/plain'), 415);
    expectProblem(await raw(`/petitions/${petition.id}/attachments`, '{}'), 415);
    expectProblem(await raw(`/petitions/${petition.id}/attachments`, 'broken', 'multipart/form-data; boundary=x'), 400);
    expectProblem(await raw(`/petitions/${petition.id}/attachments`, 'broken', 'multipart/form-data'), 400);
    expectProblem(
      await raw(
        `/petitions/${petition.id}/attachments`,
        '--x\r\nContent-Disposition: form-data; name="files"; filename="a.png"\r\n\r\nabc',
        'multipart/form-data; boundary=x',
      ),
      400,
    );
  });

  it('a program renamed to a picture, an empty file, a hostile file name', async () => {
    const exe = Buffer.concat([
      Buffer.from('MZ'),
      Buffer.alloc(58),
      Buffer.from([0x80, 0, 0, 0]),
      Buffer.alloc(64),
      Buffer.from('PE\0\0'),
      Buffer.alloc(300),
    ]);
    const path = `/petitions/${petition.id}/attachments`;
    for (const name of ['ảnh.jpg', 'đơn.pdf', 'don.exe']) expectProblem(await upload(path, 'files', name, exe), 422);
    expectProblem(await upload(path, 'files', 'rỗng.pdf', Buffer.alloc(0)), 422);
    expectProblem(await upload(path, 'files', 'a\u202efdp.exe', Buffer.from('%PDF-1.7\n%%EOF')), 422);
    const empty = new FormData();
    empty.append('note', 'không có tệp');
    expectProblem(await call<Problem>(system.url, 'POST', path, { token: clerk, form: empty }), 422);
  });

  it('a register that is no workbook, or a broken one', async () => {
    const good = readFileSync(join(import.meta.dirname, '../../libs/intake/fixtures/so-tiep-nhan-2026.xlsx'));
    for (const bytes of [
      Buffer.from('không phải xlsx'),
      good.subarray(0, 4_000),
      Buffer.concat([good.subarray(0, 2_000), Buffer.alloc(2_000, 7), good.subarray(4_000)]),
    ]) {
      const answer = await upload('/imports', 'file', 'sổ.xlsx', bytes);
      expectProblem(answer);
    }
    expectProblem(
      await call<Problem>(system.url, 'POST', '/imports/01900000-0000-7000-8000-000000000000/commit', { token: clerk }),
    );
  });

  it('one idempotency key that is too short, and headers that are no headers', async () => {
    expectProblem(await post('/petitions', complaint(), { 'idempotency-key': 'ngan' }), 400);
    for (const token of ['x', 'x'.repeat(43), '../../etc/passwd'])
      expectProblem(await call<Problem>(system.url, 'GET', '/me', { token }), 401);
  });

  it('a request that is no HTTP', async () => {
    const port = Number(new URL(system.url).port);
    const answer = await new Promise<string>((done, failed) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('XIN CHÀO\r\n\r\n'));
      socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
      socket.on('close', () => done(text));
      socket.on('error', failed);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('application/problem+json');
  });

  it('a path written with NUL or dots reaches no file', async () => {
    const port = Number(new URL(system.url).port);
    for (const path of [
      '/../package.json',
      '/..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/a%00.js',
      '/.env',
    ]) {
      const status = await new Promise<number>((done, failed) => {
        const call = request({ port, host: '127.0.0.1', path }, (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () =>
            text.includes('"nghe-dan"') ? failed(new Error(path)) : done(response.statusCode ?? 0),
          );
        });
        call.on('error', failed);
        call.end();
      });
      expect(status).not.toBe(500);
    }
  });
});

describe('text that only looks hostile', () => {
  let system: RunningSystem;
  beforeAll(async () => (system = await startSystem()));
  afterAll(() => system?.stop());

  it.each(HARMLESS)('is kept and shown as it was written: %s', async (text) => {
    const clerk = await signIn(system.url, 'motcua');
    const { id } = await register(system.url, clerk, {
      content: text,
      petitioners: [{ fullName: text.slice(0, 100), address: text }],
      respondent: text,
    });
    const { body } = await call<{ content: string; respondent: string; petitioners: { fullName: string }[] }>(
      system.url,
      'GET',
      `/petitions/${id}`,
      { token: clerk },
    );
    expect(body).toMatchObject({ content: text, respondent: text, petitioners: [{ fullName: text.slice(0, 100) }] });
    expect((await call(system.url, 'GET', `/petitions?q=${encodeURIComponent(text)}`, { token: clerk })).status).toBe(
      200,
    );
  });
});
