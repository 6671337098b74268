import { isSealedType } from '../ui/labels.js';
import { fold } from '../ui/text.js';

/**
 * A denunciation, or a paper that may hold one, is never written to the browser's disk (domain rule on secrecy): by its type, and
 * by its own words where the officer has not chosen the type yet.
 */
export function mayHoldDenunciation(petition: {
  readonly type?: string | undefined;
  readonly field?: string | undefined;
  readonly content?: string | undefined;
}): boolean {
  if (isSealedType(petition.type)) return true;
  return /\bto (cao|giac)\b/.test(fold(`${petition.field ?? ''} ${petition.content ?? ''}`));
}
