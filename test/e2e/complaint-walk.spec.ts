import { call } from './support/call.js';
import { beginOn, eventually, Office } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Work {
  overdue: { caseFileId: string }[];
  dueSoon: { caseFileId: string }[];
  waiting: { caseFileId: string }[];
}
interface Inbox {
  items: { id: string; topic: string; title: string; caseFileId: string; readAt: string | null }[];
  unread: number;
}

describe('a complaint walks by law from the counter to the closed file', () => {
  let system: RunningSystem;
  let office: Office;
  let id: string;
  let petition: Awaited<ReturnType<Office['complaintFile']>>['petition'];

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-07-06');
    office = new Office(system);
  });
  afterAll(() => system?.stop());

  it('is received, accepted and verified', async () => {
    ({ id, petition } = await office.complaintFile({
      receivedOn: '2026-07-06',
      content: 'Khiếu nại quyết định thu hồi đất trồng lúa',
    }));
    expect((await office.get<Work>('chuyenvien', '/my-work')).waiting.map(({ caseFileId }) => caseFileId)).toContain(
      id,
    );
    await office.advance({ to: '2026-07-08' });
    await office.step('lanhdao', id, 'ACCEPT', { documentNumber: '40/TB-UBND', conditionsChecked: true });
    await office.step('chuyenvien', id, 'START_SELF_REVIEW');
    await office.advance({ to: '2026-07-10' });
    const assigned = await office.step('lanhdao', id, 'ASSIGN_VERIFICATION', {
      documentNumber: '41/QĐ-UBND',
      assigneeId: await office.userId('chuyenvien'),
      verificationDays: 15,
    });
    expect(assigned).toMatchObject({ stage: 'verifying', assigneeId: await office.userId('chuyenvien') });
    const mine = await office.get<Work>('chuyenvien', '/my-work');
    expect([...mine.waiting, ...mine.dueSoon].map(({ caseFileId }) => caseFileId)).toContain(id);
  });

  it('tells each actor what may happen next and why the rest may not', async () => {
    const available = await office.get<
      { type: string; allowed: boolean; unmet: { title: string; citation: string }[] }[]
    >('chuyenvien', `/case-files/${id}/events/available`);
    const refused = available.filter(({ allowed }) => !allowed);
    expect(available.length).toBeGreaterThan(refused.length);
    for (const { unmet } of refused)
      expect(unmet.every(({ title, citation }) => title !== '' && citation !== '')).toBe(true);
    const early = await office.try('lanhdao', id, { type: 'CLOSE' });
    expect(early).toMatchObject({ status: 409, body: { code: 'PROCEDURE.EVENT_NOT_ALLOWED' } });
    const clerk = await office.try('motcua', id, { type: 'SUBMIT_REPORT' });
    expect(clerk.status).toBe(403);
  });

  it('reminds once at three and at one working day, and once only when late', async () => {
    const resolve = (await office.deadlines(id)).find(({ ruleId }) => ruleId === 'KN.RESOLVE.L1')!;
    expect(resolve).toMatchObject({ startOn: '2026-07-08', dueOn: '2026-08-07', state: 'running' });
    await office.advance({ to: '2026-08-10' });
    const timeline = await eventually('the lapse', async () => {
      const entries = await office.timeline(id);
      return entries.some(({ type }) => type === 'LAPSE') ? entries : null;
    });
    const about = timeline.filter(
      ({ kind, facts }) => kind === 'deadline' && JSON.stringify(facts).includes('KN.RESOLVE.L1'),
    );
    const count = (type: string) => about.filter((entry) => entry.type === type).length;
    expect([count('REMIND'), count('LAPSE')]).toEqual([2, 1]);
    expect(about.find(({ type }) => type === 'LAPSE')!.occurredOn > '2026-08-07').toBe(true);
    const board = await office.get<{
      items: { caseFileId: string; title: string; workingDaysLate: number; inHandsOf: string }[];
    }>('lanhdao', '/boards/overdue');
    expect(board.items.find(({ caseFileId, title }) => caseFileId === id && /Giải quyết/.test(title))).toMatchObject({
      workingDaysLate: 1,
      inHandsOf: 'Trần Văn Bình',
    });
    expect((await office.get<Work>('chuyenvien', '/my-work')).overdue.map(({ caseFileId }) => caseFileId)).toContain(
      id,
    );
    const inbox = await office.get<Inbox>('chuyenvien', '/inbox');
    const mine = inbox.items.filter(({ caseFileId }) => caseFileId === id);
    expect(mine.length).toBeGreaterThanOrEqual(3);
    const [first] = mine;
    const token = await office.token('chuyenvien');
    expect((await call(system.url, 'POST', `/inbox/${first!.id}/read`, { token })).status).toBe(204);
    expect((await office.get<Inbox>('chuyenvien', '/inbox')).unread).toBe(inbox.unread - 1);
    expect(
      (await call(system.url, 'POST', `/inbox/${first!.id}/read`, { token: await office.token('lanhdao') })).status,
    ).toBe(404);
  });

  it('is decided, sent, published, in effect, enforced and closed', async () => {
    await office.step(
      'chuyenvien',
      id,
      'SUBMIT_REPORT',
      await office.form('chuyenvien', id, 'SUBMIT_REPORT', { conclusion: 'right', demandDiffers: false }),
    );
    await office.step('lanhdao', id, 'DECIDE', await office.form('lanhdao', id, 'DECIDE', { conclusion: 'right' }));
    await office.step('chuyenvien', id, 'SEND_DECISION', await office.form('chuyenvien', id, 'SEND_DECISION'));
    await office.step('chuyenvien', id, 'PUBLISH_DECISION', await office.form('chuyenvien', id, 'PUBLISH_DECISION'));
    await office.step('chuyenvien', id, 'RECORD_DELIVERY', await office.form('chuyenvien', id, 'RECORD_DELIVERY'));
    expect((await office.caseFile(id)).closedOn).toBeNull();
    await office.advance({ to: '2026-10-01' });
    // The day of effect moves the file by itself; nobody has to remember it.
    await eventually('the day of effect', async () =>
      (await office.caseFile(id)).stage === 'effective' ? true : null,
    );
    await office.step('lanhdao', id, 'ENFORCE', await office.form('lanhdao', id, 'ENFORCE'));
    const early = await office.try('lanhdao', id, {
      type: 'CLOSE',
      ...(await office.form('lanhdao', id, 'CLOSE')),
    });
    expect([early.status, JSON.stringify(early.body)]).toEqual([409, expect.stringContaining('postingEnded')]);
    await office.step('chuyenvien', id, 'END_POSTING', await office.form('chuyenvien', id, 'END_POSTING'));
    const closed = await office.step('lanhdao', id, 'CLOSE', await office.form('lanhdao', id, 'CLOSE'));
    expect(closed).toMatchObject({ stage: 'closed' });
    expect(closed.closedOn).not.toBeNull();
    expect(await office.get('lanhdao', `/case-files/${id}/events/available`)).toEqual([]);
    expect(closed.deadlines.every(({ state }) => ['met', 'metLate', 'void'].includes(state))).toBe(true);
  });

  it('leaves papers, a whole ledger and a public page that says so', async () => {
    const papers = await office.get<{ items: { form: string; eventTitle: string }[] }>(
      'lanhdao',
      `/case-files/${id}/documents`,
    );
    expect(papers.items.length).toBeGreaterThanOrEqual(3);
    const { body } = await call<{ stage: string; dueOn: string | null }>(
      system.url,
      'GET',
      `/public/status/${petition.lookupCode}`,
    );
    expect(body.stage).toMatch(/[a-zà-ỹ]/i);
    const timeline = await office.timeline(id);
    expect(timeline.map(({ seq }) => seq)).toEqual(timeline.map((_, i) => i + 1));
    const verified = await office.get<{ ok: boolean; events: number }>('thanhtra', '/audit/verify');
    expect(verified).toMatchObject({ ok: true, faults: [] });
    await system.database.admin.query(`ALTER TABLE app.case_event DISABLE TRIGGER USER`).catch(() => undefined);
    await system.database.admin.query(
      `UPDATE app.case_event SET occurred_on = occurred_on - 1 WHERE case_id = $1 AND type = 'DECIDE'`,
      [id],
    );
    const tampered = await office.get<{ ok: boolean; faults: { caseFileId: string; message: string }[] }>(
      'thanhtra',
      '/audit/verify',
    );
    expect(tampered).toMatchObject({
      ok: false,
      faults: [{ caseFileId: id, message: expect.stringContaining('DECIDE') }],
    });
  });
});
