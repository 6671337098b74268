import { Walk } from '../common/walk.js';
import { complaint } from './index.js';

const byChairman = { actorRole: 'chairman', petitionType: 'complaint', remote: false, groupSize: 1 };
const accept = { conditionsChecked: true, documentNumber: true };

describe('one machine for both laws: an act is judged by the law of its own day', () => {
  const june = Walk.open(complaint, { ...byChairman, receivedOn: '2026-06-15' }).step('ACCEPT', '2026-06-22', accept);
  const suspend = { ground: 'AWAIT_RESULT', documentNumber: true };

  it('opens the acceptance clock from the day of receipt', () => {
    const opened = Walk.open(complaint, { ...byChairman, receivedOn: '2026-07-02' });
    expect(opened.stage).toBe('received');
    expect(opened.last.effects).toContainEqual({
      type: 'deadline.open',
      rule: 'KN.ACCEPT.L1',
      startFact: 'receivedOn',
    });
  });

  it('refuses suspension in June with the article that began in July', () => {
    const refusal = june.refusal('SUSPEND', '2026-06-30', suspend);
    expect(refusal.unmet).toEqual([
      expect.objectContaining({ code: 'newLaw', citation: expect.stringContaining('NĐ155 Đ.22 k1') }),
    ]);
    expect(refusal.detail).toContain('Tạm đình chỉ giải quyết');
  });

  it('suspends the June case in August, pauses the clock, and resumes where it stood', () => {
    const suspended = june.step('START_SELF_REVIEW', '2026-06-23').step('SUSPEND', '2026-08-03', suspend);
    expect(suspended.stage).toBe('suspended');
    expect(suspended.last.effects).toContainEqual({ type: 'deadline.pause', rule: 'KN.RESOLVE.L1' });
    expect(suspended.last.effects).toContainEqual({
      type: 'fact.remember',
      fact: 'suspendedFrom',
      from: 'stage',
      value: 'selfReviewing',
    });
    const resumed = suspended.step('RESUME', '2026-08-20', { groundEnded: true, documentNumber: true });
    expect(resumed.stage).toBe('selfReviewing');
    expect(resumed.last.effects).toContainEqual({
      type: 'deadline.open',
      rule: 'KN.RESUME.SEND',
      startFact: 'occurredOn',
    });
    expect(resumed.step('SEND_RESUMPTION', '2026-08-21').last.effects).toContainEqual({
      type: 'deadline.close',
      rule: 'KN.RESUME.SEND',
      outcome: 'met',
    });
  });

  it('asks proof for force majeure', () => {
    expect(
      june
        .refusal('SUSPEND', '2026-08-03', { ground: 'FORCE_MAJEURE', documentNumber: true })
        .unmet.map((one) => one.code),
    ).toEqual(['evidenceOnFile']);
  });

  it('discontinues on withdrawal by notice in June, by a decision that must be sent from July on', () => {
    const withdrawn = june.step('WITHDRAW', '2026-06-23', { form: 'application', signed: true });
    const order = { ground: 'WITHDRAWN', documentNumber: true };
    const before = withdrawn.step('DISCONTINUE', '2026-06-24', order);
    expect(before.last).toMatchObject({ to: 'closedByDiscontinuance', basis: [{ text: 'LKN Đ.10 (gốc)' }] });
    expect(before.last.effects.some((effect) => effect.type === 'document.issue')).toBe(false);
    const after = withdrawn.step('DISCONTINUE', '2026-07-01', order);
    expect(after.stage).toBe('discontinued');
    expect(after.last.effects).toContainEqual({
      type: 'deadline.open',
      rule: 'KN.SUSPEND.SEND',
      startFact: 'occurredOn',
    });
    expect(
      june.refusal('WITHDRAW', '2026-06-23', { form: 'record', signed: true }).unmet.map((one) => one.code),
    ).toEqual(['withdrawalForm']);
  });
});
