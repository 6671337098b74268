import { FILE_MEASURES } from './measures-of-files.js';
import { FRONT_MEASURES } from './measures-of-front.js';
import { RECEPTION_MEASURES } from './measures-of-reception.js';
import type { ScoreMeasure } from './score-rows.js';

/** One definition for each measure of a scorecard. A number is the weight of its rows. */
export const SCORE_MEASURES = {
  ...FILE_MEASURES,
  ...RECEPTION_MEASURES,
  ...FRONT_MEASURES,
} as const satisfies Readonly<Record<string, ScoreMeasure>>;

export type ScoreMeasureId = keyof typeof SCORE_MEASURES;
export const SCORE_MEASURE_IDS = Object.keys(SCORE_MEASURES) as readonly ScoreMeasureId[];
export const scoreMeasureOf = (id: ScoreMeasureId): ScoreMeasure => SCORE_MEASURES[id];

/** Parts of wholes, shown as a share where there is a whole. */
export const SCORE_SHARES = {
  reception: { of: 'receptionKept', in: 'receptionOwed', title: 'Tỷ lệ ngày tiếp đã giữ' },
  satisfaction: { of: 'satisfied', in: 'ratings', title: 'Tỷ lệ hài lòng' },
  opinions: { of: 'opinionsAnswered', in: 'opinionsRaised', title: 'Tỷ lệ ý kiến đã trả lời' },
  recommendations: { of: 'recommendationsInTime', in: 'recommendations', title: 'Tỷ lệ kiến nghị trả lời đúng hẹn' },
  front: { of: 'frontResultsInTime', in: 'frontResults', title: 'Tỷ lệ báo Mặt trận đúng hạn' },
} as const satisfies Readonly<
  Record<string, { readonly of: ScoreMeasureId; readonly in: ScoreMeasureId; readonly title: string }>
>;
export type ScoreShareId = keyof typeof SCORE_SHARES;
