import { alarmOf, allRules, openKinds, ruleById, RULE_KIND_LABELS, RULE_UNIT_LABELS } from './index.js';

const idsWith = (alarm: string): readonly string[] =>
  allRules()
    .filter((rule) => alarmOf(rule) === alarm)
    .map((rule) => rule.id);

describe('which rules may be called overdue by law', () => {
  it('are maxima with a number in a text that was read', () => {
    for (const id of idsWith('legal'))
      expect(ruleById(id)).toMatchObject({ kind: 'maximum', citation: { mark: 'V' }, n: expect.any(Number) });
    expect(idsWith('legal')).toEqual(
      expect.arrayContaining(['KN.ACCEPT.L1', 'KN.RESOLVE.L1', 'TC.RESOLVE', 'TCD.REPLY']),
    );
  });

  it.each(['XLD.HANDLE', 'XLD.ARCHIVE', 'PAKN.DVCQG', 'BV.CA.DECIDE', 'TC.CRIME', 'KN.SUSPEND.ISSUE'])(
    '%s is an internal target at most',
    (id) => {
      expect(alarmOf(ruleById(id)!)).toBe('internal');
    },
  );

  it.each([
    'KN.EFFECT.L1',
    'KN.TIMEBAR',
    'KN.APPEAL.L2',
    'KN.POSTING.MIN',
    'TCD.DISCIPLINE',
    'KN.ACCEPT.ND124.OLD',
    'BV.DECIDE',
  ])('%s cannot be missed', (id) => {
    expect(alarmOf(ruleById(id)!)).toBe('none');
  });

  it('cover every kind and unit of the table with a conduct and a label', () => {
    for (const rule of allRules()) {
      expect(openKinds[rule.kind]).toBeDefined();
      expect(RULE_KIND_LABELS[rule.kind]).toMatch(/\S/);
      expect(RULE_UNIT_LABELS[rule.unit]).toMatch(/\S/);
    }
  });
});
