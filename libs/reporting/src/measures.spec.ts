import fc from 'fast-check';
import { addDays, localDate, type AgencyId, type LocalDate, type UserId } from '#libs/shared';
import type { CaseFact, Facts, Period } from './facts.js';
import { figureOf, listOf, MEASURE_IDS, MEASURES, measureOf, UNIT_TITLES, type MeasureId } from './measures.js';
import { perMille, RATE_IDS, RATES, rateText } from './rates.js';

const START = localDate('2026-01-01');
const day = fc.integer({ min: 0, max: 364 }).map((n) => addDays(START, n));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

/** Histories as procedures leave them: accepted, later resolved or ended otherwise or still running. */
const caseFact: fc.Arbitrary<CaseFact> = fc
  .record({
    id: fc.uuid(),
    procedure: fc.constantFrom('complaint', 'disciplinary-complaint', 'denunciation', 'feedback', 'petition-handling'),
    agency: fc.integer({ min: 1, max: 4 }),
    receivedOn: day,
    acceptedAfter: maybe(fc.nat(40)),
    resolvedAfter: maybe(fc.nat(120)),
    endedAfter: maybe(fc.nat(60)),
    limit: maybe(fc.integer({ min: 1, max: 90 })),
    rolled: fc.nat(4),
    how: fc.constantFrom('resolved' as const, 'discontinued' as const),
  })
  .map(({ id, procedure, agency, receivedOn, acceptedAfter, resolvedAfter, endedAfter, limit, rolled, how }) => {
    const acceptedOn = acceptedAfter === null ? null : addDays(receivedOn, acceptedAfter);
    const resolvedOn = acceptedOn === null || resolvedAfter === null ? null : addDays(acceptedOn, resolvedAfter);
    const endedOn = endedAfter === null ? null : addDays(resolvedOn ?? acceptedOn ?? receivedOn, endedAfter);
    const rawEnd = acceptedOn === null || limit === null ? null : addDays(acceptedOn, limit);
    return {
      ...{
        caseId: id,
        petitionId: id,
        parentCaseId: null,
        registerLabel: '1/2026',
        petitionType: 'complaint' as const,
      },
      ...{ field: 'Đất đai', agencyId: agency as AgencyId, procedure, procedureVersion: 1, protected: false },
      ...{ receivedOn, openedOn: receivedOn, stage: 'any', outcome: endedOn === null ? null : 'closed', endedOn },
      ...{ acceptedOn, resolvedOn, resolvedAs: resolvedOn === null ? null : how, leaderId: 1 as UserId },
      ...{ dueOn: rawEnd === null ? null : addDays(rawEnd, rolled), rawEnd },
    };
  });
const facts = fc.array(caseFact, { maxLength: 60 }).map((cases): Facts => ({ cases, petitions: [], visits: [] }));
const period: fc.Arbitrary<Period> = fc
  .tuple(day, fc.nat(200))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));
const CASES = MEASURE_IDS.filter((id) => measureOf(id).over === 'cases');

/** Counted a second time, from the sentences of the definitions, one case after another. */
function recount(id: MeasureId, { cases }: Facts, { from, to }: Period): number {
  let count = 0;
  for (const one of cases) {
    if (!['complaint', 'disciplinary-complaint', 'denunciation'].includes(one.procedure)) continue;
    if (one.acceptedOn === null || one.acceptedOn > to) continue;
    const over = [one.resolvedOn, one.endedOn].filter((on): on is LocalDate => on !== null).sort()[0] ?? '9999-12-31';
    if (over < from) continue;
    const resolvedInIt = one.resolvedOn !== null && one.resolvedOn >= from && one.resolvedOn <= to;
    const overdue = one.dueOn !== null && one.dueOn <= to;
    const late = one.dueOn !== null && one.resolvedOn !== null && one.resolvedOn > one.dueOn;
    const table: Partial<Record<MeasureId, boolean>> = {
      carriedOver: one.acceptedOn < from,
      accepted: one.acceptedOn >= from,
      inCompetence: true,
      resolved: resolvedInIt,
      resolvedOrDue: resolvedInIt || overdue,
      stillOpen: over > to,
      resolvedTimed: resolvedInIt && one.dueOn !== null,
      onTime: resolvedInIt && one.dueOn !== null && !late,
      onTimeRaw: resolvedInIt && one.rawEnd !== null && one.resolvedOn! <= one.rawEnd,
      late: resolvedInIt && late,
      dueTimed: one.dueOn !== null && (resolvedInIt || overdue),
    };
    if (table[id]) count += 1;
  }
  return count;
}

