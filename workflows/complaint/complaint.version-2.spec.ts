import { checkMigration, type Facts } from '#libs/procedure';
import { Walk } from '../common/walk.js';
import { complaint } from './index.js';
import { MIGRATION_1_2 } from './migration-1-2.js';
import { complaint2 } from './v2/index.js';

const base = { petitionType: 'complaint', remote: false, groupSize: 1, actorRole: 'provinceChairman' };
const open = (facts: Facts) => Walk.open(complaint2, { ...base, ...facts });
const rules = (walk: Walk) => walk.last.effects.flatMap((one) => (one.type === 'deadline.open' ? [one.rule] : []));
const accept = { conditionsChecked: true, documentNumber: true };
const decree = { documentNumber: true, conclusion: 'wrong' };
const report = { conclusion: 'wrong', demandDiffers: false };

describe('the two instances of one complaint procedure', () => {
  const second = { instance: 'second', receivedOn: '2026-08-03', appealGround: 'disagree' };

  it('gives each file the clocks of its own instance and no other', () => {
    expect(rules(open({ receivedOn: '2026-08-03' }))).toEqual(['KN.ACCEPT.L1']);
    expect(rules(open(second))).toEqual(['KN.ACCEPT.L2']);
    const accepted = open({ ...second, firstDecisionOn: '2026-07-20' }).step('ACCEPT', '2026-08-05', accept);
    expect(accepted.last.effects).toContainEqual({
      type: 'deadline.open',
      rule: 'KN.RESOLVE.L2',
      startFact: 'occurredOn',
    });
    expect(rules(accepted)).toEqual(['KN.RESOLVE.L2']);
  });

  it('counts the window of the second complaint from receipt, or from the end of the first limit, rolled off days off', () => {
    // Thirty days from 4 July end on Monday 3 August; from 3 July on Sunday 2 August, so on Monday too.
    expect(open({ ...second, firstDecisionOn: '2026-07-03' }).step('ACCEPT', '2026-08-05', accept).stage).toBe(
      'accepted',
    );
    const late = open({ ...second, firstDecisionOn: '2026-07-01' });
    expect(late.refusal('ACCEPT', '2026-08-05', accept).unmet.map(({ code }) => code)).toEqual(['secondFiledInTime']);
    expect(late.step('ACCEPT', '2026-08-05', { ...accept, lateReasonAccepted: true }).stage).toBe('accepted');
    const remote = open({ ...second, firstDecisionOn: '2026-06-25' });
    expect(remote.step('ACCEPT', '2026-08-05', { ...accept, remotePlace: true }).last.effects).toContainEqual({
      type: 'deadline.open',
      rule: 'KN.RESOLVE.L2',
      startFact: 'occurredOn',
      variant: 'remote',
    });
    expect(open(second).refusal('ACCEPT', '2026-08-05', accept).unmet[0]?.citation).toContain('Đ.33');
    // A window that began before the Law did, mistyped, is refused and breaks nothing.
    expect(
      open({ ...second, firstDecisionOn: '1026-07-01' }).refusal('ACCEPT', '2026-08-05', accept).unmet,
    ).toHaveLength(1);
  });

  it('has no second look at one’s own decision, and never decides without a dialogue', () => {
    const accepted = open({ ...second, firstDecisionOn: '2026-07-20' }).step('ACCEPT', '2026-08-05', accept);
    expect(accepted.refusal('START_SELF_REVIEW', '2026-08-06').unmet[0]?.citation).toContain('Đ.29 k1');
    const reported = accepted
      .step('ASSIGN_VERIFICATION', '2026-08-06', { documentNumber: true, assigneeId: 1, verificationDays: 10 })
      .step('SUBMIT_REPORT', '2026-08-16', report);
    expect(reported.refusal('DECIDE', '2026-08-17', decree).unmet).toEqual([
      expect.objectContaining({ code: 'dialogueAtSecond', citation: expect.stringContaining('LKN Đ.39') }),
    ]);
    const first = open({ receivedOn: '2026-08-03' }).step('ACCEPT', '2026-08-05', accept);
    expect(first.refusal('ASSIGN_VERIFICATION', '2026-08-06', { documentNumber: true }).unmet[0]?.code).toBe(
      'verifiedAtSecond',
    );
  });

  it('is in force since its day when that is written down late, and by nobody’s guess of the day', () => {
    const decided = open({ receivedOn: '2026-08-03' })
      .step('ACCEPT', '2026-08-05', accept)
      .step('START_SELF_REVIEW', '2026-08-06')
      .step('DECIDE', '2026-08-07', { ...decree, conclusion: 'right' });
    const wrong = decided.refusal('DECLARE_EFFECTIVE', '2026-09-09', { effectiveOn: '2026-09-09' });
    expect(wrong.unmet).toEqual([
      expect.objectContaining({ code: 'effectiveOnStated', citation: expect.stringContaining('LKN Đ.44') }),
    ]);
    const late = decided.step('DECLARE_EFFECTIVE', '2026-09-09', { effectiveOn: '2026-09-07' });
    expect(late.stage).toBe('effective');
    expect(late.remembered.effectiveOn).toBe('2026-09-07');
    expect(late.last.effects).toContainEqual({
      type: 'deadline.open',
      rule: 'KN.ENFORCE',
      startFact: 'effectiveOn',
    });
    expect(late.step('SEND_DECISION', '2026-09-09').stage).toBe('effective');
  });

  it('issues the form of its instance', () => {
    const forms = (walk: Walk) => walk.last.effects.flatMap((one) => (one.type === 'document.issue' ? [one.form] : []));
    const decided = open({ receivedOn: '2026-08-03' })
      .step('ACCEPT', '2026-08-05', accept)
      .step('START_SELF_REVIEW', '2026-08-06')
      .step('DECIDE', '2026-08-07', { ...decree, conclusion: 'right' });
    expect(forms(decided)).toEqual(['ND124.15']);
    expect(rules(decided)).toEqual(['KN.SEND.L1', 'KN.PUBLISH', 'KN.EFFECT.L1']);
  });
});

describe('open files of version 1 in version 2', () => {
  it('have a place for every state of every region', () => {
    expect(checkMigration(MIGRATION_1_2, { from: complaint, to: complaint2 })).toEqual([]);
  });

  it('stay in the stage they are in', () => {
    for (const [from, to] of Object.entries(MIGRATION_1_2.stateMap.main!))
      if (complaint.stages[from]!.outcome === undefined) expect(to).toBe(from);
  });
});
