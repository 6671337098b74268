import { COMPLAINT } from './complaint.js';
import { COMPLAINT_DECISION } from './complaint-decision.js';
import { COMPLAINT_SECOND } from './complaint-second.js';
import { DENUNCIATION } from './denunciation.js';
import { DENUNCIATION_CONCLUSION } from './denunciation-conclusion.js';
import { DISCIPLINE } from './discipline.js';
import { NATIONAL_DATABASE } from './national-database.js';
import { PETITION_HANDLING } from './petition-handling.js';
import { PROTECTION } from './protection.js';
import { RECEPTION } from './reception.js';
import type { TimeLimitRule } from '../types.js';

/** All packs, by area of law. */
export const PACKS: readonly (readonly TimeLimitRule[])[] = [
  COMPLAINT,
  COMPLAINT_DECISION,
  COMPLAINT_SECOND,
  DISCIPLINE,
  RECEPTION,
  PETITION_HANDLING,
  DENUNCIATION,
  DENUNCIATION_CONCLUSION,
  PROTECTION,
  NATIONAL_DATABASE,
];