describe('measures', () => {
  it.each(CASES)('%s equals a slow recount for any history and period', (id) => {
    fc.assert(fc.property(facts, period, (some, when) => figureOf(id, some, when) === recount(id, some, when)));
  });

  it('a figure is the weight of its list, and no row stands in it twice', () => {
    fc.assert(
      fc.property(facts, period, fc.constantFrom(...MEASURE_IDS), (some, when, id) => {
        const list = listOf(id, some, when);
        expect(list.reduce((sum, { weight }) => sum + weight, 0)).toBe(figureOf(id, some, when));
        expect(new Set(list.map(({ fact }) => fact)).size).toBe(list.length);
      }),
    );
  });

  it('parts make up their whole', () => {
    fc.assert(
      fc.property(facts, period, (some, when) => {
        const of = (id: MeasureId) => figureOf(id, some, when);
        expect(of('carriedOver') + of('accepted')).toBe(of('inCompetence'));
        expect(of('onTime') + of('late')).toBe(of('resolvedTimed'));
        expect(of('onTimeRaw')).toBeLessThanOrEqual(of('onTime'));
        expect(of('resolved')).toBeLessThanOrEqual(of('resolvedOrDue'));
        expect(of('resolvedOrDue')).toBeLessThanOrEqual(of('inCompetence'));
        expect(of('resolvedTimed')).toBeLessThanOrEqual(of('dueTimed'));
      }),
    );
  });

  it('what a period leaves open the next one carries over', () => {
    fc.assert(
      fc.property(facts, period, fc.nat(120), (some, when, days) => {
        const next = { from: addDays(when.to, 1), to: addDays(when.to, 1 + days) };
        expect(figureOf('carriedOver', some, next)).toBe(figureOf('stillOpen', some, when));
      }),
    );
  });

  it('each says in Vietnamese what it counts, in which counter, and from where', () => {
    for (const { title, says, source, unit } of Object.values(MEASURES)) {
      expect(Object.keys(UNIT_TITLES)).toContain(unit);
      expect([title, says, source].every((text) => /[à-ỹđ]/i.test(text))).toBe(true);
    }
  });
});

describe('rates', () => {
  it('stand between nothing and the whole, with numerator within denominator', () => {
    fc.assert(
      fc.property(facts, period, fc.constantFrom(...RATE_IDS), (some, when, rate) => {
        const { numerator, denominator } = RATES[rate];
        const ids = (id: MeasureId) => new Set(listOf(id, some, when).map(({ fact }) => fact));
        const whole = ids(denominator);
        expect([...ids(numerator)].every((fact) => whole.has(fact))).toBe(true);
        const value = perMille(figureOf(numerator, some, when), whole.size);
        expect(value === null ? whole.size : value >= 0 && value <= 1000 ? 0 : -1).toBe(0);
      }),
    );
  });

  it('are a dash where there is nothing to divide by, and are written as the published figure is', () => {
    expect(rateText(perMille(0, 0))).toBe('—');
    expect(rateText(perMille(0, 7))).toBe('0,0 %');
    // 2025: 18.108 / 22.068, published as 82,1 %.
    expect(rateText(perMille(18_108, 22_068))).toBe('82,1 %');
  });
});
