import type { CertifiedArrow, PathStep } from '#libs/procedure';
import { certifiedArrows } from '#libs/procedure';
import { reception } from '#workflows';
import { beginOn } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';
import { ReceptionRoom } from '../scenarios/support/reception-room.js';

const LATE = { reason: 'Ghi theo sổ tiếp công dân' };

/** What the checker certified of reception sessions is what the running product does. */
describe('every certified arrow of reception is fired over HTTP', () => {
  let system: RunningSystem;
  let room: ReceptionRoom;

  beforeAll(async () => {
    system = await startSystem();
    await beginOn(system, '2026-11-02');
    // The paths lie months back: this agency has set itself a long back-dating limit.
    await system.database.admin.query(
      `UPDATE app.agency SET settings = '{"backdateWorkingDays": 400}' WHERE code = 'XA-TANTHANH'`,
    );
    room = await ReceptionRoom.open(system);
  });
  afterAll(() => system?.stop());

  async function opened({ caseFacts: facts }: CertifiedArrow): Promise<string> {
    const pick = (...names: string[]) =>
      Object.fromEntries(names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]])));
    const body = {
      ...room.planned(pick('kind', 'mode', 'heldOn', 'unscheduledGround', 'onlineCase', 'technicalReady')),
      ...{ occurredOn: facts['receivedOn'], ...LATE },
    };
    return (await room.post<{ id: string }>('motcua', '/reception/sessions', body)).id;
  }

  /** The tasks a sample session says it has are given before it is concluded and done before it is closed. */
  async function tasksOf(id: string, { caseFacts }: CertifiedArrow, step: PathStep, given: string[]): Promise<void> {
    const on = { occurredOn: step.occurredOn, ...LATE };
    if (step.type === 'CONCLUDE')
      for (let left = Number(caseFacts['tasksTotal']); left > 0; left -= 1) {
        const order = { content: 'Kiểm tra hiện trạng', body: 'Công chức địa chính', dueOn: '2026-12-31', ...on };
        given.push((await room.post<{ id: string }>('motcua', `/reception/sessions/${id}/tasks`, order)).id);
      }
    if (step.type === 'CLOSE')
      for (const task of given) await room.post('motcua', `/reception/tasks/${task}/result`, { result: 'Xong', ...on });
  }

  async function walk(arrow: CertifiedArrow): Promise<string | null> {
    const id = await opened(arrow);
    const given: string[] = [];
    for (const step of arrow.steps) {
      await tasksOf(id, arrow, step, given);
      const inputs = 'hostedBy' in step.input ? { ...step.input, hostedBy: room.leaderId } : step.input;
      const who = step.type === 'ISSUE_CONCLUSION' ? 'lanhdao' : 'motcua';
      const answer = await room.tryMove(who, id, { type: step.type, occurredOn: step.occurredOn, ...LATE, ...inputs });
      if (answer.status !== 200)
        return `${arrow.id}: ${step.type} on ${step.occurredOn}: ${answer.status} ${answer.text}`;
    }
    const { stage } = await room.session(id);
    return stage === arrow.arrives ? null : `${arrow.id}: arrived at ${stage}, not ${arrow.arrives}`;
  }

  it('of sessions', async () => {
    const arrows = certifiedArrows(reception);
    const failures: string[] = [];
    for (const arrow of arrows) failures.push(...[await walk(arrow)].filter((one) => one !== null));
    expect(failures).toEqual([]);
    expect(arrows.length).toBeGreaterThan(25);
  }, 240_000);
});
