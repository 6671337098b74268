import type { AgencyId, LocalDate } from '#libs/shared';
import { within, type CaseFact, type Period } from '../facts.js';
import { measureOf } from '../measures.js';
import { SMALL } from '../small-cells.js';
import type { FileStep, OwedSpan, ScoreFacts, ScoreMark, ScoreSession } from './score-facts.js';

/** One row of the list behind a number of a scorecard. */
export interface ScoreRow {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly caseId: string | null;
  readonly sessionId: string | null;
  readonly label: string;
  readonly on: LocalDate | null;
  readonly detail: string;
  readonly weight: number;
}
export const SCORE_GROUPS = {
  time: 'Thời hạn',
  ways: 'Chuyển, trả đơn',
  citizens: 'Xin lỗi, hài lòng',
  reception: 'Tiếp công dân',
  dialogue: 'Đối thoại',
  discipline: 'Xử lý cán bộ',
  front: 'Mặt trận, cử tri',
} as const;
export type ScoreGroup = keyof typeof SCORE_GROUPS;

export interface ScoreMeasure {
  readonly group: ScoreGroup;
  readonly title: string;
  readonly unit: string;
  readonly says: string;
  /** The article it follows, or that it is an internal rule. */
  readonly source: string;
  /** Whether what it counts names a leader; else a leader's card has a dash. */
  readonly byLeader: boolean;
  /** `null`: nothing tells it, which is not nought. */
  readonly rows: (facts: ScoreFacts, period: Period) => readonly ScoreRow[] | null;
}

export const INTERNAL = 'Quy định nội bộ';
export const RESOLVE = 'LKN Đ.28, Đ.37, Đ.50; LTC Đ.30';

export const fileRow = (fact: CaseFact, on: LocalDate | null, detail: string, id = fact.caseId ?? ''): ScoreRow => ({
  ...{ id, agencyId: fact.agencyId, caseId: fact.caseId, sessionId: null },
  ...{ label: fact.registerLabel ?? '', on, detail, weight: 1 },
});
export const sessionRow = (session: ScoreSession, detail: string, more: Partial<ScoreRow> = {}): ScoreRow => ({
  ...{ id: session.sessionId, agencyId: session.agencyId, caseId: null, sessionId: session.sessionId },
  ...{ label: session.label, on: session.heldOn, detail, weight: 1, ...more },
});
export const dayWords = (day: LocalDate | null): string => (day === null ? '—' : day.split('-').reverse().join('/'));

/** One row for each step of this mark in the period. */
export const steps =
  (mark: ScoreMark, detail: (step: FileStep) => string, holds: (step: FileStep) => boolean = () => true) =>
  ({ steps: all }: ScoreFacts, period: Period): readonly ScoreRow[] =>
    all
      .filter((step) => step.mark === mark && within(step.on, period) && holds(step))
      .map((step, i) => fileRow(step.fact, step.on, detail(step), `${step.fact.caseId}:${step.type}:${step.on}:${i}`));

export const ofCases =
  (counts: (fact: CaseFact, period: Period) => boolean) =>
  ({ cases }: ScoreFacts, period: Period): readonly ScoreRow[] =>
    cases
      .filter((fact) => counts(fact, period))
      .map((fact) => fileRow(fact, fact.dueOn, `Hạn giải quyết ${dayWords(fact.dueOn)}`));

/** Of files one sees none of nothing can be said: a dash, as in the official forms. */
export const ofDenunciations =
  (rows: ScoreMeasure['rows']): ScoreMeasure['rows'] =>
  (facts, period) =>
    facts.cases.some(({ procedure }) => procedure === 'denunciation') ? rows(facts, period) : null;

export const standing = measureOf('stillOpen');
export const late = measureOf('late');
export const overdueOpen = (fact: CaseFact, period: Period): boolean =>
  standing.over === 'cases' && standing.counts(fact, period) && fact.dueOn !== null && fact.dueOn < period.to;

export const dialoguesOf = ({ sessions }: ScoreFacts, period: Period): readonly ScoreSession[] =>
  sessions.filter(({ kind, heldOn }) => kind === 'dialogue' && within(heldOn, period));
export const spansOf = ({ owed }: ScoreFacts, period: Period): readonly OwedSpan[] =>
  owed.filter(({ to }) => within(to, period));

/** Days of a span on which the leader received in person; what exceeds one span makes up for no other. */
export function keptIn(span: OwedSpan, sessions: readonly ScoreSession[]): readonly ScoreSession[] {
  const days = new Map<LocalDate, ScoreSession>();
  for (const session of sessions)
    if (
      session.kind === 'periodic' &&
      session.agencyId === span.agencyId &&
      session.hostedBy === session.leaderId &&
      session.leaderId !== null &&
      (span.leaderId === null || session.leaderId === span.leaderId) &&
      within(session.heldOn, span) &&
      !days.has(session.heldOn)
    )
      days.set(session.heldOn, session);
  return [...days.values()].slice(0, span.days);
}

/** Ratings without what they rate; too few of an agency would tell who gave them. */
export function ratingRows({ ratings }: ScoreFacts, least: number): readonly ScoreRow[] | null {
  const told = ratings.filter(
    ({ agencyId }) =>
      ratings.filter((one) => one.agencyId === agencyId).reduce((sum, one) => sum + one.ratings, 0) >= SMALL,
  );
  if (told.length === 0) return null;
  return told
    .filter(({ score }) => score >= least)
    .flatMap(({ agencyId, score, ratings: many }) =>
      Array.from({ length: many }, (_, i): ScoreRow => ({
        ...{ id: `${agencyId}:${score}:${i}`, agencyId, caseId: null, sessionId: null },
        ...{ label: 'Một lượt đánh giá', on: null, detail: `${score} điểm trên 5`, weight: 1 },
      })),
    );
}

/** Recommendations with a promised day that were answered in the period or should have been. */
export function promised({ steps: all }: ScoreFacts, period: Period) {
  const files = new Map<string, { fact: CaseFact; target: LocalDate | null; answered: LocalDate | null }>();
  for (const { mark, fact, facts, on } of all) {
    const one = files.get(fact.caseId ?? '') ?? { fact, target: null, answered: null };
    if (mark === 'tracked' && typeof facts['targetOn'] === 'string') one.target = facts['targetOn'] as LocalDate;
    if (mark === 'recommendationAnswered') one.answered = on;
    if (mark === 'tracked' || mark === 'recommendationAnswered') files.set(fact.caseId ?? '', one);
  }
  const tracked = [...files.values()];
  const judged = tracked.flatMap(({ fact, target, answered }) =>
    target !== null && (within(answered, period) || (answered === null && within(target, period)))
      ? [{ fact, target, answered }]
      : [],
  );
  return judged.length === 0 && tracked.some(({ target }) => target === null) ? null : judged;
}

export const limitsOf = ({ limits }: ScoreFacts, period: Period) =>
  limits.filter(({ dueOn, metOn }) => within(metOn, period) || (metOn === null && within(dueOn, period)));
export const limitRow = ({ limitId, fact, dueOn, metOn }: ScoreFacts['limits'][number]): ScoreRow =>
  fileRow(fact, dueOn, `Hạn ${dayWords(dueOn)}; ${metOn === null ? 'chưa báo' : `đã báo ${dayWords(metOn)}`}`, limitId);
