import { signIn } from './support/call.js';
import { Described, isPeople } from './support/described.js';
import { begin, type Issued, sheetForm } from './support/people.js';
import { type RunningSystem, startSystem } from './support/system.js';

/** Operations of administration against the running product: the answer holds what is described, and nothing else. */
describe('the described contract of agencies, accounts, lists and their journal', () => {
  let system: RunningSystem;
  let described: Described;
  beforeAll(async () => {
    system = await startSystem();
    described = new Described(system.url, await signIn(system.url, 'quantri'));
  });
  afterAll(() => system?.stop());
  const check = (...asked: Parameters<Described['check']>) => described.check(...asked);
  const path = (rest: string) => `/api/v1/administration/${rest}`;

  it('accounts', async () => {
    await check('GET', path('roles'));
    const body = { username: 'le.thi.hoa', fullName: 'Lê Thị Hoa', agency: 'XA-TANTHANH', roles: ['caseOfficer'] };
    const issued = (await check('POST', path('users'), { body })).body as unknown as Issued;
    const values = { id: String(issued.id) };
    await begin(system.url, issued);
    await check('GET', path('users'), { query: '?agency=XA-TANTHANH&role=caseOfficer&state=active&q=hoa' });
    await check('GET', path('users/{id}'), { values });
    const { username: _, ...change } = body;
    await check('POST', path('users/{id}'), { values, body: { ...change, title: 'Chuyên viên' } });
    const sessions = await check('GET', path('users/{id}/sessions'), { values });
    const [open] = sessions.body['items'] as { id: string }[];
    await check('POST', path('users/{id}/sessions/{session}/end'), { values: { ...values, session: open?.id ?? '' } });
    await check('POST', path('users/{id}/sessions/end'), { values });
    await check('POST', path('users/{id}/unlock'), { values });
    await check('POST', path('users/{id}/state'), { values, body: { active: false, reason: 'Nghỉ việc' } });
    await check('POST', path('users/{id}/state'), { values, body: { active: true, reason: 'Trở lại làm việc' } });
    const reset = (await check('POST', path('users/{id}/password'), { values })).body as unknown as Issued;
    const token = await signIn(system.url, reset.username, reset.password);
    const passwords = { current: reset.password, next: 'bay từ cửa phủ bay ra' };
    await check('POST', '/api/v1/auth/password', { token, body: passwords });
  });

  it('accounts from a sheet', async () => {
    const rows = [['tran.van.an', 'Trần Văn An', 'Chuyên viên', 'XA-HOALOC', 'Chuyên viên']];
    await check('GET', path('users/import/template'));
    await check('POST', path('users/import/preview'), { form: await sheetForm(rows) });
    await check('POST', path('users/import'), { form: await sheetForm(rows) });
  });

  it('agencies', async () => {
    await check('GET', path('agencies'), { query: '?on=2026-01-01' });
    const agency = {
      ...{
        code: 'PHONG-VP',
        name: 'Văn phòng UBND xã Tân Thành',
        shortName: 'Văn phòng',
        level: 'unit',
        kind: 'other',
      },
      ...{ parent: 'XA-TANTHANH', validFrom: '2026-01-01', basis: 'Quyết định 12/QĐ-UBND' },
    };
    await check('POST', path('agencies'), { body: agency });
    const values = { code: 'XA-TANTHANH' };
    await check('POST', path('agencies/{code}/details'), { values, body: { kind: 'committee', unitCode: '00001' } });
    await check('GET', path('agencies/{code}/succession-preview'), { values });
  });

  it('remote areas and opening balances', async () => {
    const unit = (await check('GET', '/api/v1/administrative-units', { query: '?limit=50' })).body['items'] as {
      code: string;
      type: string;
    }[];
    const unitCode = unit.find(({ type }) => type === 'commune' || type === 'ward')?.code ?? unit.at(-1)?.code ?? '';
    const made = await check('POST', path('remote-areas'), {
      body: { unitCode, from: '2026-01-01', basis: 'Quyết định 861/QĐ-TTg' },
    });
    await check('GET', path('remote-areas'), { query: '?on=2026-02-01' });
    await check('GET', path('remote-areas/default'), { query: `?unit=${unitCode}` });
    await check('POST', path('remote-areas/{id}/end'), {
      ...{ values: { id: String(made.body['id']) }, body: { lastDay: '2026-06-30', basis: 'Quyết định thay thế' } },
    });
    const versions = (await check('GET', path('report-forms'))).body['items'] as { id: string; definition: string }[];
    const model = JSON.parse(versions.find(({ id }) => id === 'XLD04')!.definition) as object;
    const definition = JSON.stringify({ ...model, id: 'XLD04-2026', validFrom: '2026-01-01', validTo: null });
    await check('POST', path('report-forms'), { body: { definition, basis: 'Phụ lục thông tư' } });
    await check('POST', path('report-forms/{form}/end'), {
      ...{ values: { form: 'XLD04-2026' }, body: { lastDay: '2026-12-31' } },
    });
    const list = (await check('GET', path('opening-balances'), { query: '?year=2026' })).body;
    const figures = (list['counters'] as { key: string }[]).map(({ key }) => ({ key, value: 3 }));
    const entry = { agency: 'XA-TANTHANH', year: 2026, startsOn: '2025-12-15', figures, source: 'Báo cáo năm 2025' };
    const { body } = await check('POST', path('opening-balances'), { body: entry });
    const values = { id: String(body['id']) };
    const chairman = await signIn(system.url, 'lanhdao');
    const given = { reason: 'Sai số đơn tố cáo' };
    const match = (rev: number) => ({ 'if-match': `"${rev}"` });
    await check('POST', path('opening-balances/{id}/return'), {
      ...{ values, token: chairman, headers: match(1), body: given },
    });
    await check('POST', path('opening-balances/{id}'), {
      ...{ values, headers: match(2), body: { figures, source: 'Báo cáo năm 2025, đã soát' } },
    });
    await check('POST', path('opening-balances/{id}/confirm'), { values, token: chairman, headers: match(3) });
  });

  it('what is missing and what was done', async () => {
    await check('GET', path('setup'));
    const { body } = await check('GET', path('journal'), { query: '?agency=XA-TANTHANH&limit=5' });
    expect((body['items'] as unknown[]).length).toBe(5);
  });

  it('left no operation out', () => expect(described.missed(isPeople)).toEqual([]));
});
