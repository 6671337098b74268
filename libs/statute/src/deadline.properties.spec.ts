import { vietnamCalendar } from '#libs/calendar';
import { addDays, daysBetween, type LocalDate, localDate } from '#libs/shared';
import fc from 'fast-check';
import { allRules, computeDeadline, explain, isInForce } from './index.js';

const calendar = vietnamCalendar();
const day = fc.integer({ min: 0, max: 1300 }).map((n): LocalDate => addDays(localDate('2024-01-01'), n));
const newLawDay = fc.integer({ min: 0, max: 400 }).map((n): LocalDate => addDays(localDate('2026-07-01'), n));

describe('every rule on every day it is in force', () => {
  it('answers with words, as many counted days as its number, and a warning never after the due day', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...allRules()), (startOn, rule) => {
        fc.pre(isInForce(rule, startOn));
        const answer = computeDeadline({ ruleId: rule.id, startOn }, calendar);
        expect(answer.rule.id).toBe(rule.id);
        expect(answer.summary).toMatch(/\.$/);
        expect(explain(answer).length).toBeGreaterThan(2);
        if (answer.due && answer.warnOn) expect(answer.warnOn < answer.due).toBe(true);
        if (answer.due && (rule.unit === 'working_day' || rule.unit === 'calendar_day'))
          expect(answer.days.filter((d) => d.counted)).toHaveLength(rule.n!);
        if (answer.due && answer.rawEnd) expect(answer.rawEnd <= answer.due).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('never ends earlier for a later start under one version', () => {
    fc.assert(
      fc.property(newLawDay, fc.constantFrom(...allRules()), (startOn, rule) => {
        fc.pre(isInForce(rule, startOn) && isInForce(rule, addDays(startOn, 1)));
        const today = computeDeadline({ ruleId: rule.id, startOn }, calendar).due;
        const tomorrow = computeDeadline({ ruleId: rule.id, startOn: addDays(startOn, 1) }, calendar).due;
        expect((tomorrow ?? '') >= (today ?? '')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('pauses', () => {
  it('only move the end later, by exactly the days between the two orders', () => {
    fc.assert(
      fc.property(
        newLawDay,
        fc.integer({ min: 1, max: 29 }),
        fc.integer({ min: 0, max: 60 }),
        (startOn, after, length) => {
          const from = addDays(startOn, after);
          const pauses = [{ from, to: addDays(from, length) }];
          const plain = computeDeadline({ ruleId: 'KN.RESOLVE.L1', startOn }, calendar);
          const paused = computeDeadline({ ruleId: 'KN.RESOLVE.L1', startOn, pauses }, calendar);
          expect(daysBetween(plain.rawEnd!, paused.rawEnd!)).toBe(length);
          expect(paused.due! >= plain.due!).toBe(true);
          if (length > 0) expect(paused.warnOn! < paused.due! || paused.warnOn === null).toBe(true);
        },
      ),
    );
  });

  it('are counted once where they overlap, whatever their order', () => {
    const span = fc.tuple(fc.integer({ min: 1, max: 29 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(newLawDay, fc.array(span, { maxLength: 4 }), (startOn, spans) => {
        const pauses = spans.map(([at, length]) => ({ from: addDays(startOn, at), to: addDays(startOn, at + length) }));
        const answer = computeDeadline({ ruleId: 'TC.RESOLVE', startOn, pauses }, calendar);
        const reversed = computeDeadline({ ruleId: 'TC.RESOLVE', startOn, pauses: pauses.toReversed() }, calendar);
        expect(reversed.due).toBe(answer.due);
        expect(answer.days.filter((d) => d.counted)).toHaveLength(30);
      }),
    );
  });
});
