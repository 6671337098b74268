import type { AgencyId, LocalDate, UserId } from '#libs/shared';
import type { CaseFact, Facts } from '../facts.js';
import {
  type CaseSteps,
  type OwedSpan,
  SCORE_MEASURE_IDS,
  SCORE_MEASURES,
  scorecardOf,
  scoreFacts,
  scoreFactsOf,
  scoreFactsUnder,
  type ScoreMeasureId,
  type ScoreMore,
  scoreRows,
  type ScoreSession,
  type ScoreStep,
  scoreWeight,
} from './index.js';

const day = (text: string): LocalDate => text as LocalDate;
const commune = 2 as AgencyId;
const other = 3 as AgencyId;
const chairman = 20 as UserId;
const period = { from: day('2026-06-15'), to: day('2026-09-14') };
const asked = { period, ofLeader: false };

const file = (more: Partial<CaseFact>): CaseFact => ({
  ...{ caseId: 'a', petitionId: 'p', parentCaseId: null, registerLabel: '1/2026', petitionType: 'complaint' },
  ...{ field: null, agencyId: commune, procedure: 'complaint', procedureVersion: 2, protected: false },
  ...{ receivedOn: day('2026-06-16'), openedOn: day('2026-06-16'), stage: 'verifying', outcome: null, endedOn: null },
  ...{ acceptedOn: day('2026-06-20'), resolvedOn: null, resolvedAs: null, leaderId: chairman },
  ...{ dueOn: day('2026-07-20'), rawEnd: day('2026-07-20') },
  ...more,
});
const step = (mark: ScoreStep['mark'], on: string, facts: ScoreStep['facts'] = {}): ScoreStep => ({
  ...{ mark, type: mark.toUpperCase(), on: day(on), toStage: null, facts, leaderId: chairman },
});
const session = (more: Partial<ScoreSession>): ScoreSession => ({
  ...{ sessionId: 's', agencyId: commune, kind: 'periodic', leaderId: chairman, hostedBy: chairman },
  ...{ heldOn: day('2026-07-01'), label: '07:30 01/07/2026', people: null, opinions: [] },
  ...more,
});
const span = (from: string, to: string, days = 1): OwedSpan => ({
  ...{ agencyId: commune, leaderId: chairman, from: day(from), to: day(to), days, citation: 'LTCD Đ.15' },
});
const NOTHING: ScoreMore = { steps: [], papers: [], limits: [], sessions: [], ratings: [] };
const facts = (cases: readonly CaseFact[], more: Partial<ScoreMore> = {}, owed: readonly OwedSpan[] = []) =>
  scoreFacts({ cases, petitions: [], visits: [] } as Facts, { ...NOTHING, ...more }, owed);
const stepsOf = (steps: readonly ScoreStep[], caseId = 'a'): Pick<ScoreMore, 'steps'> => ({
  steps: [{ caseId, steps } satisfies CaseSteps],
});
const number = (id: ScoreMeasureId, from: ReturnType<typeof facts>): number | null => {
  const rows = scoreRows(id, from, asked);
  return rows === null ? null : scoreWeight(rows);
};

