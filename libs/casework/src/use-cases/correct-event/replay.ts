import { advance, open, type CaseEffect, type ProcedureDefinition, type Step } from '#libs/procedure';
import type { CaseEventId, JsonObject } from '#libs/shared';
import { factsOf } from '../../facts.js';
import type { CaseRow, StoredEvent } from '../../model.js';
import { remembered } from '../../event-draft.js';

export interface ReplayedStep {
  readonly event: StoredEvent;
  readonly step: Step;
  readonly facts: ReturnType<typeof factsOf>;
}

export interface Replay {
  readonly steps: readonly ReplayedStep[];
  readonly knownFacts: JsonObject;
  /** First event that the procedure refuses when what came before it is different. */
  readonly refused: StoredEvent | null;
}

/** Steps of the procedure that still stand: corrected ones and the corrections themselves left out. */
export function standingSteps(definition: ProcedureDefinition, events: readonly StoredEvent[]): StoredEvent[] {
  const corrected = new Set(events.map(({ corrects }) => corrects).filter((id) => id !== null));
  return events
    .filter(
      (event) =>
        event.kind === 'procedure' && !corrected.has(event.id) && definition.events[event.type]?.compensates !== true,
    )
    .sort((a, b) => a.seq - b.seq);
}

/** Walks a file again from its opening with the facts stored beside each event. Pure. */
export function replay(definition: ProcedureDefinition, row: CaseRow, events: readonly StoredEvent[]): Replay {
  const steps: ReplayedStep[] = [];
  let known: JsonObject = {};
  for (const event of events) {
    if (steps.length === 0) known = event.facts;
    const facts = factsOf(
      { ...row, knownFacts: known },
      { occurredOn: event.occurredOn, role: event.actorRole, stated: event.facts },
    );
    const before = steps.at(-1)?.step.next;
    const answer = before ? advance(definition, before, { type: event.type, facts }) : open(definition, facts);
    if (!answer.ok) return { steps, knownFacts: known, refused: event };
    steps.push({ event, step: answer.value, facts });
    known = remembered(known, answer.value.effects);
  }
  return { steps, knownFacts: known, refused: null };
}

const consequences = ({ step }: ReplayedStep): string =>
  JSON.stringify([step.from, step.to, step.effects.filter((effect: CaseEffect) => effect.type !== 'fact.remember')]);

/** Later acts that would be refused, or would lead elsewhere, if `target` had not happened. */
export function dependantsOf(
  target: CaseEventId,
  { withIt, without, steps }: { withIt: Replay; without: Replay; steps: readonly StoredEvent[] },
): StoredEvent[] {
  const asDone = new Map(withIt.steps.map((one) => [one.event.id, consequences(one)]));
  const asLeft = new Map(without.steps.map((one) => [one.event.id, consequences(one)]));
  return steps
    .slice(steps.findIndex(({ id }) => id === target) + 1)
    .filter(({ id }) => asLeft.get(id) !== asDone.get(id));
}
