import { beginOn, eventually, Office } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

/** Complaints received on both sides of 2026-07-01, in one running system. */
describe('old law and new law side by side', () => {
  let system: RunningSystem;
  let office: Office;
  let older: string;
  let newer: string;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-06-29');
    office = new Office(system);
  });
  afterAll(() => system?.stop());

  it('a complaint of 29 June is accepted by June’s law and cannot be suspended in June', async () => {
    older = (
      await office.complaintFile({ receivedOn: '2026-06-29', content: 'Khiếu nại quyết định thu hồi đất tháng sáu' })
    ).id;
    await office.advance({ to: '2026-06-30' });
    const accepted = await office.step('lanhdao', older, 'ACCEPT', {
      documentNumber: '15/TB-UBND',
      conditionsChecked: true,
    });
    expect(accepted.stage).toBe('accepted');
    const refused = await office.try('lanhdao', older, {
      type: 'SUSPEND',
      ground: 'forceMajeure',
      documentNumber: '01/QĐ-UBND',
    });
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('PROCEDURE.EVENT_NOT_ALLOWED');
    expect(refused.body.unmet!.map(({ citation }) => citation).join(' ')).toMatch(/L136|NĐ155/);
  });

  it('each has its own acceptance limit with its own citation', async () => {
    expect(await office.advance({ to: '2026-07-02' })).toBe('2026-07-02');
    newer = (
      await office.complaintFile({ receivedOn: '2026-07-02', content: 'Khiếu nại quyết định xử phạt tháng bảy' })
    ).id;
    const acceptance = async (id: string) =>
      (await office.deadlines(id)).find(({ ruleId }) => ruleId === 'KN.ACCEPT.L1')!;
    const [june, july] = [await acceptance(older), await acceptance(newer)];
    expect(june).toMatchObject({
      ruleVersion: 'KN.ACCEPT.L1.OLD',
      startOn: '2026-06-29',
      dueOn: '2026-07-09',
      state: 'met',
      metOn: '2026-06-30',
    });
    expect(july).toMatchObject({
      ruleVersion: 'KN.ACCEPT.L1',
      startOn: '2026-07-02',
      dueOn: '2026-07-13',
      state: 'running',
    });
    expect(june.citation).not.toBe(july.citation);
    // The older one shows the decree's reading beside the Law's.
    expect(june.explanation!.readings.map(({ due }) => due)).toContain('2026-07-13');
    expect(june.explanation!.readings[0]!.rule.citation).not.toBe(june.citation);
    expect(july.explanation!.days.filter(({ counted }) => counted)).toHaveLength(7);
  });

  it('in August the older one is suspended by August’s law, and its clock stops and goes on', async () => {
    const resolve = async () => (await office.deadlines(older)).find(({ ruleId }) => ruleId === 'KN.RESOLVE.L1')!;
    const before = await resolve();
    expect(before).toMatchObject({ startOn: '2026-06-30', state: 'running' });
    await office.advance({ to: '2026-07-20' });
    // Complex: 45 days instead of 30, by a written finding of its own.
    await office.step('lanhdao', older, 'FIND_COMPLEX', await office.form('lanhdao', older, 'FIND_COMPLEX'));
    expect(await resolve()).toMatchObject({ dueOn: '2026-08-14' });
    const available = await office.get<
      { type: string; inputSchema: { name: string; options?: { value: string }[] }[] }[]
    >('lanhdao', `/case-files/${older}/events/available`);
    const ground = available.find(({ type }) => type === 'SUSPEND')!.inputSchema.find(({ name }) => name === 'ground')!
      .options![0]!.value;
    await office.advance({ to: '2026-08-03' });
    const suspended = await office.step('lanhdao', older, 'SUSPEND', {
      ground,
      evidenceOnFile: true,
      documentNumber: '20/QĐ-UBND',
    });
    expect(suspended.stage).toBe('suspended');
    expect(await resolve()).toMatchObject({ state: 'paused', dueOn: null, pauses: [{ from: '2026-08-03', to: null }] });
    await office.advance({ to: '2026-08-10' });
    await office.step('lanhdao', older, 'RESUME', { groundEnded: true, documentNumber: '21/QĐ-UBND' });
    const after = await resolve();
    expect(after.pauses).toEqual([{ from: '2026-08-03', to: '2026-08-10' }]);
    expect(after.dueOn! > before.dueOn!).toBe(true);
    expect(after.explanation!.days.filter(({ reason }) => reason === 'suspended').length).toBeGreaterThan(0);
  });

  it('an act of Monday recorded on Thursday, after the rung has fired, meets its limit late on paper only', async () => {
    const timeline = async () => office.timeline(newer);
    const fired = await eventually('the rung', async () => (await timeline()).find(({ type }) => type === 'ESCALATE'));
    expect((await timeline()).some(({ type }) => type === 'LAPSE')).toBe(true);
    expect((await office.deadlines(newer)).find(({ ruleId }) => ruleId === 'KN.ACCEPT.L1')!.state).toMatch(
      /overdue|escalated/,
    );
    // Past the back-dating limit of the agency the act is refused with its own code.
    const tooLate = await office.try('lanhdao', newer, {
      type: 'ACCEPT',
      documentNumber: '30/TB-UBND',
      conditionsChecked: true,
      occurredOn: '2026-07-13',
      reason: 'Nhập bù sau đợt tập huấn',
    });
    expect(tooLate).toMatchObject({ status: 409, body: { code: 'CASEWORK.BACKDATED' } });
    expect(fired.occurredOn >= '2026-07-13').toBe(true);
  });
});

describe('late recording', () => {
  let system: RunningSystem;
  let office: Office;
  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-07-02');
    office = new Office(system);
  });
  afterAll(() => system?.stop());

  it('shows both days, meets the limit and annuls the rung by an event of its own', async () => {
    const { id } = await office.complaintFile({ receivedOn: '2026-07-02' });
    await office.advance({ to: '2026-07-16' });
    const fired = await eventually('the rung', async () =>
      (await office.timeline(id)).find(({ type }) => type === 'ESCALATE'),
    );
    const wordless = await office.try('lanhdao', id, {
      type: 'ACCEPT',
      documentNumber: '31/TB-UBND',
      conditionsChecked: true,
      occurredOn: '2026-07-13',
    });
    expect(wordless).toMatchObject({ status: 422, body: { errors: [{ pointer: '/reason' }] } });
    await office.step('lanhdao', id, 'ACCEPT', {
      documentNumber: '31/TB-UBND',
      conditionsChecked: true,
      occurredOn: '2026-07-13',
      reason: 'Văn thư nghỉ ốm, nhập bù',
    });
    const timeline = await office.timeline(id);
    const accepted = timeline.find(({ type }) => type === 'ACCEPT')!;
    expect(accepted.occurredOn).toBe('2026-07-13');
    expect(accepted.recordedAt.slice(0, 10)).toBe('2026-07-16');
    expect(Object.values(accepted.texts)).toContain('Văn thư nghỉ ốm, nhập bù');
    const limit = (await office.deadlines(id)).find(({ ruleId }) => ruleId === 'KN.ACCEPT.L1')!;
    expect(limit).toMatchObject({ state: 'met', metOn: '2026-07-13', metRecordedLate: true });
    expect(timeline.map(({ id: event }) => event)).toContain(fired.id);
    expect(timeline.some(({ type }) => type === 'ANNUL')).toBe(true);
    const overdue = await office.get<{ items: { caseFileId: string }[] }>('lanhdao', '/boards/overdue');
    expect(overdue.items.filter(({ caseFileId }) => caseFileId === id)).toEqual([]);
  });
});
