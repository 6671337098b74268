import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { call } from './support/call.js';
import { complaint } from './support/petitions.js';
import { expectProblem, type Problem, Refusing } from './support/problem.js';

describe('bad requests, uploads and registers', () => {
  let at: Refusing;
  beforeAll(async () => (at = await Refusing.start()));
  beforeEach(() => at.remember());
  afterEach(() => at.expectNothingLeft());
  afterAll(() => at?.system.stop());

  it('30 MB, as JSON and as a file', async () => {
    expectProblem(await at.raw('/petitions', Buffer.alloc(30_000_000, 'a')), 413);
    expectProblem(await at.raw(`/case-files/${at.petition.caseFileId}/events`, Buffer.alloc(30_000_000, 'a')), 413);
    expectProblem(
      await at.upload(`/petitions/${at.petition.id}/attachments`, 'files', {
        name: 'lớn.pdf',
        bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(30_000_000)]),
      }),
      413,
    );
    expectProblem(await at.upload('/imports', 'file', { name: 'lớn.xlsx', bytes: Buffer.alloc(30_000_000) }), 413);
  });

  it('kinds of content that are not taken', async () => {
    expectProblem(await at.raw('/petitions', '<petition/>', 'application/xml'), 415);
    expectProblem(await at.raw('/petitions', 'type=complaint', 'application/x-www-form-urlencoded'), 415);
    expectProblem(await at.raw('/petitions', 'x', 'text/plain'), 415);
    expectProblem(await at.raw(`/petitions/${at.petition.id}/attachments`, '{}'), 415);
    expectProblem(
      await at.raw(`/petitions/${at.petition.id}/attachments`, 'broken', 'multipart/form-data; boundary=x'),
      400,
    );
    expectProblem(await at.raw(`/petitions/${at.petition.id}/attachments`, 'broken', 'multipart/form-data'), 400);
    expectProblem(
      await at.raw(
        `/petitions/${at.petition.id}/attachments`,
        '--x\r\nContent-Disposition: form-data; name="files"; filename="a.png"\r\n\r\nabc',
        'multipart/form-data; boundary=x',
      ),
      400,
    );
  });

  it('a part whose head cannot be read, longer than the parser holds', async () => {
    const part = (end: string, head: string, size: number) =>
      Buffer.concat([Buffer.from(`--x${end}${head}\r\n\r\n`), Buffer.alloc(size, 'a'), Buffer.from('\r\n--x--\r\n')]);
    const head = 'Content-Disposition: form-data; name="files"; filename="a.pdf"';
    const broken = [
      part('\f\n', head, 30_000),
      part('\r\n', `Con\0tent-Disposition${head.slice(19)}`, 2_000_000),
      part('\r\n', '', 30_000),
    ];
    const path = `/petitions/${at.petition.id}/attachments`;
    const answers = await Promise.all(broken.map((bytes) => at.raw(path, bytes, 'multipart/form-data; boundary=x')));
    for (const answer of answers) expectProblem(answer, 400);
    // The same part in good order is read to its end: only its content is refused.
    expectProblem(await at.raw(path, part('\r\n', head, 2_000_000), 'multipart/form-data; boundary=x'), 422);
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
    const path = `/petitions/${at.petition.id}/attachments`;
    for (const name of ['ảnh.jpg', 'đơn.pdf', 'don.exe'])
      expectProblem(await at.upload(path, 'files', { name, bytes: exe }), 422);
    expectProblem(await at.upload(path, 'files', { name: 'rỗng.pdf', bytes: Buffer.alloc(0) }), 422);
    expectProblem(
      await at.upload(path, 'files', { name: 'a\u202efdp.exe', bytes: Buffer.from('%PDF-1.7\n%%EOF') }),
      422,
    );
    const empty = new FormData();
    empty.append('note', 'không có tệp');
    expectProblem(await call<Problem>(at.system.url, 'POST', path, { token: at.clerk, form: empty }), 422);
  });

  it('a register that is no workbook, or a broken one', async () => {
    const good = readFileSync(join(import.meta.dirname, '../../libs/intake/fixtures/so-tiep-nhan-2026.xlsx'));
    for (const bytes of [
      Buffer.from('không phải xlsx'),
      good.subarray(0, 4_000),
      Buffer.concat([good.subarray(0, 2_000), Buffer.alloc(2_000, 7), good.subarray(4_000)]),
    ]) {
      const answer = await at.upload('/imports', 'file', { name: 'sổ.xlsx', bytes });
      expectProblem(answer);
    }
    expectProblem(
      await call<Problem>(at.system.url, 'POST', '/imports/01900000-0000-7000-8000-000000000000/commit', {
        token: at.clerk,
      }),
    );
  });

  it('one idempotency key that is too short, and headers that are no headers', async () => {
    expectProblem(await at.post('/petitions', complaint(), { 'idempotency-key': 'ngan' }), 400);
    for (const token of ['x', 'x'.repeat(43), '../../etc/passwd'])
      expectProblem(await call<Problem>(at.system.url, 'GET', '/me', { token }), 401);
  });

  it('a request that is no HTTP', async () => {
    const port = Number(new URL(at.system.url).port);
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
    const port = Number(new URL(at.system.url).port);
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
