import { localDate } from '#libs/shared';
import { ruleById, rulePackProblems, type TimeLimitRule, validateRulePacks } from './index.js';

const base = ruleById('KN.ACCEPT.L1')!;
const old = ruleById('KN.ACCEPT.L1.OLD')!;
const reading = ruleById('KN.ACCEPT.ND124.OLD')!;
const on = localDate;

describe('the boot check of the rule packs', () => {
  it('passes on what is shipped', () => {
    expect(() => validateRulePacks()).not.toThrow();
    expect(rulePackProblems([base, old, reading])).toEqual([]);
  });

  it.each<[string, readonly TimeLimitRule[], string]>([
    ['overlap', [base, { ...old, effectiveTo: on('2026-07-01') }, reading], 'KN.ACCEPT.L1.OLD: overlaps KN.ACCEPT.L1'],
    [
      'open end before a successor',
      [base, { ...old, effectiveTo: null }, reading],
      'KN.ACCEPT.L1.OLD: overlaps KN.ACCEPT.L1',
    ],
    ['missing citation', [{ ...base, citation: { text: ' ', mark: 'V' } }], 'KN.ACCEPT.L1: no citation'],
    ['missing title', [{ ...base, title: '' }], 'KN.ACCEPT.L1: no title'],
    [
      'end without reason',
      [{ ...base, effectiveTo: on('2027-01-01') }],
      'KN.ACCEPT.L1: ends without successor or reason',
    ],
    ['two rows of one id', [base, base], 'KN.ACCEPT.L1: defined twice'],
    ['unknown reading', [{ ...base, alternativeReadings: ['NOPE'] }], 'KN.ACCEPT.L1: unknown reading NOPE'],
    [
      'reading of another time',
      [{ ...base, alternativeReadings: [reading.id] }, reading],
      `KN.ACCEPT.L1: ${reading.id} is never in force with it`,
    ],
    ['number missing', [{ ...base, n: null }], 'KN.ACCEPT.L1: no number for unit working_day'],
    [
      'variant that shortens',
      [{ ...base, variants: { complex: 5 } }],
      'KN.ACCEPT.L1: variant complex does not lengthen the limit',
    ],
    ['version of nothing', [{ ...base, ruleId: 'GONE' }], 'KN.ACCEPT.L1: version of unknown rule GONE'],
    [
      'validity turned round',
      [{ ...base, effectiveTo: on('2026-06-30'), note: 'x' }],
      'KN.ACCEPT.L1: ends before it begins',
    ],
  ])('names %s', (_what, rules, problem) => {
    expect(rulePackProblems(rules)).toContain(problem);
  });

  it('names a gap without reason, and accepts one with a note', () => {
    const { note: _, ...ended } = { ...old, effectiveTo: on('2026-06-29') };
    expect(rulePackProblems([base, ended, reading])).toEqual(['KN.ACCEPT.L1.OLD: gap before KN.ACCEPT.L1']);
    expect(rulePackProblems([base, { ...ended, note: 'lý do' }, reading])).toEqual([]);
  });
});
