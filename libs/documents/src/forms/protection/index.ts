import type { FormDefinition } from '../../form.js';
import { askingPapers } from './asking.js';
import { protectionDecisions } from './decisions.js';

/** Papers of the protection of denouncers (LTC chương VI). */
export const protectionForms: readonly FormDefinition[] = [...askingPapers, ...protectionDecisions];
