import { signIn } from './support/call.js';
import { Described, isAdministration } from './support/described.js';
import { register, type Registered, today } from './support/petitions.js';
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

  it('left no operation out', () => expect(described.missed(isAdministration)).toEqual([]));
});
