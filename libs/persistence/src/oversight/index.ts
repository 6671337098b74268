export { PostgresMilestones } from './postgres-milestones.js';
