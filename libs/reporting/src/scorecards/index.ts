export * from './ports.js';
export * from './score-facts.js';
export * from './score-measures.js';
export * from './scorecard.js';
export * from './targets.js';
