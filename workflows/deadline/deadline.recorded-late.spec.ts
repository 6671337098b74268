import { localDate } from '#libs/shared';
import { moveDeadline, rungOf, settlingEvent, type DeadlineEvent, type DeadlineState } from './index.js';

const dueOn = localDate('2026-07-13');
const on = (day: string) => ({ occurredOn: localDate(day), dueOn, kind: 'maximum' });
const after = (start: DeadlineState, ...events: readonly DeadlineEvent[]): DeadlineState =>
  events.reduce((state, type) => {
    const moved = moveDeadline(state, type, on('2026-07-20'));
    if (!moved.ok) throw new Error(moved.error.detail);
    return moved.value.state;
  }, start);

describe('a time limit', () => {
  it('reminds, lapses and climbs four rungs, no fifth', () => {
    expect(after('running', 'REMIND', 'REMIND', 'LAPSE', 'ESCALATE')).toBe('rung1');
    expect(after('rung1', 'ESCALATE', 'ESCALATE', 'ESCALATE')).toBe('rung4');
    expect(rungOf('rung4')).toBe(4);
    expect(moveDeadline('rung4', 'ESCALATE', on('2026-07-20')).ok).toBe(false);
  });

  it('counts an act by its own day: keyed late after a rung it is met, and the rungs are annulled', () => {
    expect(settlingEvent('rung2', on('2026-07-13'))).toBe('RECORD_LATE');
    const moved = moveDeadline('rung2', 'RECORD_LATE', on('2026-07-13'));
    expect(moved).toMatchObject({
      ok: true,
      value: { state: 'met', closed: true, effects: [{ type: 'notify', topic: 'deadline.rungsAnnulled' }] },
    });
    expect(moveDeadline('rung2', 'RECORD_LATE', on('2026-07-14')).ok).toBe(false);
  });

  it('is met late after the due day, whether or not the alarm had rung', () => {
    for (const state of ['running', 'dueSoon', 'extended', 'overdue', 'rung3'] as const) {
      expect(settlingEvent(state, on('2026-07-14'))).toBe('MEET_LATE');
      expect(moveDeadline(state, 'MEET_LATE', on('2026-07-14'))).toMatchObject({
        ok: true,
        value: { state: 'metLate' },
      });
    }
  });

  it('never lets an effect date or a minimum lapse', () => {
    const moved = moveDeadline('running', 'LAPSE', { ...on('2026-07-14'), kind: 'effect_date' });
    expect(moved).toMatchObject({ ok: false, error: { unmet: [{ code: 'lapses' }] } });
  });

  it('resumes as it was', () => {
    expect(moveDeadline('paused', 'RESUME', { ...on('2026-07-10'), extended: true })).toMatchObject({
      ok: true,
      value: { state: 'extended' },
    });
    expect(moveDeadline('paused', 'RESUME', { ...on('2026-07-10'), extended: false })).toMatchObject({
      ok: true,
      value: { state: 'running' },
    });
  });

  it('stays settled', () => {
    for (const state of ['met', 'metLate', 'void'] as const)
      expect(moveDeadline(state, 'VOID', on('2026-07-10'))).toMatchObject({ ok: false, error: { allowed: [] } });
  });
});