describe('measures of a scorecard', () => {
  it('each have words and a source: an article, or that it is a rule of the office', () => {
    for (const id of SCORE_MEASURE_IDS) {
      const { title, says, source } = SCORE_MEASURES[id];
      expect([id, title.length > 5, says.length > 10]).toEqual([id, true, true]);
      expect([id, source]).toEqual([id, expect.stringMatching(/Quy định nội bộ|Đ\.\d/)]);
    }
  });

  it('overdue is open past its day, late is resolved past it', () => {
    const late = file({ caseId: 'b', resolvedOn: day('2026-07-21'), resolvedAs: 'resolved' });
    const inTime = file({ caseId: 'c', resolvedOn: day('2026-07-20'), resolvedAs: 'resolved' });
    const lastDay = file({ caseId: 'd', dueOn: period.to });
    const all = facts([file({}), late, inTime, lastDay]);
    expect(scoreRows('overdueOpen', all, asked)?.map(({ caseId }) => caseId)).toEqual(['a']);
    expect(scoreRows('late', all, asked)?.map(({ caseId }) => caseId)).toEqual(['b']);
  });

  it('extensions, forwardings and returns are counted by the step, in the period only', () => {
    const handling = facts(
      [file({ procedure: 'petition-handling' })],
      stepsOf([
        step('arrived', '2026-06-16', { hops: 2 }),
        step('forwarded', '2026-06-20'),
        step('forwarded', '2026-06-14'),
        step('returned', '2026-06-21', { note: { sha256: 'x' } }),
        step('returned', '2026-06-22'),
      ]),
    );
    expect(
      (['passedAround', 'forwarded', 'returned', 'returnedUnexplained'] as const).map((id) => number(id, handling)),
    ).toEqual([1, 1, 2, 1]);
    const denunciation = facts(
      [file({ procedure: 'denunciation' })],
      stepsOf([
        step('extended', '2026-07-01'),
        step('extended', '2026-08-01'),
        step('apologised', '2026-08-02', { apology: 'public' }),
        step('apologised', '2026-08-03', { apology: 'declined' }),
        step('measures', '2026-08-04', { measures: ['SANCTION', 'DISCIPLINE'] }),
      ]),
    );
    expect((['extended', 'publicApologies', 'disciplined'] as const).map((id) => number(id, denunciation))).toEqual([
      2, 1, 1,
    ]);
  });

  it('who sees no denunciation is told a dash about them, not nought', () => {
    const blind = facts([file({})]);
    expect((['extended', 'publicApologies', 'disciplined'] as const).map((id) => number(id, blind))).toEqual([
      ...[null, null, null],
    ]);
    expect(number('prolonged', blind)).toBe(0);
  });

  it('days of reception: in person, once a day, no week makes up for another', () => {
    const weeks = [span('2026-06-29', '2026-07-05'), span('2026-07-06', '2026-07-12')];
    const held = [
      session({ sessionId: '1' }),
      session({ sessionId: '2', heldOn: day('2026-07-02') }),
      session({ sessionId: '3', heldOn: day('2026-07-07'), hostedBy: 21 as UserId }),
      session({ sessionId: '4', heldOn: day('2026-07-08'), kind: 'unscheduled' }),
    ];
    const all = facts([], { sessions: held }, weeks);
    expect((['receptionOwed', 'receptionKept', 'receptionByOther'] as const).map((id) => number(id, all))).toEqual([
      ...[2, 1, 1],
    ]);
    expect(scorecardOf(all, asked).shares.reception).toBe(500);
    const noDuty = facts([], { sessions: held });
    expect([number('receptionOwed', noDuty), scorecardOf(noDuty, asked).shares.reception]).toEqual([null, null]);
  });

  it('a dialogue whose people nobody wrote down has a dash for them', () => {
    const dialogue = session({
      kind: 'dialogue',
      opinions: [
        { id: 'o1', raisedOn: day('2026-07-01'), answeredOn: day('2026-07-03') },
        { id: 'o2', raisedOn: day('2026-07-01'), answeredOn: null },
      ],
    });
    const unknown = facts([], { sessions: [dialogue] });
    expect(
      (['dialogues', 'dialoguePeople', 'opinionsRaised', 'opinionsAnswered'] as const).map((id) => number(id, unknown)),
    ).toEqual([1, null, 2, 1]);
    const known = facts([], { sessions: [{ ...dialogue, people: 34 }] });
    expect([number('dialoguePeople', known), scoreRows('dialoguePeople', known, asked)?.length]).toEqual([34, 1]);
  });

  it('ratings are told without what they rate, and not where they are too few', () => {
    const ratings = [
      { agencyId: commune, score: 5, ratings: 4 },
      { agencyId: commune, score: 2, ratings: 2 },
      { agencyId: other, score: 1, ratings: 3 },
    ];
    const all = facts([], { ratings });
    expect([number('ratings', all), number('satisfied', all)]).toEqual([6, 4]);
    expect(scoreRows('ratings', all, asked)?.every(({ caseId, on }) => caseId === null && on === null)).toBe(true);
    expect(number('ratings', scoreFactsOf(all, new Set([other])))).toBeNull();
  });

  it('a recommendation is judged by the day it was promised for; without one it is not judged', () => {
    const answered = facts(
      [file({ procedure: 'feedback' })],
      stepsOf([
        step('tracked', '2026-07-01', { targetOn: '2026-07-10' }),
        step('recommendationAnswered', '2026-07-09'),
      ]),
    );
    expect([number('recommendations', answered), number('recommendationsInTime', answered)]).toEqual([1, 1]);
    const silent = facts([file({ procedure: 'feedback' })], stepsOf([step('tracked', '2026-07-01')]));
    expect([number('recommendations', silent), number('recommendationsInTime', silent)]).toEqual([null, null]);
    const limits = [
      { limitId: 'l1', caseId: 'a', dueOn: day('2026-07-07'), metOn: day('2026-07-08') },
      { limitId: 'l2', caseId: 'a', dueOn: day('2026-07-07'), metOn: day('2026-07-07') },
      { limitId: 'l3', caseId: 'a', dueOn: day('2026-10-07'), metOn: null },
    ];
    const front = facts([file({})], { limits });
    expect([number('frontResults', front), number('frontResultsInTime', front)]).toEqual([2, 1]);
  });

  it('a leader’s card counts what bears the leader’s name and has a dash for the rest', () => {
    const all = facts(
      [file({}), file({ caseId: 'b', leaderId: 21 as UserId })],
      stepsOf([step('prolonged', '2026-07-01'), { ...step('prolonged', '2026-07-02'), leaderId: null }]),
    );
    const { values } = scorecardOf(scoreFactsUnder(all, chairman), { period, ofLeader: true });
    expect([values.overdueOpen, values.prolonged, values.ratings, values.frontResults]).toEqual([1, 1, null, null]);
  });
});
