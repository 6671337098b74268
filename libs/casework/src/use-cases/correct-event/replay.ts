import { canonicalJson } from '#libs/audit';
import {
  advance,
  open,
  regionsIn,
  type CaseEffect,
  type ProcedureDefinition,
  type ProcedureState,
  type Step,
} from '#libs/procedure';
import type { CaseEventId, JsonObject } from '#libs/shared';
import { factsOf } from '../../facts.js';
import type { CaseRow, StoredEvent } from '../../model.js';
import { remembered } from '../../event-draft.js';
import { MIGRATED } from '../../labels.js';

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

/** A version of the procedure the file follows or followed. */
export type VersionOf = (version: number) => ProcedureDefinition;

const isMigration = ({ kind, type }: StoredEvent): boolean => kind === 'record' && type === MIGRATED;

/** Steps that still stand, goings-over to another version among them: corrected ones and the corrections themselves left out. */
export function standingSteps(definition: ProcedureDefinition, events: readonly StoredEvent[]): StoredEvent[] {
  const corrected = new Set(events.map(({ corrects }) => corrects).filter((id) => id !== null));
  return events
    .filter(
      (event) =>
        isMigration(event) ||
        (event.kind === 'procedure' && !corrected.has(event.id) && definition.events[event.type]?.compensates !== true),
    )
    .sort((a, b) => a.seq - b.seq);
}

/** Walks a file again from its opening with the facts stored beside each event, each step by the version of its time. Pure. */
export function replay(versionOf: VersionOf, row: CaseRow, events: readonly StoredEvent[]): Replay {
  const steps: ReplayedStep[] = [];
  let known: JsonObject = {};
  let definition = versionOf(Number(events.find(isMigration)?.facts.fromVersion ?? row.procedureVersion));
  for (const event of events) {
    const before = steps.at(-1)?.step.next;
    if (before && isMigration(event)) {
      if (canonicalJson(before.state) !== canonicalJson(event.facts.fromState))
        return { steps, knownFacts: known, refused: event };
      definition = versionOf(Number(event.facts.toVersion));
      steps.push(migrationStep(event, definition, before));
      known = { ...known, ...(event.facts.facts as JsonObject) };
      continue;
    }
    if (!before) known = event.facts;
    const facts = factsOf(
      { ...row, knownFacts: known },
      { occurredOn: event.occurredOn, role: event.actorRole, stated: event.facts },
    );
    const answer = before ? advance(definition, before, { type: event.type, facts }) : open(definition, facts);
    if (!answer.ok) return { steps, knownFacts: known, refused: event };
    steps.push({ event, step: answer.value, facts });
    known = remembered(known, answer.value.effects);
  }
  return { steps, knownFacts: known, refused: null };
}

/** The going-over as it was written: state, clocks closed and opened, and the days these start on. */
function migrationStep(event: StoredEvent, definition: ProcedureDefinition, before: ProcedureState): ReplayedStep {
  const state = event.facts.state as ProcedureState['state'];
  const { main, ...regions } = regionsIn(definition, state);
  return {
    event,
    facts: event.facts.starts as JsonObject,
    step: {
      next: { procedure: before.procedure, version: definition.version, state, context: before.context },
      ...{ from: event.fromStage, to: main ?? '', regions, basis: [], closed: false, outcome: null },
      effects: event.facts.effects as unknown as readonly CaseEffect[],
    },
  };
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
