import { signIn } from './support/call.js';
import { Described, isAdministration } from './support/described.js';
import { register, type Registered, today } from './support/petitions.js';
import { scannedPdf, WHO_BOX } from './support/scan.js';
import { type RunningSystem, startSystem } from './support/system.js';

/** Operations around the cases, against the running product: the answer holds what is described, and nothing else. */
describe('the described contract of administration, notices and identities', () => {
  let system: RunningSystem;
  let clerk: string;
  let known: { petition: Registered };
  let described: Described;

  beforeAll(async () => {
    system = await startSystem();
    clerk = await signIn(system.url, 'motcua');
    described = new Described(system.url, clerk);
    known = { petition: await register(system.url, clerk) };
  });
  afterAll(() => system?.stop());

  const check = (...asked: Parameters<Described['check']>) => described.check(...asked);

  it('competence, people who stand in, and agencies that change', async () => {
    const administrator = await signIn(system.url, 'quantri');
    const leader = await signIn(system.url, 'truongphong');
    const idOf = async (token: string) => (await check('GET', '/api/v1/me', { token })).body['id'];
    const [from, to] = [await idOf(leader), await idOf(clerk)];
    await check('GET', '/api/v1/competence', { query: '?matter=complaint&target=communeChairman' });
    const made = await check('POST', '/api/v1/delegations', {
      token: leader,
      body: { fromUserId: from, toUserId: to, validFrom: today(), validTo: today(), reason: 'Nghỉ phép năm' },
    });
    await check('GET', '/api/v1/delegations');
    await check('POST', '/api/v1/delegations/{id}/end', { token: leader, values: { id: String(made.body['id']) } });
    await check('POST', '/api/v1/absences', { token: leader, body: { userId: from } });
    await check('POST', '/api/v1/handovers', {
      token: leader,
      body: { fromUserId: to, toUserId: from, reason: 'Chuyển công tác' },
    });
    const basis = 'Nghị quyết 99/NQ-HĐND';
    await check('POST', '/api/v1/agencies/{code}/name', {
      ...{ token: administrator, values: { code: 'XA-SONLAM' } },
      body: { name: 'Ủy ban nhân dân xã Sơn Lâm Mới', shortName: 'UBND xã Sơn Lâm Mới', basis },
    });
    await check('POST', '/api/v1/agencies/{code}/succession', {
      ...{ token: administrator, values: { code: 'XA-HOALOC' } },
      body: { successor: 'XA-TANTHANH', lastDay: '2020-01-01', basis },
    });
    await check('GET', '/api/v1/agency-changes', { token: administrator });
  });

  it('messages that leave the house', async () => {
    const body = { channel: 'email', address: 'motcua@xatanthanh.example' };
    await check('POST', '/api/v1/me/contacts', { body });
    await check('GET', '/api/v1/me/contacts');
    await check('DELETE', '/api/v1/me/contacts/{channel}', { values: { channel: 'email' } });
    const values = { id: known.petition.id, channel: 'sms' };
    const sms = { channel: 'sms', address: '0912345678' };
    await check('POST', '/api/v1/petitions/{id}/contacts', { values, body: sms });
    await check('GET', '/api/v1/petitions/{id}/contacts', { values });
    await check('DELETE', '/api/v1/petitions/{id}/contacts/{channel}', { values });
    await check('GET', '/api/v1/case-files/{id}/notices', { values: { id: known.petition.caseFileId } });
  });

  it('identities that are sealed', async () => {
    const custodian = await signIn(system.url, 'baomat');
    const sealed = await register(system.url, clerk, { type: 'denunciation' });
    const values = { id: sealed.caseFileId };
    await check('POST', '/api/v1/case-files/{id}/identity-readings', { values, body: { purpose: 'delivery' } });
    const ask = async () => {
      const { body } = await check('POST', '/api/v1/identity-releases', {
        body: {
          ...{ agency: 'XA-TANTHANH', registerNumber: sealed.registerLabel, purpose: 'inspection', hours: 1 },
          reason: 'Thanh tra trách nhiệm giải quyết',
        },
      });
      return { id: String(body['id']) };
    };
    const [one, other] = [await ask(), await ask()];
    await check('GET', '/api/v1/identity-releases');
    await check('POST', '/api/v1/identity-releases/{id}/approve', { token: custodian, values: one });
    await check('POST', '/api/v1/identity-releases/{id}/refuse', { token: custodian, values: other });
    await check('POST', '/api/v1/identity-releases/{id}/readings', { values: one });
  });

  it('secrecy, conflicts of interest, originals and their redacted copies', async () => {
    const [head, custodian] = await Promise.all([signIn(system.url, 'lanhdao'), signIn(system.url, 'baomat')]);
    const { id } = await register(system.url, clerk, { type: 'denunciation' });
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(scannedPdf({ who: 'Kín', what: 'x' }))]), 'đơn.pdf');
    const stored = await check('POST', '/api/v1/petitions/{id}/attachments', { values: { id }, form });
    const [{ id: attachmentId }] = stored.body as unknown as [{ id: string }];
    const file = { values: { id, attachmentId }, body: { purpose: 'delivery' } };
    const at = '/api/v1/petitions/{id}/attachments/{attachmentId}';
    await check('POST', `${at}/original-readings`, file);
    await check('POST', `${at}/page-readings`, file);
    await check('POST', `${at}/working-copies`, { ...file, body: { pages: [{ page: 1, boxes: [WHO_BOX] }] } });
    const noted = await check('POST', '/api/v1/petitions/{id}/secrecy-facts', {
      ...{ token: head, values: { id } },
      body: { kind: 'workingCopiesOnly', onDay: today(), where: 'Quyết định 1/QĐ-UBND' },
    });
    const [fact] = noted.body['facts'] as { id: string }[];
    await check('POST', '/api/v1/petitions/{id}/secrecy-facts/{factId}/end', {
      ...{ token: head, values: { id, factId: fact!.id } },
    });
    const me = await check('GET', '/api/v1/me');
    const userId = me.body['id'];
    await check('POST', '/api/v1/petitions/{id}/conflicts', { values: { id }, body: { userId, kind: 'interest' } });
    const secrecy = await check('GET', '/api/v1/petitions/{id}/secrecy', { token: head, values: { id } });
    const [conflict] = secrecy.body['conflicts'] as { id: string }[];
    await check('POST', '/api/v1/petitions/{id}/conflicts/{conflictId}/end', {
      ...{ token: head, values: { id, conflictId: conflict!.id } },
    });
    await check('GET', '/api/v1/national-package', { token: custodian, query: `?from=${today()}&to=${today()}` });
  });

  it('left no operation out', () => expect(described.missed(isAdministration)).toEqual([]));
});
