import type { AgencyId, LocalDate } from '#libs/shared';
import { type Target, targetOn } from './targets.js';

const commune = 2 as AgencyId;
const province = 1 as AgencyId;
const target = (more: Partial<Target>): Target => ({
  id: '1',
  agencyId: province,
  rate: 'resolution',
  perMille: 850,
  kind: 'plan',
  source: 'Kế hoạch 12/KH-UBND',
  from: '2026-01-01' as LocalDate,
  setByName: '',
  setAt: new Date('2026-01-05T02:00:00Z'),
  withdrawnAt: null,
  withdrawReason: null,
  ...more,
});
const asked = {
  rate: 'resolution' as const,
  line: [commune, province],
  day: '2026-06-14' as LocalDate,
  knownAt: new Date('2026-06-20T00:00:00Z'),
};

describe('the target of a rate', () => {
  it('is the agency’s own before that of the province', () => {
    const own = target({ id: '2', agencyId: commune, perMille: 900, kind: 'internal' });
    expect(targetOn([target({}), own], asked)?.perMille).toBe(900);
    expect(targetOn([target({})], asked)?.perMille).toBe(850);
    expect(targetOn([own], { ...asked, line: [province] })).toBeNull();
  });

  it('is the one in force on the last day of the period, as known then', () => {
    const later = target({ id: '2', perMille: 870, from: '2026-06-01' as LocalDate });
    expect(targetOn([target({}), later], asked)?.perMille).toBe(870);
    expect(targetOn([target({}), later], { ...asked, day: '2026-05-31' as LocalDate })?.perMille).toBe(850);
    const withdrawn = { ...later, withdrawnAt: new Date('2026-06-10T00:00:00Z'), withdrawReason: 'nhầm' };
    expect(targetOn([target({}), withdrawn], asked)?.perMille).toBe(850);
    expect(targetOn([withdrawn], { ...asked, knownAt: new Date('2026-06-05T00:00:00Z') })?.perMille).toBe(870);
    expect(targetOn([later], { ...asked, knownAt: new Date('2026-01-01T00:00:00Z') })).toBeNull();
  });
});
