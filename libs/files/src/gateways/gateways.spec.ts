import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { DryRunGateway } from './dry-run-gateway.js';
import { HttpGateway } from './http-gateway.js';
import { SmtpGateway } from './smtp-gateway.js';

const message = {
  id: '01a0b1c2-0000-7000-8000-000000000001',
  to: 'mai@xatanthanh.example',
  subject: 'Sắp hết hạn',
  body: 'Sắp hết hạn. Mở Nghe Dân để xem hồ sơ.',
};

describe('mail', () => {
  it('reaches a real SMTP server with its Vietnamese whole, a second time under the same Message-ID', async () => {
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => {
          received.push(text);
          done();
        });
      },
    });
    const port = await new Promise<number>((ready) =>
      server.listen(0, '127.0.0.1', () => ready((server.server.address() as AddressInfo).port)),
    );
    const gateway = new SmtpGateway(`smtp://127.0.0.1:${port}`, 'Nghe Dân <nghedan@tinh.example>');
    const { ref } = await gateway.send(message);
    await gateway.send(message);
    await new Promise<void>((closed) => server.close(() => closed()));
    expect(ref).toBe(`<${message.id}@tinh.example>`);
    expect(received).toHaveLength(2);
    for (const mail of received) expect(mail).toContain(`Message-ID: ${ref}`);
    expect(received[0]).toContain('To: mai@xatanthanh.example');
    const body = /\r\n\r\n([\s\S]*)$/.exec(received[0] ?? '')?.[1] ?? '';
    const encoding = /Content-Transfer-Encoding: (\S+)/.exec(received[0] ?? '')?.[1];
    const text =
      encoding === 'base64'
        ? Buffer.from(body, 'base64').toString()
        : Buffer.from(
            body
              .replaceAll('=\r\n', '')
              .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
            'latin1',
          ).toString();
    expect(text.trim()).toBe(message.body);
  });

  it('throws where nobody listens', async () => {
    await expect(new SmtpGateway('smtp://127.0.0.1:1', 'nghedan@tinh.example').send(message)).rejects.toThrow();
  });
});

describe('SMS and Zalo over HTTP', () => {
  let server: Server;
  let address: string;
  const seen: { authorization: string | undefined; key: unknown; body: string }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push({ authorization: request.headers.authorization, key: request.headers['idempotency-key'], body });
        response.writeHead(request.url === '/full' ? 503 : 200, { 'content-type': 'application/json' });
        response.end('{"id": 77}');
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
    address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((closed) => server.close(() => closed())));

  it('posts the number and the words, with the token as a header', async () => {
    const { ref } = await new HttpGateway(`http://secret@${address}/send`).send({ ...message, to: '0912345678' });
    expect(ref).toBe('77');
    expect(seen.at(-1)?.authorization).toBe('Bearer secret');
    expect(seen.at(-1)?.key).toBe(message.id);
    expect(JSON.parse(seen.at(-1)?.body ?? '')).toEqual({ to: '0912345678', text: message.body });
  });

  it('throws an error that holds a status and no words', async () => {
    await expect(new HttpGateway(`http://${address}/full`).send(message)).rejects.toMatchObject({
      name: 'GatewayRefused503',
    });
  });
});

it('a dry run writes down what would have gone out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nghe-dan-dry-'));
  const file = join(folder, 'later', 'outgoing.jsonl');
  const gateway = new DryRunGateway(file, 'zalo');
  await gateway.send(message);
  await gateway.send(message);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  rmSync(folder, { recursive: true });
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0] ?? '')).toEqual({ channel: 'zalo', ...message });
});
