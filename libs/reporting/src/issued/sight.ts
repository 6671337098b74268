import type { FormFacts } from '../forms/rows.js';

/** Visits about a denunciation are seen by whom they are shown to, as its petition is. */
const PROTECTED_VISITS: ReadonlySet<string> = new Set(['denunciation', 'mixed']);

/** Protected rows by the id they are counted under, each with the petition or visit that the database shows or hides. */
export function shieldedOf({ petitions, cases, visits }: FormFacts): ReadonlyMap<string, readonly string[]> {
  return new Map([
    ...petitions.flatMap(({ id, fact }) => (fact.protected ? [[id, [id]] as const] : [])),
    ...cases.flatMap(({ id, petition, fact }) => (fact.protected ? [[id, [petition]] as const] : [])),
    ...visits.flatMap(({ id, fact }) => (PROTECTED_VISITS.has(fact.visitType) ? [[id, [id]] as const] : [])),
  ]);
}

/** The facts that somebody else saw: of protected rows those alone. */
export function inSightOf(facts: FormFacts, sight: readonly string[]): FormFacts {
  const shown = new Set(sight);
  const shields = shieldedOf(facts);
  const kept = ({ id }: { readonly id: string }): boolean => (shields.get(id) ?? []).every((one) => shown.has(one));
  return {
    ...facts,
    petitions: facts.petitions.filter(kept),
    cases: facts.cases.filter(kept),
    visits: facts.visits.filter(kept),
  };
}
