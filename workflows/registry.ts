import { ProcedureRegistry } from '#libs/procedure';
import { complaint } from './complaint/index.js';
import { complaint2 } from './complaint/v2/index.js';
import { deadline } from './deadline/index.js';
import { denunciation } from './denunciation/index.js';
import { disciplinaryComplaint } from './disciplinary-complaint/index.js';
import { feedback } from './feedback/index.js';
import { petitionHandling, petitionHandling2 } from './petition-handling/index.js';
import { protection } from './protection/index.js';
import { reception } from './reception/index.js';

/** Every procedure version the product knows. */
export const procedures = new ProcedureRegistry([
  petitionHandling,
  petitionHandling2,
  complaint,
  complaint2,
  disciplinaryComplaint,
  denunciation,
  feedback,
  protection,
  reception,
  deadline,
]);

export { findMigration, MIGRATIONS } from './migrations.js';
export { TRANSITIONAL_RULES, transitionalFor, type TransitionalRule } from './common/transitional.js';
export { publicWordsFor, type PublicRight, type PublicWords } from './public-words.js';
export { FORM_TITLES, TASK_TITLES, TOPIC_TITLES } from './titles.js';
export { legalBasisMarkdown } from './legal-basis/document.js';
export { knownRule } from './common/known-rule.js';
export { complaint } from './complaint/index.js';
export { complaint2 } from './complaint/v2/index.js';
export { disciplinaryComplaint } from './disciplinary-complaint/index.js';
export { deadline } from './deadline/index.js';
export { denunciation } from './denunciation/index.js';
export { feedback } from './feedback/index.js';
export { petitionHandling, petitionHandling2 } from './petition-handling/index.js';
export { protection } from './protection/index.js';
export { reception } from './reception/index.js';
