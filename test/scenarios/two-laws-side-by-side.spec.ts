import { World } from './support/world.js';
import type { CaseFileId } from '#libs/shared';

describe('a complaint received 29/06/2026 beside one received 02/07/2026', () => {
  let world: World;
  let older: CaseFileId;
  let newer: CaseFileId;
  beforeAll(async () => {
    world = await World.create();
    await world.clock('2026-06-29');
    older = await world.open({ receivedOn: '2026-06-29', assignee: 'chuyenvien' });
    await world.pass('2026-06-30', '09:00');
  });
  afterAll(() => world.close());
  const chairman = () => world.person('lanhdao');

  it('has each its own acceptance limit and citation, the older with Law and decree readings', async () => {
    const [accept] = await world.casework.deadlines(chairman(), older);
    expect(accept).toMatchObject({
      ruleId: 'KN.ACCEPT.L1',
      ruleVersion: 'KN.ACCEPT.L1.OLD',
      citation: 'LKN Đ.27 (gốc)',
      dueOn: '2026-07-09',
      statutory: true,
    });
    expect(accept?.explanation?.readings).toMatchObject([{ rule: { id: 'KN.ACCEPT.ND124.OLD' }, due: '2026-07-13' }]);
    expect(accept?.explanation?.days.filter(({ counted }) => counted)).toHaveLength(10);

    await world.accept(older);
    await world.pass('2026-07-02', '09:00');
    newer = await world.open({ receivedOn: '2026-07-02', assignee: 'chuyenvien' });
    const [newAccept] = await world.casework.deadlines(chairman(), newer);
    expect(newAccept).toMatchObject({ ruleVersion: 'KN.ACCEPT.L1', citation: 'LKN Đ.27 (L136)', dueOn: '2026-07-13' });
    expect(newAccept?.explanation?.readings).toEqual([]);
  });

  it('cannot be suspended by an act of June, and can by one of July or August though accepted in June', async () => {
    await world.act('chuyenvien', older, { type: 'START_SELF_REVIEW' });
    await world.act('chuyenvien', older, {
      type: 'ASSIGN_VERIFICATION',
      signedBy: 'chairman',
      documentNumber: '5/QĐ',
      assigneeId: world.person('chuyenvien').userId,
      verificationDays: 20,
    });
    await world.pass('2026-07-27', '09:00');
    await world.act('lanhdao', older, {
      type: 'FIND_COMPLEX',
      ground: 'SEVERAL_PLACES',
      variant: 'complex',
      documentNumber: '7/VB',
    });
    expect((await world.casework.get(chairman(), older)).deadlines[0]).toMatchObject({
      ruleId: 'KN.RESOLVE.L1',
      dueOn: '2026-08-14',
      state: 'running',
    });

    await world.pass('2026-08-03', '09:00');
    const suspended = await world.act('lanhdao', older, {
      type: 'SUSPEND',
      ground: 'AWAIT_RESULT',
      documentNumber: '9/QĐ',
    });
    expect(suspended.state).toBe('suspended');
    expect(suspended.deadlines.find(({ ruleId }) => ruleId === 'KN.RESOLVE.L1')).toMatchObject({
      state: 'paused',
      dueOn: null,
      pauses: [{ from: '2026-08-03', to: null }],
    });
  });

  it('runs on by the days that were left once it is continued', async () => {
    await world.pass('2026-08-13', '09:00');
    const resumed = await world.act('lanhdao', older, { type: 'RESUME', groundEnded: true, documentNumber: '11/QĐ' });
    const resolve = resumed.deadlines.find(({ ruleId }) => ruleId === 'KN.RESOLVE.L1');
    expect(resolve).toMatchObject({
      state: 'running',
      dueOn: '2026-08-24',
      pauses: [{ from: '2026-08-03', to: '2026-08-13' }],
    });
    const { rows } = await world.db.admin.query(
      `SELECT m.kind, m.generation FROM app.milestone m JOIN app.deadline d ON d.id = m.deadline_id WHERE d.case_id = $1 AND d.rule_id = 'KN.RESOLVE.L1' AND m.state = 'pending' ORDER BY m.due_at`,
      [older],
    );
    expect(rows.map(({ kind }) => kind as string)).toEqual(['remind3', 'remind1', 'overdue']);
  });
});
