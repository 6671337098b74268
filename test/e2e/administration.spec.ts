import { call } from './support/call.js';
import { beginOn, eventually, Office, type Refused } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

const TODAY = '2026-11-20';

describe('officers who are away, and who is competent', () => {
  let system: RunningSystem;
  let office: Office;
  beforeAll(async () => {
    system = await startSystem();
    await beginOn(system, TODAY);
    office = new Office(system);
  });
  afterAll(() => system?.stop());

  const post = async <Body>(username: string, path: string, body: unknown) =>
    call<Body & Refused>(system.url, 'POST', path, { token: await office.token(username), body });

  it('lets a colleague act under delegated roles on those days and no longer', async () => {
    const petition = await office.register({ receivedOn: TODAY });
    const [chairman, officer] = [await office.userId('lanhdao'), await office.userId('chuyenvien')];
    const assign = async () =>
      (await office.try('chuyenvien', petition.caseFileId, { type: 'ASSIGN_OFFICER', assigneeId: officer })).status;
    expect(await assign()).toBe(403);
    const mine = { fromUserId: chairman, toUserId: officer, reason: 'Chủ tịch đi công tác' };
    const refused = await post('chuyenvien2', '/delegations', { ...mine, validFrom: TODAY, validTo: TODAY });
    expect(refused.status).toBe(403);
    const backwards = await post('lanhdao', '/delegations', { ...mine, validFrom: TODAY, validTo: '2026-11-19' });
    expect(backwards).toMatchObject({ status: 422, body: { code: 'ACCESS.DELEGATION_DAYS' } });
    const made = await post<{ id: number }>('lanhdao', '/delegations', {
      ...mine,
      validFrom: TODAY,
      validTo: '2026-11-30',
    });
    expect(made.status).toBe(201);
    // A session is believed for some seconds before its roles are read again.
    const answers = (status: number) =>
      eventually(`an answer of ${status}`, async () => ((await assign()) === status ? true : null));
    await answers(200);
    expect((await post('lanhdao', `/delegations/${made.body.id}/end`, {})).status).toBe(200);
    await answers(403);
    expect((await office.get<{ items: unknown[] }>('lanhdao', '/delegations')).items).toEqual([]);
  });

  it('never delegates the keeping of identities', async () => {
    const answer = await post('baomat', '/delegations', {
      ...{ fromUserId: await office.userId('baomat'), toUserId: await office.userId('chuyenvien.tinh') },
      ...{ validFrom: TODAY, validTo: TODAY, reason: 'Nghỉ phép năm' },
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'ACCESS.DELEGATION_NEVER' } });
  });

  it('hands every open file to another officer, each file saying so in its own ledger', async () => {
    const [from, to] = [await office.userId('chuyenvien'), await office.userId('chuyenvien2')];
    const files = await Promise.all([office.register({ receivedOn: TODAY }), office.register({ receivedOn: TODAY })]);
    for (const { caseFileId } of files)
      await office.step('truongphong', caseFileId, 'ASSIGN_OFFICER', { assigneeId: from });
    const reason = 'Chuyển công tác từ tháng 12';
    const body = { fromUserId: from, toUserId: to, reason };
    expect((await post('chuyenvien', '/handovers', body)).status).toBe(403);
    const answer = await post<{ moved: string[]; kept: unknown[] }>('truongphong', '/handovers', body);
    expect(answer.status).toBe(200);
    expect(answer.body.moved).toEqual(expect.arrayContaining(files.map(({ caseFileId }) => caseFileId)));
    for (const { caseFileId } of files) {
      expect((await office.caseFile(caseFileId)).assigneeId).toBe(to);
      const last = (await office.timeline(caseFileId)).findLast(({ type }) => type === 'ASSIGN_OFFICER');
      expect(last?.texts['note']).toBe(reason);
    }
  });

  it('answers who is competent by the law of the day, with the article', async () => {
    const ask = (query: string) =>
      office.get<{ authority: string | null; citation: string; confirmed: boolean; sentence: string }>(
        'chuyenvien',
        `/competence?${query}`,
      );
    expect(await ask('matter=complaint&target=communeChairman&instance=second')).toMatchObject({
      ...{ authority: 'provinceChairman', citation: 'LKN Đ.21 k2 (L136)', confirmed: true },
    });
    expect(await ask('matter=complaint&target=communeChairman&instance=second&on=2025-06-30')).toMatchObject({
      authority: 'districtChairman',
    });
    expect(await ask('matter=complaint&target=communeChairman&instance=second&on=2025-08-01')).toMatchObject({
      ...{ authority: 'provinceChairman', confirmed: false },
    });
    expect((await ask('matter=complaint&target=districtChairman&on=2025-08-01')).sentence).toContain('30/06/2025');
  });
});
