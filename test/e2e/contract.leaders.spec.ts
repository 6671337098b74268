import { signIn } from './support/call.js';
import { Described, isLeaders } from './support/described.js';
import { register } from './support/petitions.js';
import { type RunningSystem, startSystem } from './support/system.js';

/** Operations of leaders, against the running product: the answer holds what is described, and nothing else. */
describe('the described contract of the boards and acts of leaders', () => {
  let system: RunningSystem;
  let described: Described;
  let caseFileId: string;
  beforeAll(async () => {
    system = await startSystem();
    ({ caseFileId } = await register(system.url, await signIn(system.url, 'motcua')));
    described = new Described(system.url, await signIn(system.url, 'truongphong'));
  });
  afterAll(() => system?.stop());

  const check = (...asked: Parameters<Described['check']>) => described.check(...asked);

  it('boards', async () => {
    const place = '?agency=XA-TANTHANH&reach=own';
    await check('GET', '/api/v1/boards/latest-start', { query: '?due=2026-12-04&days=3' });
    for (const query of ['', place]) {
      await check('GET', '/api/v1/boards/ageing', { query });
      await check('GET', '/api/v1/boards/workload', { query });
      await check('GET', '/api/v1/boards/coming-days', { query });
    }
    await check('GET', '/api/v1/boards/forecast', { query: `${place}&stepDays=3` });
    await check('GET', '/api/v1/boards/funnel', { query: '?procedure=complaint' });
    await check('GET', '/api/v1/boards/funnel');
  });

  it('several files and papers at once', async () => {
    const me = (await check('GET', '/api/v1/me', {})).body['id'];
    const files = { caseFileIds: [caseFileId] };
    await check('POST', '/api/v1/case-files/assignments', { body: { ...files, assigneeId: me } });
    await check('POST', '/api/v1/case-files/urgings', { body: { ...files, reportBy: '2099-01-04' } });
    const nothing = [{ id: '018f0000-0000-7000-8000-000000000000', rev: 1 }];
    await check('POST', '/api/v1/approvals', { body: { act: 'approve', items: nothing } });
  });

  it('left no operation out', () => {
    expect(described.missed(isLeaders)).toEqual([]);
  });
});
