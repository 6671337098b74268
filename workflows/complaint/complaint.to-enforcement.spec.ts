import { Walk } from '../common/walk.js';
import { complaint } from './index.js';

const number = { documentNumber: true };
const file = {
  actorRole: 'chairman',
  petitionType: 'complaint',
  receivedOn: '2026-07-02',
  remote: false,
  groupSize: 1,
};
const rules = (walk: Walk, type: string): string[] =>
  walk.last.effects.flatMap((effect) => (effect.type === type && 'rule' in effect ? [effect.rule] : []));
const verifying = (facts = {}): Walk =>
  Walk.open(complaint, { ...file, ...facts })
    .step('ACCEPT', '2026-07-08', { ...number, conditionsChecked: true, groupPapersComplete: true })
    .step('START_SELF_REVIEW', '2026-07-09')
    .step('ASSIGN_VERIFICATION', '2026-07-10', { ...number, assigneeId: 7, verificationDays: 10 });
const reported = (demandDiffers: boolean, facts = {}): Walk =>
  verifying(facts).step('SUBMIT_REPORT', '2026-07-20', { conclusion: 'partlyRight', demandDiffers });
const decided = (facts = {}): Walk =>
  reported(false, facts).step('DECIDE', '2026-07-27', { ...number, conclusion: 'partlyRight' });

