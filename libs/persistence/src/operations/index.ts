export {
  type ArchiveState,
  type FailedEffectRow,
  OperationsReader,
  type OperationsState,
  type PulseRow,
  type StrayBlobs,
} from './operations-reader.js';
export { ProcessPulses } from './process-pulses.js';
