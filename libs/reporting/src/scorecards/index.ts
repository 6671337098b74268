export * from './complex-cases.js';
export * from './emulation.js';
export * from './ports.js';
export * from './score-facts.js';
export * from './score-measures.js';
export { SCORE_GROUPS, type ScoreGroup, type ScoreMeasure, type ScoreRow } from './score-rows.js';
export * from './scorecard.js';
export * from './targets.js';
