import { createHash } from 'node:crypto';
import { verifyAll } from '#libs/audit';
import { PostgresLedgerArchive } from '#libs/persistence';
import { World } from './support/world.js';
import type { CaseFileId } from '#libs/shared';

describe('several hands on one file', () => {
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

  it('lets one of two officers win, the other is told that the file has changed', async () => {
    await world.accept(id);
    const tries = await Promise.allSettled(
      ['chuyenvien', 'chuyenvien2'].map((who) => world.act(who, id, { type: 'START_SELF_REVIEW', expectedRev: 2 })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = tries.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ status: 412, code: 'CASEWORK.STALE' });
  });

  it('does not fail an If-Match because a reminder went out in between', async () => {
    await world.pass('2026-07-08', '09:00');
    expect(await world.accept(id, { expectedRev: 1 })).toMatchObject({ rev: 2 });
  });

  it('lets an act and the reminders of the same instant both through, the ledger in one chain', async () => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, () => world.open({ receivedOn: '2026-07-08', assignee: 'chuyenvien' })),
    );
    await world.pass('2026-07-13', '17:00');
    await world.db.admin.query(`UPDATE app.business_clock SET offset_seconds = offset_seconds + 15 * 3600`);
    const [fired] = await Promise.all([
      world.oversight.fireDue(),
      ...ids.map((one) => world.accept(one, { expectedRev: 1 })),
    ]);
    expect(fired).toBeGreaterThanOrEqual(0);
    const report = await new PostgresLedgerArchive(world.db.connections).read((streams) => verifyAll(streams));
    expect(report.findings).toEqual([]);
  });

  it('answers a repeated key with the stored answer and refuses it with another body', async () => {
    const hash = (text: string) => createHash('sha256').update(text).digest();
    const idempotency = { key: 'k-1', requestHash: hash('a') };
    const first = await world.accept(id, { idempotency, expectedRev: 1 });
    expect(await world.accept(id, { idempotency, expectedRev: 1 })).toEqual(first);
    await expect(world.accept(id, { idempotency: { key: 'k-1', requestHash: hash('b') } })).rejects.toMatchObject({
      status: 422,
      code: 'IDEMPOTENCY.KEY_REUSED',
    });
    expect(await world.casework.timeline(world.person('lanhdao'), id)).toHaveLength(2);
    const both = await Promise.all(
      [1, 2, 3, 4].map(() =>
        world.act('chuyenvien', id, {
          ...{ type: 'START_SELF_REVIEW', expectedRev: 2 },
          idempotency: { key: 'k-2', requestHash: hash('c') },
        }),
      ),
    );
    for (const answer of both) expect(answer).toEqual(both[0]);
    expect(await world.casework.timeline(world.person('lanhdao'), id)).toHaveLength(3);
  });
});
