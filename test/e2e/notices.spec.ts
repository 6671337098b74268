import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { call } from './support/call.js';
import { beginOn, eventually, Office } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

const TODAY = '2026-11-20';

describe('messages that leave the house', () => {
  const mails: string[] = [];
  let smtp: SMTPServer;
  let system: RunningSystem;
  let office: Office;

  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => {
          mails.push(text);
          done();
        });
      },
    });
    const port = await new Promise<number>((ready) =>
      smtp.listen(0, '127.0.0.1', () => ready((smtp.server.address() as AddressInfo).port)),
    );
    system = await startSystem({
      worker: true,
      environment: { NGHE_DAN_SMTP_URL: `smtp://127.0.0.1:${port}`, NGHE_DAN_MAIL_FROM: 'nghedan@tinh.example' },
    });
    await beginOn(system, TODAY);
    office = new Office(system);
  });
  afterAll(async () => {
    await system?.stop();
    await new Promise<void>((closed) => smtp.close(() => closed()));
  });

  const always = { quietFrom: '00:00', quietTo: '00:00' };
  const send = async (method: 'POST' | 'DELETE', username: string, path: string, body?: unknown) =>
    call<{ code: string; unmet?: { citation: string }[] }>(system.url, method, path, {
      token: await office.token(username),
      body,
    });
  const deliveries = async (caseFileId: string) =>
    (
      await office.get<{ items: { channel: string; state: string; title: string }[] }>(
        'truongphong',
        `/case-files/${caseFileId}/notices`,
      )
    ).items;

  it('reach an officer by mail, and are not sent once the address is taken back', async () => {
    const address = 'truongphong@xatanthanh.example';
    const given = await send('POST', 'truongphong', '/me/contacts', { channel: 'email', address, ...always });
    expect(given.status).toBe(201);
    const petition = await office.register({ receivedOn: TODAY });
    const mail = await eventually('a mail', async () => mails.find((one) => one.includes(`To: ${address}`)));
    expect(mail).toContain('From: nghedan@tinh.example');
    expect(
      await eventually('its line in the log', async () =>
        (await deliveries(petition.caseFileId)).find(({ state }) => state === 'sent'),
      ),
    ).toMatchObject({ channel: 'email' });
    expect((await send('DELETE', 'truongphong', '/me/contacts/email')).status).toBe(204);
    expect((await send('DELETE', 'truongphong', '/me/contacts/email')).status).toBe(404);
  });

  it('tell a citizen who agreed that there is news, and nothing else', async () => {
    const petition = await office.register({ receivedOn: TODAY });
    const wrong = await send('POST', 'motcua', `/petitions/${petition.id}/contacts`, {
      channel: 'sms',
      address: '12345678',
    });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'NOTICE.INVALID' } });
    const contact = { channel: 'sms', address: '0912 345 678', ...always };
    expect((await send('POST', 'motcua', `/petitions/${petition.id}/contacts`, contact)).status).toBe(201);
    const on = { occurredOn: TODAY };
    await office.step('motcua', petition.caseFileId, 'CLASSIFY', { contentType: 'complaint', ...on });
    await office.step('motcua', petition.caseFileId, 'CHECK_ELIGIBILITY', { eligible: true, ...on });
    await office.step('chuyenvien', petition.caseFileId, 'CHECK_COMPETENCE', { competent: true, ...on });
    await office.step('chuyenvien', petition.caseFileId, 'PROPOSE_ACCEPTANCE', { proposal: 'accept', ...on });
    const file = await eventually('the complaint file', async () =>
      (
        await office.get<{ caseFiles: { id: string; procedure: string }[] }>('lanhdao', `/petitions/${petition.id}`)
      ).caseFiles.find(({ procedure }) => procedure === 'complaint'),
    );
    await office.step('lanhdao', file.id, 'ACCEPT', { documentNumber: '9/TB-UBND', conditionsChecked: true, ...on });
    const line = await eventually('the message', async () =>
      (await deliveries(file.id)).find(({ channel, state }) => channel === 'sms' && state === 'dryRun'),
    );
    expect(line.title).toBe('Đã thụ lý khiếu nại');
  });

  it('are never sent about a denunciation', async () => {
    const petition = await office.register({
      type: 'denunciation',
      receivedOn: TODAY,
      content: 'Cán bộ nhận tiền của dân',
    });
    const refused = await send('POST', 'motcua', `/petitions/${petition.id}/contacts`, {
      channel: 'sms',
      address: '0912345678',
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'NOTICE.DENUNCIATION' } });
    expect(refused.body.unmet?.[0]?.citation).toContain('LTC');
  });
});
