import pg from 'pg';
import { World } from '#testing/scenarios/support/world';
import { newUuid } from './ids.js';
import type { Actor } from '#libs/access';
import type { CaseFileId, UserId } from '#libs/shared';

describe('one transition', () => {
  let world: World;
  let id: CaseFileId;
  beforeAll(async () => {
    world = await World.create();
    await world.clock('2026-07-03');
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    id = await world.open({ receivedOn: '2026-07-02', assignee: 'chuyenvien' });
  });

  it('moves the file, writes its event, closes one clock and opens the next', async () => {
    const view = await world.accept(id);
    expect(view).toMatchObject({ state: 'accepted', rev: 2, regions: { stay: 'inForce', recourse: 'none' } });
    expect(view.deadlines.map(({ ruleId, state, dueOn }) => [ruleId, state, dueOn])).toEqual([
      ['KN.RESOLVE.L1', 'running', '2026-08-03'],
      ['KN.ACCEPT.L1', 'met', '2026-07-13'],
    ]);
    const timeline = await world.casework.timeline(world.person('lanhdao'), id);
    expect(timeline.map(({ seq, type, from, to }) => [seq, type, from, to])).toEqual([
      [1, 'OPEN', null, 'received'],
      [2, 'ACCEPT', 'received', 'accepted'],
    ]);
    expect(timeline[1]?.texts).toEqual({ documentNumber: '15/TB-UBND' });
    expect(JSON.stringify(timeline[1]?.facts)).not.toContain('15/TB-UBND');
  });

  it('takes two round trips', async () => {
    await world.accept(id);
    const sent = jest.spyOn(pg.Client.prototype, 'query');
    await world.act('chuyenvien', id, { type: 'START_SELF_REVIEW' });
    const names = sent.mock.calls.map(([what]) => (what as { name?: string }).name);
    sent.mockRestore();
    expect(names).toEqual(['casework.read', 'casework.commit']);
  });

  it('answers 404, 422, 403, 412, 409 in that order', async () => {
    const unseen = newUuid(new Date()) as CaseFileId;
    await expect(world.accept(unseen)).rejects.toMatchObject({ status: 404 });
    await expect(world.act('motcua', id, { type: 'FLY' })).rejects.toMatchObject({
      status: 422,
      code: 'PROCEDURE.EVENT_UNKNOWN',
    });
    await expect(world.act('motcua', id, { type: 'ACCEPT', expectedRev: 7 })).rejects.toMatchObject({ status: 403 });
    await expect(world.accept(id, { expectedRev: 7 })).rejects.toMatchObject({ status: 412 });
    await expect(world.act('lanhdao', id, { type: 'DECIDE' })).rejects.toMatchObject({
      status: 409,
      code: 'PROCEDURE.EVENT_NOT_ALLOWED',
    });
  });
});

describe('the row scope of a write', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.create();
    await world.clock('2026-07-03');
  });
  afterAll(() => world.close());

  const commit = async (
    id: CaseFileId,
    { userId, agencies }: Pick<Actor, 'userId' | 'agencies'>,
    more: object = {},
  ) => {
    const write = {
      caseId: id,
      rev: 1,
      seq: 1,
      seqAfter: 1,
      state: 'x',
      stage: 'x',
      context: {},
      knownFacts: {},
      headHash: '\\x00',
      lastEventOn: '2026-07-03',
      events: [],
      ...more,
    };
    const { rows } = await world.db.app.query<{ answer: object }>('SELECT app.case_commit($1, $2, $3) AS answer', [
      userId,
      agencies,
      JSON.stringify(write),
    ]);
    return rows[0]?.answer;
  };

  it('is asked of the case row: another commune writes nothing and learns nothing', async () => {
    const id = await world.open({ receivedOn: '2026-07-02', agency: 'XA-HOALOC' });
    expect(await commit(id, world.person('chuyenvien'))).toEqual({ done: false, rev: null, seq: null });
    const secret = await world.open({
      receivedOn: '2026-07-02',
      type: 'denunciation',
      procedure: 'petition-handling',
      visibleTo: [world.person('lanhdao.tinh').userId],
      facts: { channel: 'counter' },
    });
    expect(await commit(secret, world.person('chuyenvien'))).toEqual({ done: false, rev: null, seq: null });
    expect(await commit(secret, { userId: 0 as UserId, agencies: [] })).toEqual({ done: false, rev: null, seq: null });
  });

  it('reaches no row of another file, whatever the lists name', async () => {
    const [mine, other] = await Promise.all([
      world.open({ receivedOn: '2026-07-02' }),
      world.open({ receivedOn: '2026-07-02' }),
    ]);
    const foreign = (await world.casework.get(world.person('chuyenvien'), other)).deadlines[0]!;
    await commit(mine, world.person('chuyenvien'), {
      calledOff: [foreign.id],
      changed: [{ id: foreign.id, state: 'void' }],
    });
    expect((await world.casework.get(world.person('chuyenvien'), other)).deadlines[0]).toEqual(foreign);
    const { rows } = await world.db.admin.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM app.milestone WHERE case_id = $1 AND state = 'pending'`,
      [other],
    );
    expect(rows[0]?.n).toBe(3);
  });
});
