import { World } from './support/world.js';
import type { CaseFileId } from '#libs/shared';

describe('the worker comes back after days of downtime', () => {
  let world: World;
  let id: CaseFileId;
  beforeAll(async () => {
    world = await World.create();
    await world.clock('2026-07-02');
    id = await world.open({ receivedOn: '2026-07-02', assignee: 'chuyenvien' });
  });
  afterAll(() => world.close());
  const happened = async () =>
    (await world.casework.timeline(world.person('lanhdao'), id))
      .slice(1)
      .map(({ type, recordedAt }) => [type, recordedAt.slice(0, 10)]);

  it('journals reminders whose moment has passed, and gives no two rungs in one second', async () => {
    await world.clock('2026-07-20', '09:00');
    await world.oversight.fireDue();
    expect(await happened()).toEqual([
      ['SUPERSEDE', '2026-07-20'],
      ['SUPERSEDE', '2026-07-20'],
      ['LAPSE', '2026-07-20'],
    ]);
  });

  it('spaces the rungs one working day from what really went out', async () => {
    await world.pass('2026-07-23', '17:00');
    expect((await happened()).slice(3)).toEqual([
      ['ESCALATE', '2026-07-21'],
      ['ESCALATE', '2026-07-22'],
      ['ESCALATE', '2026-07-23'],
    ]);
  });

  it('waits for working time: what fell due is put off from a Saturday night to Monday morning', async () => {
    const other = await world.open({ receivedOn: '2026-07-23', assignee: 'chuyenvien' });
    await world.clock('2026-08-08', '23:00');
    await world.oversight.fireDue();
    const due = await world.db.admin.query<{ due: string }>(
      `SELECT DISTINCT to_char(due_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'MM-DD HH24:MI') AS due FROM app.milestone WHERE case_id = $1 AND state = 'pending'`,
      [other],
    );
    expect(due.rows).toEqual([{ due: '08-10 07:30' }]);
    expect((await world.casework.timeline(world.person('lanhdao'), other)).map(({ type }) => type)).toEqual(['OPEN']);
  });
});
