import { verifyAll } from '#libs/audit';
import { PostgresLedgerArchive } from '#libs/persistence';
import { World } from './support/world.js';
import type { CaseFileId } from '#libs/shared';

describe("Monday's act recorded on Thursday, after the rungs went out", () => {
  let world: World;
  let id: CaseFileId;
  beforeAll(async () => {
    world = await World.create();
    await world.clock('2026-07-02');
    id = await world.open({ receivedOn: '2026-07-02', assignee: 'chuyenvien' });
    await world.pass('2026-07-16', '09:00');
  });
  afterAll(() => world.close());

  it('had gone overdue and climbed two rungs before', async () => {
    expect((await world.casework.get(world.person('lanhdao'), id)).deadlines[0]).toMatchObject({
      state: 'escalated',
      rung: 2,
      dueOn: '2026-07-13',
    });
  });

  it('needs a reason past one working day', async () => {
    await expect(world.accept(id, { occurredOn: '2026-07-13' })).rejects.toMatchObject({
      status: 422,
      code: 'CASEWORK.REASON_REQUIRED',
    });
  });

  it('is met, recorded late, and its rungs are annulled by an event that erases nothing', async () => {
    const view = await world.accept(id, { occurredOn: '2026-07-13', reason: 'Mất điện ba ngày' });
    expect(view.deadlines.find(({ ruleId }) => ruleId === 'KN.ACCEPT.L1')).toMatchObject({
      state: 'met',
      metOn: '2026-07-13',
      metRecordedLate: true,
    });
    expect(view.deadlines.find(({ ruleId }) => ruleId === 'KN.RESOLVE.L1')).toMatchObject({
      startOn: '2026-07-13',
      dueOn: '2026-08-12',
    });
    const timeline = await world.casework.timeline(world.person('lanhdao'), id);
    expect(timeline.map(({ type }) => type)).toEqual([
      'OPEN',
      'REMIND',
      'REMIND',
      'LAPSE',
      'ESCALATE',
      'ESCALATE',
      'ACCEPT',
      'ANNUL',
    ]);
    const accepted = timeline.find(({ type }) => type === 'ACCEPT');
    expect(accepted).toMatchObject({ occurredOn: '2026-07-13', texts: { reason: 'Mất điện ba ngày' } });
    expect(accepted?.recordedAt.slice(0, 10)).toBe('2026-07-16');
    const { rows } = await world.db.admin.query<{ state: string; n: number }>(
      `SELECT state, count(*)::int AS n FROM app.milestone WHERE deadline_id = (SELECT id FROM app.deadline WHERE case_id = $1 AND rule_id = 'KN.ACCEPT.L1') GROUP BY 1 ORDER BY 1`,
      [id],
    );
    expect(rows).toEqual([
      { state: 'annulled', n: 3 },
      { state: 'cancelled', n: 1 },
      { state: 'fired', n: 2 },
    ]);
  });

  it('leaves a ledger that verifies', async () => {
    expect(await new PostgresLedgerArchive(world.db.connections).read((streams) => verifyAll(streams))).toMatchObject({
      findings: [],
    });
  });

  it('refuses a day before the act it follows, one too far back and one to come', async () => {
    await expect(
      world.act('chuyenvien', id, { type: 'START_SELF_REVIEW', occurredOn: '2026-07-10', reason: 'x' }),
    ).rejects.toMatchObject({ status: 409, code: 'CASEWORK.BACKDATED' });
    await expect(
      world.act('chuyenvien', id, { type: 'START_SELF_REVIEW', occurredOn: '2026-07-17' }),
    ).rejects.toMatchObject({ status: 422, code: 'CASEWORK.FUTURE_DATE' });
    await world.pass('2026-08-10', '09:00');
    await expect(
      world.act('chuyenvien', id, { type: 'START_SELF_REVIEW', occurredOn: '2026-07-16', reason: 'x' }),
    ).rejects.toMatchObject({ status: 409, code: 'CASEWORK.BACKDATED' });
  });
});
