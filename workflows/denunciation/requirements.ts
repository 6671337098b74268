import { requirementTable } from '#libs/procedure';
import { concludedRequirements } from './requirements-concluded.js';
import { receivingRequirements } from './requirements-receiving.js';
import { resolvingRequirements } from './requirements-resolving.js';

export const requirements = requirementTable([
  ...receivingRequirements,
  ...resolvingRequirements,
  ...concludedRequirements,
]);
