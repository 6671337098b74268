import pg from 'pg';
import { World } from '#testing/scenarios/support/world';
import { newUuid } from './ids.js';
import type { CaseFileId } from '#libs/shared';

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
