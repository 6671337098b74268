import type { ReceptionDependencies } from '../../dependencies.js';
import { isSealedVisit, type VisitRow } from '../../model.js';
import { VisitSeal } from '../../people.js';

/** Words about a denunciation are kept sealed with what was sealed before; any others stand in their columns. */
export async function sealedWords(
  deps: ReceptionDependencies,
  visit: VisitRow,
  words: Readonly<Record<string, string | null>>,
): Promise<Partial<VisitRow>> {
  if (!isSealedVisit(visit.type)) return words;
  const seal = new VisitSeal(deps.vault);
  return seal.seal(visit.id, { ...(await seal.open(visit)), ...words });
}
