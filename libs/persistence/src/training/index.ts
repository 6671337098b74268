export { TrainingData } from './training-data.js';
export { TrainingMode, type TrainingReset, type TrainingState } from './training-mode.js';
