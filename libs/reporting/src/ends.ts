import type { ProcedureRegistry } from '#libs/procedure';
import type { CaseFact } from './facts.js';
import type { StoredCaseFact } from './ports.js';

/** What knows which stage ends a file. */
export type EndsOf = Pick<ProcedureRegistry, 'find' | 'versionsOf'>;

/** Facts with their ends read from the procedures. */
export const withEnds = (procedures: EndsOf, cases: readonly StoredCaseFact[]): CaseFact[] =>
  cases.map((fact) => ended(procedures, fact));

/** A file that has gone over to a newer version may have stood, at the instant asked about, on a stage of an older one. */
function ended(procedures: EndsOf, fact: StoredCaseFact): CaseFact {
  const { procedure, procedureVersion: version, stage } = fact;
  const definition = [procedures.find(`${procedure}@${version}`), ...procedures.versionsOf(procedure)].find(
    (one) => one?.stages[stage],
  );
  const outcome = definition?.stages[stage]?.outcome ?? null;
  return { ...fact, outcome, endedOn: outcome === null ? null : fact.endedOn };
}
