import type { FormDefinition } from '../../form.js';
import { answer } from './answer.js';
import { destructionPapers } from './destruction.js';
import { handlingPapers } from './handling.js';
import { identityCheck } from './identity-check.js';
import { mediationPapers } from './mediation.js';
import { representativePaper } from './representative.js';
import { transferPapers } from './transfers.js';

/** Papers of petition handling: TT 05/2021, LTCD and the letters without a form. */
export const petitionForms: readonly FormDefinition[] = [
  ...handlingPapers,
  answer,
  identityCheck,
  ...transferPapers,
  ...mediationPapers,
  ...destructionPapers,
  representativePaper,
];
