import type { FormDefinition } from '../form.js';

/** Every paper the product knows, in every version. */
export const forms: readonly FormDefinition[] = [];
