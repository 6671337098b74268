export { PostgresUrgings } from './postgres-urgings.js';
export {
  type AgencyPolicyRow,
  EscalationPolicies,
  type PolicyImpactRow,
  type PolicyVersion,
} from './escalation-policies.js';
export { PostgresMilestones } from './postgres-milestones.js';
export { PostgresSignals, type SignalChannel, type SignalListener } from './postgres-signals.js';
