import { World } from './support/world.js';
import { EffectRunner, MOVING_KINDS } from '#libs/casework';
import { PostgresOutbox } from '#libs/persistence';
import { instantOf, localDate, type CaseFileId } from '#libs/shared';

describe('a file moved on by what its events left to do', () => {
  let world: World;
  let runner: EffectRunner;
  beforeAll(async () => {
    world = await World.create();
    runner = new EffectRunner(new PostgresOutbox(world.db.connections), world.casework);
    await world.clock('2026-07-02');
  });
  afterAll(() => world.close());

  const pass = (day: string) =>
    world.oversight.advanceBusinessClock(instantOf(localDate(day), '17:00'), {
      settle: async () => void (await runner.runPending(MOVING_KINDS)),
    });

  it('opens the complaint file from the handling file, the acceptance clock running on from the day of receipt', async () => {
    const handling = await world.open({
      receivedOn: '2026-07-01',
      procedure: 'petition-handling',
      assignee: 'chuyenvien',
      facts: { channel: 'counter' },
    });
    const walk = [
      { type: 'CLASSIFY', contentType: 'complaint' },
      { type: 'CHECK_ELIGIBILITY', eligible: true },
      { type: 'CHECK_COMPETENCE', competent: true },
      { type: 'PROPOSE_ACCEPTANCE' },
    ];
    for (const { type, ...inputs } of walk) {
      const events = await world.casework.available(world.person('truongphong'), handling);
      const info = events.find((one) => one.info.type === type)?.info;
      const known = Object.fromEntries(
        Object.entries(inputs).filter(([name]) => info?.input.some((field) => field.name === name)),
      );
      await world.act('truongphong', handling, {
        type,
        ...Object.fromEntries(
          (info?.input ?? [])
            .filter((f) => f.required)
            .map((f) => [f.name, f.kind === 'boolean' ? true : f.kind === 'choice' ? f.options?.[0]?.value : 'x']),
        ),
        ...known,
      });
    }
    expect(await runner.runPending()).toBe(1);
    expect(await runner.runPending()).toBe(0);
    const { rows } = await world.db.admin.query<{ id: CaseFileId }>(
      `SELECT id FROM app.case_file WHERE parent_case_id = $1`,
      [handling],
    );
    expect(rows).toHaveLength(1);
    expect(await world.casework.get(world.person('lanhdao'), rows[0]!.id)).toMatchObject({
      procedure: 'complaint',
      state: 'received',
      receivedOn: '2026-07-01',
      assigneeId: world.person('chuyenvien').userId,
      deadlines: [{ ruleId: 'KN.ACCEPT.L1', startOn: '2026-07-01', dueOn: '2026-07-10' }],
    });
  });

  it('declares a decision effective on day 31 by the system, and opens the clock of enforcement that day', async () => {
    const id = await world.open({ receivedOn: '2026-07-02', assignee: 'chuyenvien' });
    await world.accept(id);
    await world.act('chuyenvien', id, { type: 'START_SELF_REVIEW' });
    await world.act('lanhdao', id, { type: 'DECIDE', conclusion: 'right', documentNumber: '20/QĐ-UBND' });
    await world.act('chuyenvien', id, { type: 'SEND_DECISION' });
    await pass('2026-08-03');
    const view = await world.casework.get(world.person('lanhdao'), id);
    expect(view.state).toBe('effective');
    expect(view.deadlines.find(({ ruleId }) => ruleId === 'KN.EFFECT.L1')).toMatchObject({
      state: 'met',
      dueOn: '2026-08-02',
      metOn: '2026-08-02',
    });
    expect(view.deadlines.find(({ ruleId }) => ruleId === 'KN.ENFORCE')).toMatchObject({
      state: 'running',
      startOn: '2026-08-02',
      dueOn: '2026-08-07',
    });
    const timeline = await world.casework.timeline(world.person('lanhdao'), id);
    const effective = timeline.filter(({ type }) => type === 'DECLARE_EFFECTIVE');
    expect(effective).toMatchObject([{ actorId: 0, actorRole: 'system', occurredOn: '2026-08-02' }]);
  });
});
