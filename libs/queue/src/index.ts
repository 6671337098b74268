export * from './jobs.js';
export * from './handlers.js';
export {
  installQueue,
  QUEUE_SCHEMA,
  QueueConnection,
  type BackendKind,
  type QueueConnectionOptions,
} from './backend.js';
export { JobProducer, LONGEST_DELAY_MS, type JobSettings } from './producer.js';
export { WorkerHarness, type WorkerHarnessOptions } from './worker-harness.js';
