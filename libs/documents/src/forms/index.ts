import type { FormDefinition } from '../form.js';
import { complaintForms } from './complaint/index.js';
import { denunciationForms } from './denunciation/index.js';
import { fileForms } from './file/index.js';
import { officeForms } from './office/index.js';
import { petitionForms } from './petitions/index.js';
import { protectionForms } from './protection/index.js';
import { receptionForms } from './reception/index.js';

/** Every paper the product knows, in every version. */
export const forms: readonly FormDefinition[] = [
  ...complaintForms,
  ...denunciationForms,
  ...protectionForms,
  ...petitionForms,
  ...receptionForms,
  ...fileForms,
  ...officeForms,
];
