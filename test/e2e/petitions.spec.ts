import { call, signIn } from './support/call.js';
import { complaint, type Registered } from './support/petitions.js';
import { type RunningSystem, startSystem } from './support/system.js';

describe('petitions over HTTP', () => {
  let system: RunningSystem;
  let clerk: string;
  beforeAll(async () => {
    system = await startSystem();
    clerk = await signIn(system.url, 'motcua');
  });
  afterAll(() => system?.stop());

  it('registers with a gap-free number, a code and a handling file', async () => {
    const first = await call<Registered>(system.url, 'POST', '/petitions', { token: clerk, body: complaint() });
    expect(first.status).toBe(201);
    const second = await call<Registered>(system.url, 'POST', '/petitions', { token: clerk, body: complaint({ content: 'Khiếu nại việc thu hồi giấy phép kinh doanh quán phở' }) });
    expect(second.body.registerNumber).toBe(first.body.registerNumber + 1);
    expect(first.body.lookupCode).toMatch(/^[0-9A-Z-]{13,}$/);
    expect(first.body.caseFileId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
