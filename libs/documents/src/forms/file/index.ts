import type { FormDefinition } from '../../form.js';
import { caseFilePapers } from './case-file.js';
import { deliveryPapers } from './delivery.js';

/** Papers about the papers: delivery, posting, the file itself. */
export const fileForms: readonly FormDefinition[] = [...deliveryPapers, ...caseFilePapers];
