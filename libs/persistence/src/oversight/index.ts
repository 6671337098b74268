export { PostgresUrgings } from './postgres-urgings.js';
export { PostgresMilestones } from './postgres-milestones.js';
export { PostgresSignals, type SignalChannel, type SignalListener } from './postgres-signals.js';
