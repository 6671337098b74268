import type { LocalDate } from '#libs/shared';
import type { CaseFact, PetitionFact } from './facts.js';
import { FORM_MARKS, type CaseMarks, type MarkedStep } from './forms/marks.js';

type Steps = Readonly<Record<string, 'handled'>>;

/** Steps that end the handling of a petition, as the forms of handling (01/XLD) count them. */
export const HANDLING_STEPS: Steps = Object.fromEntries(
  Object.entries(FORM_MARKS['petition-handling'] ?? {}).flatMap(([type, mark]) =>
    mark === 'handled' ? [[type, 'handled' as const]] : [],
  ),
);

/** The step that ended handling. Of version 1 the petition is split with that very step; of version 2 it then waits for its parts. */
export const handledAt = (steps: readonly MarkedStep[]): number =>
  steps.findIndex(({ mark, type, toStage }) => mark === 'handled' && (type !== 'SPLIT' || toStage === 'splitUp'));

/** A paper entered later than it was handled is handled on the day it was received. */
export const handledDay = (receivedOn: LocalDate, step: MarkedStep | undefined): LocalDate | null =>
  step === undefined ? null : step.on < receivedOn ? receivedOn : step.on;

/** Petitions with the day they were handled and who did it, from the files of handling. */
export function withHandling(
  petitions: readonly PetitionFact[],
  cases: readonly CaseFact[],
  marks: readonly CaseMarks[],
): readonly PetitionFact[] {
  const steps = new Map(marks.map((one) => [one.caseId, one.steps]));
  const files = new Map<string, CaseFact>();
  for (const fact of cases)
    if (fact.procedure === 'petition-handling' && fact.parentCaseId === null && fact.petitionId !== null)
      files.set(fact.petitionId, fact);
  return petitions.map((fact) => {
    const file = files.get(fact.petitionId ?? '');
    const own = steps.get(file?.caseId ?? '') ?? [];
    const handledOn = handledDay(fact.receivedOn, own[handledAt(own)]);
    return { ...fact, handledOn, leaderId: handledOn === null ? null : (file?.leaderId ?? null) };
  });
}