describe('a complaint walks to its end', () => {
  it('opens, meets and hands on each clock', () => {
    const opened = Walk.open(complaint, file);
    expect(rules(opened, 'deadline.open')).toEqual(['KN.ACCEPT.L1']);
    const accepted = opened.step('ACCEPT', '2026-07-08', { ...number, conditionsChecked: true });
    expect([rules(accepted, 'deadline.close'), rules(accepted, 'deadline.open')]).toEqual([
      ['KN.ACCEPT.L1'],
      ['KN.RESOLVE.L1'],
    ]);
    const done = decided();
    expect(rules(done, 'deadline.close')).toEqual(['KN.RESOLVE.L1']);
    expect(rules(done, 'deadline.open')).toEqual(['KN.SEND.L1', 'KN.PUBLISH', 'KN.EFFECT.L1']);
    const sent = done.step('SEND_DECISION', '2026-07-29');
    expect(rules(sent, 'deadline.close')).toEqual(['KN.SEND.L1']);
    const delivered = sent.step('RECORD_DELIVERY', '2026-07-31', {
      paper: 'decision',
      addressee: 'complainant',
      proof: 'postal',
    });
    expect(rules(delivered, 'deadline.open')).toEqual(['KN.APPEAL.L2']);
    const published = delivered.step('PUBLISH_DECISION', '2026-08-03', { channel: 'posting' });
    expect(rules(published, 'deadline.open')).toEqual(['KN.POSTING.MIN']);
    expect(published.refusal('END_POSTING', '2026-08-17').unmet.map((one) => one.code)).toEqual(['postingOver']);
    const posted = published.step('END_POSTING', '2026-08-18');
    expect(posted.refusal('DECLARE_EFFECTIVE', '2026-08-26').unmet.map((one) => one.code)).toEqual(['effectDay']);
    const effective = posted.step('DECLARE_EFFECTIVE', '2026-08-27');
    expect(rules(effective, 'deadline.open')).toEqual(['KN.ENFORCE']);
    const closed = effective.step('ENFORCE', '2026-08-31', number).step('CLOSE', '2026-10-05', { fileIndexed: true });
    expect(closed.last).toMatchObject({ closed: true, outcome: 'enforced' });
  });

  it('opens an appeal window on no other delivery', () => {
    const other = decided().step('RECORD_DELIVERY', '2026-07-28', {
      paper: 'decision',
      addressee: 'respondent',
      proof: 'handover',
    });
    expect(rules(other, 'deadline.open')).toEqual([]);
  });

  it('counts longer where travel is hard, and answers the Front within its own limit', () => {
    const remote = decided({ remote: true, forwarderKind: 'front' });
    expect(remote.last.effects).toContainEqual({
      type: 'deadline.open',
      rule: 'KN.EFFECT.L1',
      startFact: 'occurredOn',
      variant: 'remote',
    });
    expect(rules(remote, 'deadline.open')).toContain('KN.MTTQ');
    expect(remote.refusal('NOTIFY_FORWARDER', '2026-07-28').unmet.map((one) => one.code)).toEqual(['documentNumber']);
    const effective = remote.step('SEND_DECISION', '2026-07-28');
    expect(effective.refusal('DECLARE_EFFECTIVE', '2026-08-27').unmet.map((one) => one.code)).toEqual(['effectDay']);
    expect(effective.step('DECLARE_EFFECTIVE', '2026-09-11').stage).toBe('effective');
  });

  it('decides at once what self-review finds right, and only that', () => {
    const review = Walk.open(complaint, file)
      .step('ACCEPT', '2026-07-08', { ...number, conditionsChecked: true })
      .step('START_SELF_REVIEW', '2026-07-09');
    expect(review.step('DECIDE', '2026-07-10', { ...number, conclusion: 'right' }).stage).toBe('decided');
    expect(
      review.refusal('DECIDE', '2026-07-10', { ...number, conclusion: 'wrong' }).unmet.map((one) => one.code),
    ).toEqual(['foundRight']);
  });

  it('hears the parties where the result is not what they said', () => {
    const differing = { conclusion: 'wrong', demandDiffers: false, resultDiffersFromParties: true };
    expect(
      verifying()
        .refusal('SUBMIT_REPORT', '2026-07-20', differing)
        .unmet.map((one) => one.code),
    ).toEqual(['partiesHeard']);
    expect(verifying().step('HEAR_PARTIES', '2026-07-17').step('SUBMIT_REPORT', '2026-07-20', differing).stage).toBe(
      'reported',
    );
  });

  it('lets an officer key a resolver’s act from the signed paper only', () => {
    const opened = Walk.open(complaint, { ...file, actorRole: 'caseOfficer' });
    expect(
      opened.refusal('ACCEPT', '2026-07-08', { ...number, conditionsChecked: true }).unmet.map((one) => one.code),
    ).toEqual(['signedByResolver']);
    expect(
      opened.step('ACCEPT', '2026-07-08', { ...number, conditionsChecked: true, signedBy: 'deputyChairman' }).stage,
    ).toBe('accepted');
  });

  it('accepts many complainants with all signatures and a named representative', () => {
    const group = Walk.open(complaint, { ...file, groupSize: 6 });
    expect(group.refusal('ACCEPT', '2026-07-08', { ...number, conditionsChecked: true }).unmet).toEqual([
      expect.objectContaining({ code: 'groupPapers', citation: 'LKN Đ.8 k4; NĐ124 Đ.16 k1' }),
    ]);
  });

  it('refuses acceptance by the closed list of Đ.11 only', () => {
    const opened = Walk.open(complaint, file);
    expect(
      opened.refusal('REFUSE_ACCEPTANCE', '2026-07-08', { ...number, ground: 'BUSY' }).unmet.map((one) => one.code),
    ).toEqual(['refusalGround']);
    expect(opened.step('REFUSE_ACCEPTANCE', '2026-07-08', { ...number, ground: 'TIME_BARRED' }).last.outcome).toBe(
      'notAccepted',
    );
  });

  it('prolongs once, by a written finding on one of the seven grounds', () => {
    const finding = { ...number, ground: 'SEVERAL_CONTENTS', variant: 'complex' };
    const prolonged = verifying().step('FIND_COMPLEX', '2026-07-20', finding);
    expect(prolonged.last.effects).toContainEqual({
      type: 'deadline.prolong',
      rule: 'KN.RESOLVE.L1',
      variantFact: 'variant',
    });
    expect(prolonged.refusal('FIND_COMPLEX', '2026-07-21', finding).unmet.map((one) => one.code)).toEqual([
      'notProlonged',
    ]);
    expect(
      verifying()
        .refusal('FIND_COMPLEX', '2026-07-20', { ...finding, ground: 'BUSY' })
        .unmet.map((one) => one.code),
    ).toEqual(['complexityGround']);
    expect(
      verifying({ remote: true })
        .refusal('FIND_COMPLEX', '2026-07-20', finding)
        .unmet.map((one) => one.code),
    ).toEqual(['variantFits']);
  });
});

