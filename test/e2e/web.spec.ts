import { request } from 'node:http';
import { call, signIn } from './support/call.js';
import { type RunningSystem, startSystem } from './support/system.js';

describe('what a browser gets', () => {
  let system: RunningSystem;
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system?.stop());

  it('keeps other sites out: no script, frame or form of theirs', async () => {
    const { headers } = await call(system.url, 'GET', '/livez');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const preflight = await fetch(`${system.url}/api/v1/petitions`, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('stores no answer with data', async () => {
    const token = await signIn(system.url, 'motcua');
    for (const path of ['/petitions', '/me', '/boards/summary'])
      expect((await call(system.url, 'GET', path, { token })).headers.get('cache-control')).toBe('no-store');
  });

  it('answers every page of the web with the web, and every unknown address of the API with a problem', async () => {
    for (const path of ['/', '/ho-so', '/tra-cuu/ABCD']) {
      const response = await fetch(system.url + path);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect([200, 503]).toContain(response.status);
      const etag = response.headers.get('etag');
      if (response.status === 200)
        expect((await fetch(system.url + path, { headers: { 'if-none-match': etag! } })).status).toBe(304);
    }
    for (const path of ['/api/v2/x', '/api', '/livez/x', '/assets/no-such.js']) {
      const response = await fetch(system.url + path);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });

  it('takes no TRACE, and no list where one value is due', async () => {
    const traced = await new Promise<number>((done, failed) =>
      request(`${system.url}/api/v1/app-info`, { method: 'TRACE' }, (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
      })
        .on('error', failed)
        .end(),
    );
    expect([404, 405]).toContain(traced);
    const token = await signIn(system.url, 'motcua');
    const twice = await call(system.url, 'GET', '/petitions?agency=XA-TANTHANH&agency=TINH-DEMO', { token });
    expect(twice.status).toBe(422);
  });

  it('reads the documentation from its own files', async () => {
    const page = await fetch(`${system.url}/api/docs`).then((response) => response.text());
    const files = [...page.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)].map(([, file]) => file!);
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      const path = file.startsWith('api/docs') ? `/${file}` : `/api/docs/${file.replace(/^docs\//, '')}`;
      expect([path, (await fetch(system.url + path)).status]).toEqual([path, 200]);
    }
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('logs routes and ids, never what was asked for', async () => {
    const token = await signIn(system.url, 'motcua');
    await call(system.url, 'GET', '/petitions?q=Nguy%E1%BB%85n%20B%C3%AD%20M%E1%BA%ADt', { token });
    await call(system.url, 'GET', '/public/status/SECRETCODE123?secret=TOPSECRET');
    const logs = system.logs();
    expect(logs).toContain('"route":"/api/v1/petitions"');
    expect(logs).not.toMatch(/Nguy|SECRETCODE|TOPSECRET|nghedan"|q=/);
    for (const line of logs.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });

  it('stops cleanly: what was begun is answered', async () => {
    const other = await startSystem();
    const token = await signIn(other.url, 'motcua');
    const pending = Promise.all(Array.from({ length: 20 }, () => call(other.url, 'GET', '/boards/summary', { token })));
    const answers = await pending;
    await other.stop();
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(other.logs()).toContain('"event":"stopped"');
  });
});
