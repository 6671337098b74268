import { World } from './support/world.js';
import type { CaseFileId } from '#libs/shared';

describe('a denunciation nobody handles in time', () => {
  let world: World;
  let id: CaseFileId;
  beforeAll(async () => {
    world = await World.create();
    await world.clock('2026-07-02');
    const resolver = world.person('lanhdao.tinh').userId;
    const officer = world.person('chuyenvien').userId;
    id = await world.open({
      receivedOn: '2026-07-02',
      type: 'denunciation',
      procedure: 'petition-handling',
      visibleTo: [resolver, officer],
      facts: { channel: 'counter' },
    });
    await world.pass('2026-08-14');
  });
  afterAll(() => world.close());

  it('told the resolver and the named officer, and nobody of the commune besides', async () => {
    const { rows } = await world.db.admin.query<{ username: string }>(
      `SELECT DISTINCT u.username FROM app.inbox i JOIN app.app_user u ON u.id = i.user_id WHERE i.case_id = $1`,
      [id],
    );
    expect(rows.map(({ username }) => username).sort()).toEqual(['chuyenvien', 'lanhdao.tinh']);
  });

  it('drafted no letter', async () => {
    const { rows } = await world.db.admin.query(`SELECT kind FROM app.task WHERE case_id = $1`, [id]);
    expect(rows).toEqual([]);
  });

  it('is seen, with its deadlines, by its named persons only', async () => {
    expect((await world.casework.get(world.person('lanhdao.tinh'), id)).deadlines.length).toBeGreaterThan(0);
    for (const other of ['lanhdao', 'truongphong', 'motcua', 'thanhtra', 'quantri'])
      await expect(world.casework.get(world.person(other), id)).rejects.toMatchObject({ status: 404 });
    const { rows } = await world.db.admin.query<{ scoped: boolean }>(
      `SELECT bool_and(visible_to IS NOT NULL) AS scoped FROM app.deadline WHERE case_id = $1`,
      [id],
    );
    expect(rows[0]?.scoped).toBe(true);
  });

  it('keeps the words typed with an event sealed, and opens them for whoever sees the file', async () => {
    await world.act('chuyenvien', id, { type: 'CLASSIFY', contentType: 'denunciation', note: 'Ông X bị tố cáo' });
    const { rows } = await world.db.admin.query<{ text: string | null; sealed: Buffer }>(
      `SELECT text, sealed FROM app.event_text WHERE case_id = $1`,
      [id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).toBeNull();
    const timeline = await world.casework.timeline(world.person('lanhdao.tinh'), id);
    expect(timeline.at(-1)?.texts).toEqual({ note: 'Ông X bị tố cáo' });
  });
});