describe('dialogue', () => {
  it('is owed where demand and result differ', () => {
    expect(
      reported(true)
        .refusal('DECIDE', '2026-07-27', { ...number, conclusion: 'wrong' })
        .unmet.map((one) => one.code),
    ).toEqual(['dialogueNotOwed']);
  });

  it('is announced five days ahead from 01/07/2026, without a minimum before', () => {
    expect(
      reported(true)
        .refusal('CALL_DIALOGUE', '2026-07-21', { ...number, dialogueOn: '2026-07-25' })
        .unmet.map((one) => one.code),
    ).toEqual(['dialogueNoticeInTime']);
    const june = Walk.open(complaint, { ...file, receivedOn: '2026-05-04' })
      .step('ACCEPT', '2026-05-11', { ...number, conditionsChecked: true })
      .step('START_SELF_REVIEW', '2026-05-12')
      .step('ASSIGN_VERIFICATION', '2026-05-13', number)
      .step('SUBMIT_REPORT', '2026-05-29', { conclusion: 'wrong', demandDiffers: true });
    expect(june.step('CALL_DIALOGUE', '2026-06-01', { ...number, dialogueOn: '2026-06-03' }).stage).toBe('dialogue');
  });

  it('goes on without a complainant who stays away for no good reason', () => {
    const called = reported(true).step('CALL_DIALOGUE', '2026-07-21', { ...number, dialogueOn: '2026-07-27' });
    expect(
      called.refusal('DECIDE', '2026-07-28', { ...number, conclusion: 'wrong' }).unmet.map((one) => one.code),
    ).toEqual(['dialogueRecorded']);
    expect(
      called.refusal('RECORD_DIALOGUE', '2026-07-27', { attendance: 'absentWithReason' }).unmet.map((one) => one.code),
    ).toEqual(['attendanceAllows']);
    expect(
      called.refusal('RECORD_DIALOGUE', '2026-07-24', { attendance: 'present' }).unmet.map((one) => one.code),
    ).toEqual(['dialogueDayReached']);
    const held = called.step('RECORD_DIALOGUE', '2026-07-27', { attendance: 'absentWithoutReason' });
    expect(held.step('DECIDE', '2026-07-28', { ...number, conclusion: 'wrong' }).stage).toBe('decided');
  });

  it('called again must be held again', () => {
    const again = reported(true)
      .step('CALL_DIALOGUE', '2026-07-21', { ...number, dialogueOn: '2026-07-27' })
      .step('RECORD_DIALOGUE', '2026-07-27', { attendance: 'present' })
      .step('CALL_DIALOGUE', '2026-07-28', { ...number, dialogueOn: '2026-08-04' });
    expect(
      again.refusal('DECIDE', '2026-08-04', { ...number, conclusion: 'wrong' }).unmet.map((one) => one.code),
    ).toEqual(['dialogueRecorded']);
  });
});

