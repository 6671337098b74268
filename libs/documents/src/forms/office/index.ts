import type { FormDefinition } from '../../form.js';
import { counterPapers } from './counter.js';
import { internalLetters } from './internal-letters.js';

/** Slips of the counter and letters that the agency's own rules order. */
export const officeForms: readonly FormDefinition[] = [...counterPapers, ...internalLetters];
