import { verifyAll } from '#libs/audit';
import { PostgresLedgerArchive } from '#libs/persistence';
import { World } from './support/world.js';
import type { CaseFileId } from '#libs/shared';

describe('a wrong step taken back', () => {
  let world: World;
  let id: CaseFileId;
  beforeAll(async () => {
    world = await World.create();
    await world.clock('2026-07-02');
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    id = await world.open({ receivedOn: '2026-07-02', assignee: 'chuyenvien' });
  });
  const correct = (extra: object = {}) =>
    world.act('lanhdao', id, { type: 'CORRECT_LAST_STEP', correction: 'Nhập nhầm hồ sơ', ...extra });
  const events = () => world.casework.timeline(world.person('lanhdao'), id);

  it('stands where it stood before, its clocks as they were, both events in the ledger', async () => {
    await world.accept(id);
    const view = await correct();
    expect(view).toMatchObject({ state: 'received', rev: 3 });
    expect(view.deadlines.map(({ ruleId, state, dueOn }) => [ruleId, state, dueOn])).toEqual([
      ['KN.ACCEPT.L1', 'running', '2026-07-13'],
      ['KN.RESOLVE.L1', 'void', '2026-08-03'],
    ]);
    const timeline = await events();
    expect(timeline.map(({ type }) => type)).toEqual(['OPEN', 'ACCEPT', 'CORRECT_LAST_STEP']);
    expect(timeline[2]?.corrects).toBe(timeline[1]?.id);
    const pending = await world.db.admin.query(
      `SELECT m.kind FROM app.milestone m JOIN app.deadline d ON d.id = m.deadline_id WHERE m.case_id = $1 AND m.state = 'pending' ORDER BY m.due_at`,
      [id],
    );
    expect(pending.rows.map(({ kind }) => kind as string)).toEqual(['remind3', 'remind1', 'overdue']);
  });

  it('can be recorded rightly afterwards', async () => {
    await world.accept(id);
    await correct();
    expect(await world.accept(id)).toMatchObject({ state: 'accepted', rev: 4 });
    await correct();
    expect(
      await world.act('lanhdao', id, { type: 'REFUSE_ACCEPTANCE', ground: 'TIME_BARRED', documentNumber: '3/TB' }),
    ).toMatchObject({ state: 'notAccepted' });
  });

  it('is refused while later acts stand on it, which are named', async () => {
    await world.accept(id);
    const accepted = (await events()).find(({ type }) => type === 'ACCEPT');
    await world.act('chuyenvien', id, { type: 'START_SELF_REVIEW' });
    await expect(correct({ eventId: accepted?.id })).rejects.toMatchObject({
      status: 409,
      code: 'CASEWORK.CORRECTION_BLOCKED',
      extra: { dependants: [expect.stringContaining('Kiểm tra lại')] },
    });
  });

  it('never takes back the opening, nor one step twice', async () => {
    await expect(correct()).rejects.toMatchObject({ status: 409, code: 'CASEWORK.NOTHING_TO_CORRECT' });
    await world.accept(id);
    const accepted = (await events()).find(({ type }) => type === 'ACCEPT');
    await correct();
    await expect(correct({ eventId: accepted?.id })).rejects.toMatchObject({ code: 'CASEWORK.NOTHING_TO_CORRECT' });
  });

  it('gives a suspended clock its days back', async () => {
    await world.accept(id);
    await world.act('chuyenvien', id, { type: 'START_SELF_REVIEW' });
    await world.act('lanhdao', id, {
      type: 'ASSIGN_VERIFICATION',
      documentNumber: '5/QĐ',
      assigneeId: world.person('chuyenvien2').userId,
      verificationDays: 20,
    });
    const before = await world.casework.get(world.person('lanhdao'), id);
    await world.act('lanhdao', id, { type: 'SUSPEND', ground: 'AWAIT_RESULT', documentNumber: '9/QĐ' });
    const after = await correct();
    expect(after.state).toBe(before.state);
    expect(after.deadlines.find(({ ruleId }) => ruleId === 'KN.RESOLVE.L1')).toEqual(
      before.deadlines.find(({ ruleId }) => ruleId === 'KN.RESOLVE.L1'),
    );
  });

  it('leaves a ledger that verifies', async () => {
    expect(await new PostgresLedgerArchive(world.db.connections).read((streams) => verifyAll(streams))).toMatchObject({
      findings: [],
    });
  });
});
