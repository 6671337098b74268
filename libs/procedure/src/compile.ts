import type { Citation } from '#libs/statute';
import {
  getNextTransitions,
  initialTransition,
  transition,
  type AnyMachineSnapshot,
  type AnyStateNode,
  type AnyTransitionDefinition,
  type StateValue,
} from 'xstate';
import type { ArrowEffect, Facts, ProcedureDefinition, Requirement } from './types.js';

/** An arrow out of a state value, with what it asks for. */
export interface Candidate {
  readonly source: string;
  readonly target: string | null;
  readonly region: string;
  readonly event: string;
  /** Place among the arrows of the same event and source. */
  readonly index: number;
  readonly needs: readonly Requirement[];
  readonly effects: readonly ArrowEffect[];
  readonly basis: Citation | undefined;
}

/** What a set of open arrows leads to: decided by XState once, remembered after. */
export interface Outcome {
  readonly value: StateValue;
  readonly table: StateTable;
  readonly effects: readonly ArrowEffect[];
  /** Effects hold a condition or a finding and must be resolved per event. */
  readonly dynamic: boolean;
  readonly basis: readonly Citation[];
}

export interface StateTable {
  readonly key: string;
  readonly value: StateValue;
  readonly snapshot: AnyMachineSnapshot;
  readonly stage: string;
  readonly regions: Readonly<Record<string, string>>;
  readonly closed: boolean;
  readonly outcome: string | null;
  /** Arrows by event; several of one event are alternatives. */
  readonly arrows: ReadonlyMap<string, readonly Candidate[]>;
  readonly outcomes: Map<string, Map<number, Outcome>>;
}

const MAX_ALTERNATIVES = 30;

/**
 * The tables behind `advance`. A machine's step depends only on the state value, the event and which arrows are open, so
 * each such combination is asked of XState once and then looked up.
 */
export class CompiledProcedure {
  private readonly tables = new Map<string, StateTable>();
  private readonly regionNames: readonly string[] | null;
  private readonly main: string;
  readonly initial: StateTable;

  constructor(readonly definition: ProcedureDefinition) {
    this.main = definition.mainRegion ?? '';
    this.regionNames = definition.mainRegion === undefined ? null : Object.keys(definition.machine.root.states);
    this.initial = this.table((initialTransition(definition.machine)[0] as AnyMachineSnapshot).value as StateValue);
  }

  /** @throws Error when the value is not one of this machine: a stored row of another version. */
  table(value: StateValue): StateTable {
    const key = this.keyOf(value);
    const known = this.tables.get(key);
    if (known) return known;
    const built = this.build(key, value);
    this.tables.set(key, built);
    return built;
  }

  /** The arrows one state of the machine declares, in order. */
  candidatesFrom(node: AnyStateNode): Candidate[] {
    return [...groupByEvent([...node.transitions.values()].flat(), this.definition).values()].flat();
  }

  outcome(table: StateTable, event: { type: string; facts: Facts }, open: number): Outcome {
    let byMask = table.outcomes.get(event.type);
    if (!byMask) table.outcomes.set(event.type, (byMask = new Map()));
    let found = byMask.get(open);
    if (!found) byMask.set(open, (found = this.decide(table, event)));
    return found;
  }

  /** Region order is the machine's: JSON columns do not keep the order of keys. */
  private keyOf(value: StateValue): string {
    if (typeof value === 'string') return value;
    if (!this.regionNames) return JSON.stringify(value);
    let key = '';
    for (const name of this.regionNames) key += `${String(value[name])}|`;
    return key;
  }

  private build(key: string, value: StateValue): StateTable {
    const { definition } = this;
    const snapshot = definition.machine.resolveState({ value, context: {} }) as AnyMachineSnapshot;
    const stage = typeof value === 'string' ? value : String(value[this.main]);
    const regions: Record<string, string> = {};
    for (const name of this.regionNames ?? [])
      if (name !== this.main && typeof value === 'object') regions[name] = String(value[name]);
    const info = definition.stages[stage];
    const closed = info?.outcome !== undefined;
    return {
      key,
      value: snapshot.value as StateValue,
      snapshot,
      stage,
      regions: Object.freeze(regions),
      closed,
      outcome: info?.outcome ?? null,
      arrows: closed ? new Map() : groupByEvent(getNextTransitions(snapshot), definition),
      outcomes: new Map(),
    };
  }

  private decide(table: StateTable, event: { type: string; facts: Facts }): Outcome {
    const { machine } = this.definition;
    const taken = machine.getTransitionData(table.snapshot as never, event as never) as AnyTransitionDefinition[];
    const [next] = transition(machine, table.snapshot as never, event as never);
    const effects = taken.flatMap(effectsOf);
    return {
      value: frozen((next as AnyMachineSnapshot).value as StateValue),
      table: this.table((next as AnyMachineSnapshot).value as StateValue),
      effects: Object.freeze(effects.map((effect) => Object.freeze(effect))),
      dynamic: effects.some((effect) => effect.when !== undefined || effect.type === 'fact.remember'),
      basis: taken.flatMap((arrow) => (basisOf(arrow) ? [basisOf(arrow) as Citation] : [])),
    };
  }
}

/** Answers are shared between calls: whoever changes one is told so at once. */
const frozen = (value: StateValue): StateValue => (typeof value === 'string' ? value : Object.freeze(value));

const compiled = new WeakMap<ProcedureDefinition, CompiledProcedure>();

export function compile(definition: ProcedureDefinition): CompiledProcedure {
  let found = compiled.get(definition);
  if (!found) compiled.set(definition, (found = new CompiledProcedure(definition)));
  return found;
}

const basisOf = (arrow: AnyTransitionDefinition): Citation | undefined =>
  (arrow.meta as { basis?: Citation } | undefined)?.basis;

function effectsOf(arrow: AnyTransitionDefinition): ArrowEffect[] {
  return arrow.actions.map((action) => {
    const { event } = action as unknown as { event?: ArrowEffect };
    if (!event)
      throw new Error(`${arrow.source.id}: ${arrow.eventType} có hành động không phải là hệ quả được phát ra`);
    return event;
  });
}

function groupByEvent(
  transitions: readonly AnyTransitionDefinition[],
  definition: ProcedureDefinition,
): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const arrow of transitions) {
    const group = groups.get(arrow.eventType) ?? [];
    if (group.length === MAX_ALTERNATIVES) throw new Error(`${arrow.eventType} có hơn ${MAX_ALTERNATIVES} ngả`);
    const source = arrow.source.path.join('.');
    group.push({
      source,
      target: arrow.target?.[0]?.path.join('.') ?? null,
      region: definition.mainRegion === undefined ? '' : (arrow.source.path[0] ?? ''),
      event: arrow.eventType,
      index: group.filter((other) => other.source === source).length,
      needs: needsOf(arrow, definition),
      effects: effectsOf(arrow),
      basis: basisOf(arrow),
    });
    groups.set(arrow.eventType, group);
  }
  return groups;
}

function needsOf(arrow: AnyTransitionDefinition, definition: ProcedureDefinition): Requirement[] {
  const guard = arrow.guard as { type?: string; params?: { all?: readonly string[] } } | undefined;
  return (guard?.params?.all ?? []).map((code) => {
    const requirement = definition.requirements[code];
    if (!requirement) throw new Error(`${arrow.eventType} đòi điều kiện “${code}” chưa khai báo`);
    return requirement;
  });
}
