import { call } from './support/call.js';
import { Office } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Policy {
  workStart: string;
  workEnd: string;
  makeup: string;
  firstReminder: number;
  lastReminder: number;
  rungs: { afterWorkingDays: number; tell: string[] }[];
}
interface AgencyPolicy {
  agencyCode: string;
  source: string;
  version: number;
  policy: Policy;
  history: { version: number; policy: Policy | null; reason: string | null }[];
}
interface Fired {
  kind: string;
  state: string;
  day: string | null;
  told: string[];
}

const COMMUNE = 'XA-TANTHANH';
const OTHER = 'PHUONG-TRUNGTAM';
const PROVINCE = 'TINH-DEMO';

describe('a ladder that an administrator sets', () => {
  let system: RunningSystem;
  let office: Office;
  let caseFileId = '';
  beforeAll(async () => {
    system = await startSystem({ worker: true });
    office = new Office(system);
    await office.advance({ to: '2026-11-25' });
    ({ caseFileId } = await office.register({ receivedOn: '2026-11-25' }));
  });
  afterAll(() => system?.stop());

  const post = async <Body = AgencyPolicy>(path: string, body: unknown, username = 'quantri') =>
    call<Body>(system.url, 'POST', `/escalation-policies/${path}`, { token: await office.token(username), body });
  const policy = (code = COMMUNE) => office.get<AgencyPolicy>('quantri', `/escalation-policies/${code}`);
  const fired = async (): Promise<Fired[]> =>
    (
      await system.database.admin.query<Fired>(
        `SELECT m.kind, m.state, to_char(m.fired_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') AS day,
                (SELECT coalesce(array_agg(u.username ORDER BY u.username), '{}') FROM app.inbox i JOIN app.app_user u ON u.id = i.user_id
                  WHERE i.source_id = m.id) AS told
           FROM app.milestone m JOIN app.deadline d ON d.id = m.deadline_id
          WHERE m.case_id = $1 AND d.statutory AND (m.kind = 'overdue' OR m.kind LIKE 'rung%') AND m.state <> 'pending' ORDER BY m.kind`,
        [caseFileId],
      )
    ).rows;
  const wanted: Policy = {
    ...{ workStart: '08:00', workEnd: '16:30', makeup: 'ignore', firstReminder: 5, lastReminder: 2 },
    rungs: [
      { afterWorkingDays: 1, tell: ['caseOfficer'] },
      { afterWorkingDays: 1, tell: ['unitHead', 'chairman'] },
      { afterWorkingDays: 3, tell: ['chairman'] },
    ],
  };

  it('stands on the built-in values until somebody sets one', async () => {
    expect(await policy()).toMatchObject({
      source: 'builtIn',
      version: 0,
      policy: { workStart: '07:30', firstReminder: 3, lastReminder: 1, rungs: { length: 4 } },
    });
  });

  it('is set by administrators only, and only when it makes sense', async () => {
    const body = { policy: [wanted], seen: 0, reason: 'Theo quy chế làm việc mới' };
    expect((await post(COMMUNE, body, 'lanhdao')).status).toBe(403);
    const broken = { ...body, policy: [{ ...wanted, firstReminder: 1, lastReminder: 3, workStart: '18:00' }] };
    const refused = await post<{ code: string; errors: object[] }>(COMMUNE, broken);
    expect([refused.status, refused.body.code, refused.body.errors.length]).toEqual([422, 'POLICY.INVALID', 2]);
    expect((await office.get<AgencyPolicy>('lanhdao', `/escalation-policies/${COMMUNE}`)).source).toBe('builtIn');
  });

  it('of the province holds for the agencies that have none of their own', async () => {
    const set = await post(PROVINCE, { policy: [wanted], seen: 0, reason: 'Quy chế chung của tỉnh' });
    expect(set.status).toBe(200);
    expect(await policy(OTHER)).toMatchObject({ source: 'province', policy: { firstReminder: 5 } });
    const own = { ...wanted, firstReminder: 7 };
    expect((await post(OTHER, { policy: [own], seen: 0, reason: 'Địa bàn rộng' })).status).toBe(200);
    expect(await policy(OTHER)).toMatchObject({ source: 'own', version: 1, policy: { firstReminder: 7 } });
    expect((await post(OTHER, { policy: [], seen: 1, reason: 'Trở lại theo tỉnh' })).status).toBe(200);
    expect(await policy(OTHER)).toMatchObject({ source: 'province', version: 2, policy: { firstReminder: 5 } });
    expect((await post(OTHER, { policy: [], seen: 2, reason: 'Không còn gì để bỏ' })).status).toBe(409);
    const back = await post(PROVINCE, { policy: [], seen: 1, reason: 'Trở lại giá trị có sẵn' });
    expect(back.status).toBe(200);
    expect(await policy(OTHER)).toMatchObject({ source: 'builtIn', policy: { firstReminder: 3 } });
  });

  it('is not set over what somebody else has set meanwhile', async () => {
    const stale = await post<{ code: string }>(PROVINCE, { policy: [wanted], seen: 0, reason: 'Bản cũ' });
    expect([stale.status, stale.body.code]).toEqual([409, 'POLICY.CHANGED_SINCE']);
  });

  it('changes what fires from then on; what has fired stays, and each rung fires once', async () => {
    while ((await fired()).length < 2) await office.advance({ workingDays: 1 });
    const before = await fired();
    expect(before.map(({ kind }) => kind)).toEqual(['overdue', 'rung1']);
    const preview = await post<{ items: { agencyCode: string; open: number; climbing: number; calledOff: number }[] }>(
      `${COMMUNE}/preview`,
      { policy: [{ ...wanted, rungs: wanted.rungs.slice(0, 1) }] },
    );
    expect(preview.body.items).toEqual([expect.objectContaining({ agencyCode: COMMUNE, climbing: 0, calledOff: 1 })]);
    expect((await post(COMMUNE, { policy: [wanted], seen: 0, reason: 'Theo quy chế làm việc mới' })).status).toBe(200);
    expect(await fired()).toEqual(before);
    await office.advance({ workingDays: 10 });
    const after = await fired();
    expect(after.slice(0, 2)).toEqual(before);
    expect(after.map(({ kind, state }) => [kind, state])).toEqual([
      ['overdue', 'fired'],
      ['rung1', 'fired'],
      ['rung2', 'fired'],
      ['rung3', 'fired'],
    ]);
    expect(after[2]?.told).toEqual(expect.arrayContaining(['lanhdao', 'truongphong']));
    expect(after[3]?.told).toEqual(['lanhdao']);
    const days = new Set(after.map(({ day }) => day));
    expect(days.size).toBe(4);
  });

  it('keeps its versions with their reasons, and its line in the book of the agency', async () => {
    const { history, version } = await policy();
    expect(version).toBe(1);
    expect(history.map((one) => [one.version, one.reason])).toEqual([[1, 'Theo quy chế làm việc mới']]);
    const journal = await office.get<{ items: { type: string; agencyCode: string }[] }>(
      'quantri',
      '/administration/journal',
    );
    expect(
      journal.items.filter(({ type }) => type === 'ESCALATION_POLICY_SET').map(({ agencyCode }) => agencyCode),
    ).toEqual([COMMUNE, PROVINCE, OTHER, OTHER, PROVINCE]);
  });
});
