import { call } from '#testing/e2e/support/call';
import { beginOn, eventually, Office, type Refused } from '#testing/e2e/support/cases';
import { register } from '#testing/e2e/support/petitions';
import { type RunningSystem, startSystem } from '#testing/e2e/support/system';

const BEGIN = '2026-11-16';
const MERGED = '2026-11-20';
const BASIS = 'Nghị quyết 99/NQ-HĐND (bản trình diễn)';

interface Change {
  id: string;
  moved: number;
  kept: number;
  settledAt: string | null;
  oldName: string;
}

describe('a commune that is merged in the middle of a case', () => {
  let system: RunningSystem;
  let office: Office;
  let petition: { id: string; caseFileId: string };
  let sealed: { id: string; caseFileId: string };
  let pastHead: { id: string; caseFileId: string };

  const post = async <Body>(username: string, path: string, body: unknown) =>
    call<Body & Refused>(system.url, 'POST', path, { token: await office.token(username), body });
  const status = async (username: string, path: string) =>
    (await call(system.url, 'GET', path, { token: await office.token(username) })).status;
  const succession = { successor: 'XA-TANTHANH', lastDay: '2026-11-19', basis: BASIS };

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, BEGIN);
    office = new Office(system);
    const clerk = await office.token('motcua.hoaloc');
    petition = await register(system.url, clerk, { agency: 'XA-HOALOC', receivedOn: BEGIN });
    sealed = await register(system.url, clerk, {
      ...{ agency: 'XA-HOALOC', receivedOn: BEGIN, type: 'denunciation' },
      content: 'Cán bộ địa chính xã Hòa Lộc nhận tiền của dân',
    });
    pastHead = await register(system.url, clerk, {
      ...{ agency: 'XA-HOALOC', receivedOn: BEGIN, type: 'denunciation', denouncesHead: true },
      content: 'Người đứng đầu xã nhận tiền của dân',
    });
    await post('lanhdao.tinh', '/clock/advance', { to: MERGED });
    await eventually('the day of the merger', async () =>
      (await office.get<{ today: string; goingTo: string | null }>('lanhdao.tinh', '/clock')).goingTo === null
        ? true
        : null,
    );
  });
  afterAll(() => system?.stop());

  it('is refused ahead of its day, below itself, and to anybody but an administrator', async () => {
    const path = '/agencies/XA-HOALOC/succession';
    expect((await post('lanhdao.tinh', path, succession)).status).toBe(403);
    expect(await post('quantri', path, { ...succession, lastDay: '2026-11-30' })).toMatchObject({
      ...{ status: 409, body: { code: 'AGENCY.DAY_AHEAD' } },
    });
    expect(await post('quantri', path, { ...succession, successor: 'XA-HOALOC' })).toMatchObject({
      ...{ status: 409, body: { code: 'AGENCY.SUCCESSOR_BELOW' } },
    });
  });

  it('passes open files to the successor with their clocks, and each says why', async () => {
    const before = await office.get<{ ruleId: string; dueOn: string | null }[]>(
      'lanhdao.hoaloc',
      `/case-files/${petition.caseFileId}/deadlines`,
    );
    const asked = await post<Change>('quantri', '/agencies/XA-HOALOC/succession', succession);
    expect(asked.status).toBe(202);
    const done = await eventually('the files to have passed', async () =>
      (await office.get<{ items: Change[] }>('quantri', '/agency-changes')).items.find(
        ({ id, settledAt }) => id === asked.body.id && settledAt !== null,
      ),
    );
    // Of three files two are protected: they pass too, and no number says so.
    expect(done).toMatchObject({ moved: 1, kept: 0, oldName: 'Ủy ban nhân dân xã Hòa Lộc' });
    const after = await office.get<{ ruleId: string; dueOn: string | null }[]>(
      'chuyenvien',
      `/case-files/${petition.caseFileId}/deadlines`,
    );
    const dates = (rows: { ruleId: string; dueOn: string | null }[]) =>
      rows.map(({ ruleId, dueOn }) => `${ruleId} ${dueOn}`).toSorted();
    expect(dates(after)).toEqual(dates(before));
    const moved = (await office.timeline(petition.caseFileId)).find(({ type }) => type === 'MOVED');
    expect(moved).toMatchObject({ occurredOn: MERGED });
    expect(moved?.facts).toMatchObject({ orderedBy: asked.body.id });
  });

  it('goes on there: the new commune acts, the old one no longer does', async () => {
    await office.step('motcua', petition.caseFileId, 'CLASSIFY', { contentType: 'complaint' });
    const late = await office.try('lanhdao.hoaloc', petition.caseFileId, {
      type: 'CHECK_ELIGIBILITY',
      eligible: true,
    });
    expect([403, 404]).toContain(late.status);
  });

  it('shows a denunciation to the resolver of the successor and no longer to those of the old commune', async () => {
    expect(await status('lanhdao', `/case-files/${sealed.caseFileId}`)).toBe(200);
    expect(await status('motcua', `/case-files/${sealed.caseFileId}`)).toBe(404);
    expect(await status('lanhdao.hoaloc', `/case-files/${sealed.caseFileId}`)).toBe(404);
  });

  it('does not show a denunciation of the head of the old commune to the head of the successor', async () => {
    const { rows } = await system.database.admin.query(
      'SELECT a.code FROM app.case_file c JOIN app.agency a ON a.id = c.agency_id WHERE c.id = $1',
      [pastHead.caseFileId],
    );
    expect(rows).toEqual([{ code: 'XA-TANTHANH' }]);
    const answers = await Promise.all(
      ['lanhdao.tinh', 'lanhdao', 'lanhdao.hoaloc', 'motcua'].map(async (who) => [
        who,
        await status(who, `/case-files/${pastHead.caseFileId}`),
        await status(who, `/petitions/${pastHead.id}`),
      ]),
    );
    expect(answers).toEqual([
      ['lanhdao.tinh', 200, 200],
      ...['lanhdao', 'lanhdao.hoaloc', 'motcua'].map((who) => [who, 404, 404]),
    ]);
  });

  it('tells the changes of agencies to administrators only', async () => {
    for (const who of ['lanhdao', 'lanhdao.tinh', 'chuyenvien'])
      expect([who, await status(who, '/agency-changes')]).toEqual([who, 403]);
  });

  it('takes no new petitions under the old name, while its book stays readable above', async () => {
    const refused = await post('motcua.hoaloc', '/petitions', { agency: 'XA-HOALOC', receivedOn: MERGED });
    expect(refused.status).not.toBe(201);
    expect(await status('lanhdao', `/petitions/${petition.id}`)).toBe(200);
  });

  it('keeps the old name of an agency that is renamed', async () => {
    const answer = await post<Change>('quantri', '/agencies/XA-BINHMINH/name', {
      ...{ name: 'Ủy ban nhân dân xã Bình Minh Thượng', shortName: 'UBND xã Bình Minh Thượng', basis: BASIS },
    });
    expect(answer).toMatchObject({ status: 200, body: { oldName: 'Ủy ban nhân dân xã Bình Minh' } });
    const { items } = await office.get<{ items: { code: string; name: string }[] }>('quantri', '/agencies');
    expect(items.find(({ code }) => code === 'XA-BINHMINH')?.name).toBe('Ủy ban nhân dân xã Bình Minh Thượng');
  });
});
