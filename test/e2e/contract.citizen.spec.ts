import { signIn } from './support/call.js';
import { Described, isCitizen } from './support/described.js';
import { register, type Registered, today } from './support/petitions.js';
import { type RunningSystem, startSystem } from './support/system.js';

/** Operations of citizens without an account and what officers read of them: the answer holds what is described, and nothing else. */
describe('the described contract of online filing, ratings and figures', () => {
  let system: RunningSystem;
  let petition: Registered;
  let described: Described;
  beforeAll(async () => {
    system = await startSystem();
    const clerk = await signIn(system.url, 'motcua');
    described = new Described(system.url, clerk);
    petition = await register(system.url, clerk, { type: 'feedback' });
  });
  afterAll(() => system?.stop());

  it('filing and what is kept of it', async () => {
    await described.check('GET', '/api/v1/public/filings/options', { token: null });
    const form = new FormData();
    const filing = {
      kind: 'feedback',
      agency: 'XA-TANTHANH',
      content: 'Đề nghị thắp sáng đường xóm',
      fullName: 'Ma Văn Mẫu',
    };
    form.append('filing', JSON.stringify({ ...filing, address: 'Ấp 1, xã Tân Thành' }));
    await described.check('POST', '/api/v1/public/filings', {
      ...{ token: null, form, headers: { 'idempotency-key': 'described-once' } },
    });
    const { body } = await described.check('GET', '/api/v1/petitions');
    const [newest] = body['items'] as { id: string }[];
    await described.check('GET', '/api/v1/petitions/{id}/online-filing', { values: { id: newest?.id ?? '' } });
  });

  it('ratings and figures', async () => {
    await system.database.admin.query('UPDATE app.case_file SET closed_at = now(), closed_on = $1', [today()]);
    await described.check('PUT', '/api/v1/public/status/{lookupCode}/rating', {
      ...{ token: null, values: { lookupCode: petition.lookupCode }, body: { score: 4 } },
    });
    await described.check('GET', '/api/v1/satisfaction', {
      token: await signIn(system.url, 'lanhdao'),
      query: `?from=${today()}&to=${today()}`,
    });
    await described.check('GET', '/api/v1/public/figures', { token: null });
  });

  it('left no operation out', () => expect(described.missed(isCitizen)).toEqual([]));
});
