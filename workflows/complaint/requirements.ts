import { requirementTable } from '#libs/procedure';
import { decidedRequirements } from './requirements-decided.js';
import { endingRequirements } from './requirements-ending.js';
import { resolvingRequirements } from './requirements-resolving.js';

export const requirements = requirementTable([...resolvingRequirements, ...endingRequirements, ...decidedRequirements]);
