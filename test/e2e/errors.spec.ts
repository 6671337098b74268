import { call, signIn } from './support/call.js';
import { complaint, register } from './support/petitions.js';
import { expectProblem, type Problem, Refusing } from './support/problem.js';
import { type RunningSystem, startSystem } from './support/system.js';

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

describe('bad input', () => {
  let at: Refusing;
  beforeAll(async () => (at = await Refusing.start()));
  beforeEach(() => at.remember());
  afterEach(() => at.expectNothingLeft());
  afterAll(() => at?.system.stop());

  it.each([
    ['cut off', '{"type":"complaint"'],
    ['no JSON at all', 'type=complaint'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['a key that reaches the prototype', '{"__proto__":{"admin":true},"type":"complaint"}'],
    ['a constructor key', '{"constructor":{"prototype":{"admin":true}}}'],
  ])('malformed JSON: %s', async (_name, body) => {
    expectProblem(await at.raw('/petitions', body), 400);
    expectProblem(await at.raw(`/case-files/${at.petition.caseFileId}/events`, body), 400);
  });

  it.each(['[]', '"x"', '1', 'true', 'null', ''])('a body that is no object: %s', async (body) => {
    expectProblem(await at.raw('/petitions', body), 422);
    expectProblem(await at.raw(`/case-files/${at.petition.caseFileId}/events`, body), 422);
    expectProblem(await at.raw('/petitions/resend-checks', body), 422);
  });

  it('wrong types, field by field', async () => {
    const answer = await at.post('/petitions', {
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
    const nested = await at.post(
      '/petitions',
      complaint({ petitioners: [{ fullName: 'A' }, { fullName: ['B'], sex: 'x', more: 1 }, 5, null] }),
    );
    expectProblem(nested, 422);
    expect(nested.body.errors.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/petitioners']));
    const second = await at.post(
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
    const answer = await at.post(
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
    expectProblem(await at.raw('/petitions', deep), 422);
    expectProblem(
      await at.raw(`/case-files/${at.petition.caseFileId}/events`, `{"type":"CLASSIFY","note":${deep}}`),
      422,
    );
    expectProblem(await at.raw('/petitions', `{"petitioners":${'['.repeat(50_000)}${']'.repeat(50_000)}}`), 422);
  });

  it('an event nobody knows is refused before roles are asked', async () => {
    const match = { 'if-match': '"1"' };
    const inspector = await signIn(at.system.url, 'thanhtra');
    for (const type of ['FLY_TO_THE_MOON', 'classify', "'; --", 'x'.repeat(500), 'Thụ lý'])
      expectProblem(
        await call<Problem>(at.system.url, 'POST', `/case-files/${at.petition.caseFileId}/events`, {
          token: inspector,
          body: { type },
          headers: match,
        }),
        422,
      );
    expectProblem(await at.post(`/case-files/${at.petition.caseFileId}/events`, {}, match), 422);
  });

  it('a rev that is missing, stale or no rev', async () => {
    const path = `/case-files/${at.petition.caseFileId}/events`;
    const body = { type: 'CLASSIFY', contentType: 'complaint' };
    expectProblem(await at.post(path, body), 428);
    expectProblem(await at.post(path, body, { 'if-match': '"99"' }), 412);
    expectProblem(await at.post(path, body, { 'if-match': 'abc' }), 412);
    expectProblem(await at.post(path, body, { 'if-match': '"-1"' }), 412);
  });

  it('a step the stage does not know names what it knows', async () => {
    const answer = await at.post(
      `/case-files/${at.petition.caseFileId}/events`,
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
    const path = `/case-files/${at.petition.caseFileId}/events`;
    const match = { 'if-match': '"1"' };
    for (const bad of [
      { contentType: 'poem' },
      { contentType: ['complaint'] },
      { contentType: { a: 1 } },
      { contentType: 'complaint', secret: 1 },
      { contentType: 'complaint', occurredOn: '2026-13-01' },
      { contentType: 'complaint', 'a/b~c': 1 },
    ])
      expectProblem(await at.post(path, { type: 'CLASSIFY', ...bad }, match), 422);
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
      const answer = await at.post('/petitions', complaint({ [field]: text }));
      expectProblem(answer, 422);
      expect(answer.body.errors.map(({ pointer }) => pointer)).toContain(`/${field}`);
    }
    for (const field of ['fullName', 'personalId', 'birthDate', 'phone', 'address', 'unitCode']) {
      const answer = await at.post('/petitions', complaint({ petitioners: [{ fullName: 'A', [field]: text }] }));
      expectProblem(answer, 422);
      expect(answer.body.errors[0]!.pointer).toBe(`/petitioners/0/${field}`);
      expectProblem(await at.post('/petitions/resend-checks', { petitioners: [{ [field]: text }] }), 422);
    }
    const event = { type: 'CLASSIFY', contentType: 'complaint' };
    const match = { 'if-match': '"1"' };
    for (const field of ['note', 'reason', 'contentType'])
      expectProblem(
        await at.post(`/case-files/${at.petition.caseFileId}/events`, { ...event, [field]: text }, match),
        422,
      );
    expectProblem(
      await at.post(`/petitions/${at.petition.id}/void`, { reasonCode: 'other', reason: `Lý do dài ${text}` }),
      422,
    );
    expectProblem(await at.post('/auth/login', { username: text, password: 'x' }), 422);
    expectProblem(await at.post('/auth/login', { username: 'motcua', password: text }), 422);
    const q = encodeURIComponent(text.toWellFormed());
    if (text.isWellFormed())
      for (const path of [
        `/petitions?q=${q}`,
        `/case-files?q=${q}`,
        `/administrative-units?q=${q}`,
        `/petitions?agency=${q}`,
      ])
        expectProblem(await at.get(path), 422);
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
      expectProblem(await at.get(path), 422);
    for (const path of [
      '/petitions/1',
      "/petitions/1'--",
      '/case-files/01900000-0000-7000-8000-000000000000',
      '/case-files/x/timeline',
      '/no-such-thing',
      '/procedures/__proto__',
      '/petitions/%2e%2e%2f',
    ])
      expectProblem(await at.get(path), 404);
    expectProblem(await call<Problem>(at.system.url, 'GET', '/petitions/%zz', { token: at.clerk }), 400);
    expectProblem(
      await call<Problem>(at.system.url, 'DELETE', `/petitions/${at.petition.id}`, { token: at.clerk }),
      404,
    );
    expectProblem(await call<Problem>(at.system.url, 'GET', '/petitions'), 401);
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
