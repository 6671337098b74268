import { ruleById, variantFor } from './index.js';
import { ask } from './fixtures/ask.js';

describe('a complaint that is complex, remote, or both', () => {
  it.each([
    ['KN.RESOLVE.L1', undefined, '2026-08-19'],
    ['KN.RESOLVE.L1', 'complex', '2026-09-03'],
    ['KN.RESOLVE.L1', 'remote', '2026-09-03'],
    ['KN.RESOLVE.L1', 'remote_complex', '2026-09-18'],
    ['KN.RESOLVE.L2', undefined, '2026-09-03'],
    ['KN.RESOLVE.L2', 'complex', '2026-09-18'],
    ['KN.RESOLVE.L2', 'remote', '2026-09-18'],
    ['KN.RESOLVE.L2', 'remote_complex', '2026-09-28'],
    ['KL.RESOLVE', 'complex', '2026-09-03'],
    ['KN.APPEAL.L2', 'remote', '2026-09-03'],
  ] as const)('%s %s ends on %s', (id, variant, rawEnd) => {
    expect(ask(id, '2026-07-20', variant ? { variant } : {}).rawEnd).toBe(rawEnd);
  });

  it('is never extended: the limit moves once, by a finding', () => {
    expect(() => ask('KN.RESOLVE.L1', '2026-07-20', { extensions: 1 })).toThrow('Khiếu nại không có gia hạn');
    expect(ask('KN.RESOLVE.L1', '2026-07-20', { extensions: 0 }).due).toBe('2026-08-19');
  });

  it.each([
    ['TCD.REPLY', 'complex'],
    ['KN.RESOLVE.L1', 'specially_complex'],
    ['KL.RESOLVE', 'remote'],
    ['TC.RESOLVE', 'remote'],
  ] as const)('refuses %s as %s: the law has no such class', (id, variant) => {
    expect(() => ask(id, '2026-07-20', { variant })).toThrow('STATUTE.VARIANT_UNKNOWN');
  });
});

describe('other longer limits', () => {
  it('reads the ten days of a denunciation checked in several places as a total', () => {
    expect(ask('TC.REG', '2026-07-20').due).toBe('2026-07-29');
    expect(ask('TC.REG', '2026-07-20', { variant: 'complex' }).due).toBe('2026-08-03');
  });

  it('gives thirty days against a dismissal', () => {
    expect(ask('KL.TIMEBAR.L2', '2026-07-20').rawEnd).toBe('2026-07-30');
    expect(ask('KL.TIMEBAR.L2', '2026-07-20', { variant: 'dismissal' }).rawEnd).toBe('2026-08-19');
  });
});

describe('the class of a case, for rules that know fewer classes', () => {
  it.each([
    ['KN.RESOLVE.L1', 'remote_complex', 'remote_complex'],
    ['KN.EFFECT.L1', 'remote_complex', 'remote'],
    ['KL.RESOLVE', 'remote_complex', 'complex'],
    ['KN.EFFECT.L1', 'complex', 'standard'],
    ['KN.ACCEPT.L1', 'remote', 'standard'],
    ['TC.RESOLVE', 'specially_complex', 'specially_complex'],
    ['TC.REG', 'specially_complex', 'complex'],
  ] as const)('%s takes %s as %s', (id, given, taken) => {
    expect(variantFor(ruleById(id)!, given)).toBe(taken);
  });
});
