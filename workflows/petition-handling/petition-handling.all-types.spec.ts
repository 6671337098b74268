import { hashOf } from '#libs/procedure';
import { Walk } from '../common/walk.js';
import { petitionHandling } from './index.js';

const receive = (petitionType: string, more: Record<string, string | boolean> = {}) =>
  Walk.open(petitionHandling, { petitionType, receivedOn: '2026-07-02', actorRole: 'caseOfficer', ...more });
const clocksOpened = (walk: Walk): string[] =>
  walk.last.effects.flatMap((effect) => (effect.type === 'deadline.open' ? [effect.rule] : []));
const upTo = (walk: Walk, contentType: string, competent: boolean): Walk =>
  walk
    .step('CLASSIFY', '2026-07-03', { contentType })
    .step('CHECK_ELIGIBILITY', '2026-07-03', { eligible: true })
    .step('CHECK_COMPETENCE', '2026-07-06', { competent });

describe('a petition finds its way', () => {
  it('starts the clocks its type raises on the day of receipt', () => {
    expect(clocksOpened(receive('complaint'))).toEqual(['KN.ACCEPT.L1', 'XLD.HANDLE', 'TCD.DISCIPLINE']);
    expect(clocksOpened(receive('denunciation'))).toEqual(['TC.REG', 'TCD.DISCIPLINE']);
    expect(clocksOpened(receive('denunciation', { channel: 'online' }))).toEqual(['XLD.HANDLE', 'TCD.DISCIPLINE']);
    expect(clocksOpened(receive('feedback'))).toEqual(['XLD.HANDLE', 'TCD.DISCIPLINE']);
    expect(clocksOpened(receive('mixed'))).toEqual(['KN.ACCEPT.L1', 'TC.REG', 'XLD.HANDLE', 'TCD.DISCIPLINE']);
    expect(clocksOpened(receive('complaint', { receivedOn: '2026-06-29' }))).toEqual(['KN.ACCEPT.L1', 'XLD.HANDLE']);
  });

  it('opens a complaint file for a complaint within competence', () => {
    const proposed = upTo(receive('complaint'), 'complaint', true).step('PROPOSE_ACCEPTANCE', '2026-07-07');
    expect(proposed.last).toMatchObject({ to: 'complaintOpened', closed: true, outcome: 'acceptanceProposed' });
    expect(proposed.last.effects).toContainEqual({ type: 'case.spawn', procedure: 'complaint' });
  });

  it('changes clocks when the content is not what the title said', () => {
    const reread = receive('feedback').step('CLASSIFY', '2026-07-03', { contentType: 'complaint' });
    expect(clocksOpened(reread)).toEqual(['KN.ACCEPT.L1']);
    const back = reread.step('CLASSIFY', '2026-07-03', { contentType: 'denunciation' });
    expect(back.last.effects).toContainEqual({ type: 'deadline.close', rule: 'KN.ACCEPT.L1', outcome: 'void' });
    expect(clocksOpened(back)).toEqual(['TC.REG']);
  });

  it('guides once only', () => {
    const guide = { receivingBody: true, documentNumber: true };
    expect(upTo(receive('complaint'), 'complaint', false).step('GUIDE', '2026-07-07', guide).stage).toBe('guided');
    const again = upTo(receive('complaint', { guidedBefore: true }), 'complaint', false);
    expect(again.refusal('GUIDE', '2026-07-07', guide).unmet.map((one) => one.code)).toEqual(['notGuidedBefore']);
    expect(again.step('FILE', '2026-07-07').last.outcome).toBe('filed');
  });

  it('returns a forwarded complaint and transfers one only from 01/07/2026', () => {
    const forwarded = upTo(receive('complaint', { forwarderKind: 'deputy' }), 'complaint', false);
    expect(forwarded.step('RETURN_TO_FORWARDER', '2026-07-07', { documentNumber: true }).last.outcome).toBe('returned');
    const june = Walk.open(petitionHandling, {
      petitionType: 'complaint',
      receivedOn: '2026-06-15',
      actorRole: 'caseOfficer',
    })
      .step('CLASSIFY', '2026-06-16', { contentType: 'complaint' })
      .step('CHECK_ELIGIBILITY', '2026-06-16', { eligible: true })
      .step('CHECK_COMPETENCE', '2026-06-17', { competent: false });
    expect(june.refusal('TRANSFER', '2026-06-18', { documentNumber: true }).unmet.map((one) => one.code)).toEqual([
      'transferAllowed',
    ]);
    expect(june.step('TRANSFER', '2026-07-01', { documentNumber: true }).last.outcome).toBe('transferred');
  });

  it('gives a denunciation elsewhere its five working days and waits for the decision at home', () => {
    const elsewhere = upTo(receive('denunciation'), 'denunciation', false);
    expect(clocksOpened(elsewhere)).toEqual(['TC.TRANSFER']);
    expect(elsewhere.step('TRANSFER', '2026-07-08', { documentNumber: true }).last.effects).toContainEqual({
      type: 'deadline.close',
      rule: 'TC.TRANSFER',
      outcome: 'met',
    });
    const home = upTo(receive('denunciation'), 'denunciation', true).step('PROPOSE_ACCEPTANCE', '2026-07-07');
    expect(home.last).toMatchObject({ to: 'proposedAcceptance', closed: false });
    expect(home.last.effects.some((effect) => effect.type === 'deadline.close' && effect.rule === 'TC.REG')).toBe(
      false,
    );
  });

  it('splits a mixed petition and handles no part of it unsplit', () => {
    const mixed = receive('mixed').step('CLASSIFY', '2026-07-03', { contentType: 'mixed' });
    expect(mixed.refusal('CHECK_ELIGIBILITY', '2026-07-03', { eligible: true }).unmet.map((one) => one.code)).toContain(
      'notMixed',
    );
    expect(mixed.step('SPLIT', '2026-07-03').last.effects).toContainEqual({
      type: 'case.spawn',
      procedure: 'petition-handling',
      per: 'content',
    });
  });

  it('stays what open files follow, to the letter', () => {
    expect(hashOf(petitionHandling)).toBe('06c29e9d1cb09eb2d72dca4f62cc4317d806418886bfa7de06f0e44ce36869ec');
  });
});
