import { Walk } from '../common/walk.js';
import { reception } from './index.js';

const plan = (over: Record<string, string | number | boolean> = {}) =>
  Walk.open(reception, {
    ...{
      kind: 'periodic',
      mode: 'inPerson',
      receivedOn: '2026-08-03',
      occurredOn: '2026-08-03',
      actorRole: 'receptionist',
    },
    ...{ petitionType: 'none', scheduleComplete: true, heldOn: '2026-08-13', latestPostingOn: '2026-08-06' },
    ...{ latestOnlineNoticeOn: '2026-08-06', latestLineTestOn: '2026-08-12', visitsWithoutOutcome: 0 },
    ...{ opinionsUnanswered: 0, tasksTotal: 0, tasksOpen: 0, ...over },
  });
const posted = { onSite: true, onPortal: true };
const hold = { hostedBy: 7 };
const codes = (walk: Walk, type: string, on: string, input = {}) =>
  walk.refusal(type, on, input).unmet.map(({ code }) => code);

describe('a reception session', () => {
  it('is posted in time, late with a reason, and held unposted only with one', () => {
    expect(plan().step('POST', '2026-08-06', posted).remembered).toMatchObject({ postedOn: '2026-08-06' });
    expect(codes(plan(), 'POST', '2026-08-07', posted)).toEqual(['postedInTime']);
    const late = plan().step('POST', '2026-08-07', { ...posted, lateReason: true });
    expect(late.remembered).toMatchObject({ postedLateOn: '2026-08-07' });
    expect(codes(plan(), 'HOLD', '2026-08-13', hold)).toEqual(['unpostedReason']);
    expect(plan().step('HOLD', '2026-08-13', { ...hold, unpostedReason: true }).remembered).toMatchObject({
      heldUnpostedOn: '2026-08-13',
    });
  });

  it('is postponed once published, never dropped, and an online one is announced anew for its new day', () => {
    const online = plan({ mode: 'online', onlineCase: 'COMPLEX', technicalReady: true })
      .step('POST', '2026-08-05', posted)
      .step('NOTIFY_ONLINE', '2026-08-05', { documentNumber: true })
      .step('TEST_LINE', '2026-08-06', { allPointsConnected: true });
    expect(online.refusal('CANCEL_PLAN', '2026-08-06', { cancelReason: true }).allowed).toContain('POSTPONE');
    const ready = { ...hold, connectedMinutesBefore: 60, recordingOn: true };
    expect(online.step('HOLD', '2026-08-13', ready).stage).toBe('receiving');
    const moved = online
      .step('POSTPONE', '2026-08-07', { postponeReason: true, announcedOnSite: true })
      .step('RESCHEDULE', '2026-08-07', { newHeldOn: '2026-08-20', announcedOnSite: true });
    expect(moved.last.effects.filter(({ type }) => type === 'deadline.open')).toHaveLength(2);
    expect(codes(moved, 'HOLD', '2026-08-20', ready)).toEqual(['onlineNotified', 'lineTested']);
    expect(codes(moved, 'HOLD', '2026-08-13', ready)).toContain('dayHasCome');
  });

  it('ends at once where nothing was directed, else with its conclusion carried out', () => {
    const to = (over: Record<string, number>) =>
      plan(over).step('POST', '2026-08-05', posted).step('HOLD', '2026-08-13', hold).step('CONCLUDE', '2026-08-13');
    expect(to({}).step('CLOSE', '2026-08-13').last.outcome).toBe('held');
    expect(codes(to({ tasksTotal: 1, tasksOpen: 1 }), 'CLOSE', '2026-08-13')).toEqual(['nothingDirected']);
    const notified = to({ tasksTotal: 1, tasksOpen: 1 }).step('ISSUE_CONCLUSION', '2026-08-14', {
      documentNumber: true,
    });
    expect(codes(notified, 'CLOSE', '2026-08-20')).toEqual(['tasksDone']);
    expect(
      codes(
        plan({ visitsWithoutOutcome: 2 }).step('POST', '2026-08-05', posted).step('HOLD', '2026-08-13', hold),
        'CONCLUDE',
        '2026-08-13',
      ),
    ).toEqual(['visitsSettled']);
  });
});
