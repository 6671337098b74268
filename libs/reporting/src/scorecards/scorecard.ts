import type { Period } from '../facts.js';
import { perMille } from '../rates.js';
import type { ScoreFacts } from './score-facts.js';
import {
  SCORE_MEASURE_IDS,
  SCORE_SHARES,
  type ScoreMeasureId,
  scoreMeasureOf,
  type ScoreShareId,
} from './score-measures.js';
import type { ScoreRow } from './score-rows.js';

export interface Scorecard {
  /** `null`: nothing tells it; shown as “—”, never 0. */
  readonly values: Readonly<Record<ScoreMeasureId, number | null>>;
  readonly shares: Readonly<Record<ScoreShareId, number | null>>;
}

export const scoreWeight = (rows: readonly ScoreRow[]): number => rows.reduce((sum, { weight }) => sum + weight, 0);

/** The list behind a number; a leader's card leaves out what names no leader. */
export function scoreRows(
  id: ScoreMeasureId,
  facts: ScoreFacts,
  { period, ofLeader }: { readonly period: Period; readonly ofLeader: boolean },
): readonly ScoreRow[] | null {
  const measure = scoreMeasureOf(id);
  return ofLeader && !measure.byLeader ? null : measure.rows(facts, period);
}

export function scorecardOf(
  facts: ScoreFacts,
  asked: { readonly period: Period; readonly ofLeader: boolean },
): Scorecard {
  const values = Object.fromEntries(
    SCORE_MEASURE_IDS.map((id) => {
      const rows = scoreRows(id, facts, asked);
      return [id, rows === null ? null : scoreWeight(rows)];
    }),
  ) as Record<ScoreMeasureId, number | null>;
  const shares = Object.fromEntries(
    Object.entries(SCORE_SHARES).map(([share, { of, in: whole }]) => [
      share,
      perMille(values[of] ?? 0, values[whole] ?? 0),
    ]),
  ) as Record<ScoreShareId, number | null>;
  return { values, shares };
}
