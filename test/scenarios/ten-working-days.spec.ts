import { World } from './support/world.js';
import type { CaseFileId } from '#libs/shared';

interface Milestone {
  kind: string;
  state: string;
  due: string;
}

describe('ten working days pass over a complaint nobody accepts', () => {
  let world: World;
  let id: CaseFileId;
  beforeAll(async () => {
    world = await World.create();
    await world.clock('2026-07-02');
    id = await world.open({ receivedOn: '2026-07-02', assignee: 'chuyenvien' });
    await world.pass('2026-07-16');
  });
  afterAll(() => world.close());

  const milestones = () =>
    world.db.admin
      .query<Milestone>(
        `SELECT kind, state, to_char(due_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'MM-DD HH24:MI') AS due FROM app.milestone WHERE case_id = $1 ORDER BY due_at, kind`,
        [id],
      )
      .then(({ rows }) => rows);

  it('reminds three and one working days before, lapses, and climbs a rung each working day', async () => {
    expect(await milestones()).toEqual([
      { kind: 'remind3', state: 'fired', due: '07-08 07:30' },
      { kind: 'remind1', state: 'fired', due: '07-10 07:30' },
      { kind: 'overdue', state: 'fired', due: '07-14 07:30' },
      { kind: 'rung1', state: 'fired', due: '07-15 07:30' },
      { kind: 'rung2', state: 'fired', due: '07-16 07:30' },
      { kind: 'rung3', state: 'pending', due: '07-17 07:30' },
    ]);
  });

  it('shows each once in the timeline, in order, and leaves the revision alone', async () => {
    const timeline = await world.casework.timeline(world.person('lanhdao'), id);
    expect(timeline.map(({ type, occurredOn }) => [type, occurredOn])).toEqual([
      ['OPEN', '2026-07-02'],
      ['REMIND', '2026-07-08'],
      ['REMIND', '2026-07-10'],
      ['LAPSE', '2026-07-14'],
      ['ESCALATE', '2026-07-15'],
      ['ESCALATE', '2026-07-16'],
    ]);
    expect(await world.casework.get(world.person('lanhdao'), id)).toMatchObject({
      rev: 1,
      deadlines: [{ state: 'escalated', rung: 2, statutory: true }],
    });
  });

  it('tells officer and unit head, nobody twice', async () => {
    const { rows } = await world.db.admin.query<{ username: string; topic: string }>(
      `SELECT u.username, i.topic FROM app.inbox i JOIN app.app_user u ON u.id = i.user_id WHERE i.deadline_id IS NOT NULL ORDER BY i.created_at, u.username`,
    );
    expect(rows.map(({ username, topic }) => `${topic} → ${username}`)).toEqual([
      'remind3 → chuyenvien',
      'remind1 → chuyenvien',
      'overdue → chuyenvien',
      'overdue → truongphong',
      'rung1 → chuyenvien',
      'rung2 → truongphong',
    ]);
  });

  it('fires nothing again when asked again', async () => {
    expect(await world.oversight.fireDue()).toBe(0);
    expect((await milestones()).filter(({ state }) => state === 'fired')).toHaveLength(5);
  });
});