describe('ways out', () => {
  const withdrawal = { form: 'record', signed: true };

  it('withdraws in part by the new law only', () => {
    const part = { ...withdrawal, scope: 'content' };
    expect(verifying().step('WITHDRAW_PART', '2026-07-20', part).stage).toBe('verifying');
    const june = Walk.open(complaint, { ...file, receivedOn: '2026-06-08' }).step('ACCEPT', '2026-06-12', {
      ...number,
      conditionsChecked: true,
    });
    expect(june.refusal('WITHDRAW_PART', '2026-06-22', part).unmet.map((one) => one.code)).toEqual([
      'newLaw',
      'withdrawalForm',
    ]);
    expect(june.step('WITHDRAW_PART', '2026-07-06', part).stage).toBe('accepted');
  });

  it('discontinues a withdrawn file by decision and sends it', () => {
    const withdrawn = verifying().step('WITHDRAW', '2026-07-20', withdrawal);
    expect(withdrawn.stage).toBe('withdrawn');
    const stopped = withdrawn.step('DISCONTINUE', '2026-07-20', { ...number, ground: 'WITHDRAWN' });
    expect(rules(stopped, 'deadline.open')).toEqual(['KN.SUSPEND.SEND']);
    expect(stopped.step('SEND_DISCONTINUANCE', '2026-07-22').last).toMatchObject({
      closed: true,
      outcome: 'discontinued',
    });
    expect(
      verifying()
        .refusal('DISCONTINUE', '2026-07-20', { ...number, ground: 'WITHDRAWN' })
        .unmet.map((one) => one.code),
    ).toEqual(['discontinueGround']);
  });

  it('goes on where the withdrawal was forced', () => {
    const withdrawn = verifying().step('WITHDRAW', '2026-07-20', withdrawal);
    expect(withdrawn.step('CONTINUE_AFTER_COERCION', '2026-07-22', { coercionEvidence: true }).stage).toBe('verifying');
  });

  it('keeps a group going until all withdraw', () => {
    const group = verifying({ groupSize: 6 });
    expect(group.refusal('WITHDRAW', '2026-07-20', withdrawal).unmet.map((one) => one.code)).toEqual(['allWithdraw']);
    expect(group.step('WITHDRAW', '2026-07-20', { ...withdrawal, allWithdraw: true }).stage).toBe('withdrawn');
  });

  it('stays the challenged decision beside the resolution', () => {
    const stayed = verifying().step('ISSUE_STAY', '2026-07-13', { ...number, hardToRepair: true });
    expect([stayed.stage, stayed.last.regions.stay]).toEqual(['verifying', 'stayed']);
    expect(stayed.step('LIFT_STAY', '2026-07-20', number).last.regions.stay).toBe('lifted');
    expect(
      decided()
        .refusal('ISSUE_STAY', '2026-07-28', { ...number, hardToRepair: true })
        .unmet.map((one) => one.code),
    ).toEqual(['beingResolved']);
  });

  it('takes a timely appeal up, whether or not the decision had become effective', () => {
    const delivered = decided()
      .step('SEND_DECISION', '2026-07-29')
      .step('RECORD_DELIVERY', '2026-08-10', { paper: 'decision', addressee: 'complainant', proof: 'handover' });
    const effective = delivered.step('DECLARE_EFFECTIVE', '2026-08-27');
    expect(
      effective.refusal('NOTE_APPEAL', '2026-09-10', { appealGround: 'disagree' }).unmet.map((one) => one.code),
    ).toEqual(['appealInTime']);
    const appealed = effective.step('NOTE_APPEAL', '2026-09-09', { appealGround: 'disagree' });
    expect([appealed.stage, appealed.last.regions.recourse]).toEqual(['effective', 'appealed']);
    expect(appealed.step('HAND_OVER_FILE', '2026-09-10', { ...number, fileIndexed: true }).last.outcome).toBe(
      'secondInstance',
    );
    const before = delivered.step('NOTE_APPEAL', '2026-08-20', { appealGround: 'disagree' });
    expect(rules(before, 'deadline.close')).toEqual(['KN.EFFECT.L1', 'KN.APPEAL.L2']);
    expect(before.refusal('DECLARE_EFFECTIVE', '2026-08-27').unmet.map((one) => one.code)).toEqual(['notAppealed']);
  });

  it('hands an unresolved file up only for lateness', () => {
    const late = verifying().step('NOTE_APPEAL', '2026-08-10', { appealGround: 'overdue' });
    expect(late.step('HAND_OVER_FILE', '2026-08-11', { ...number, fileIndexed: true }).stage).toBe('passedUp');
    expect(
      verifying()
        .refusal('NOTE_APPEAL', '2026-08-07', { appealGround: 'overdue' })
        .unmet.map((one) => one.code),
    ).toEqual(['appealRight']);
    expect(
      verifying()
        .refusal('NOTE_APPEAL', '2026-08-10', { appealGround: 'disagree' })
        .unmet.map((one) => one.code),
    ).toEqual(['appealRight']);
  });
});
