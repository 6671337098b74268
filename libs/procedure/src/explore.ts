import { isLocalDate } from '#libs/shared';
import { getAdjacencyMap } from 'xstate/graph';
import type { Candidate, StateTable } from './compile.js';
import { graphOf, reachable, stageOf } from './graph.js';
import type { Facts, ProcedureDefinition } from './types.js';
import { follow, opened, readBy, type PathStep, type WalkedFile } from './walk-arrow.js';

/** An arrow with a shortest way to reach and fire it; `input` of kind user, agency or document holds a placeholder. */
export interface CertifiedArrow {
  readonly id: string;
  readonly source: string;
  readonly event: string;
  readonly target: string | null;
  /** Facts of the file the path starts from; the opening itself is not a step. */
  readonly caseFacts: Facts;
  readonly steps: readonly PathStep[];
  /** Main stage after the last step. */
  readonly arrives: string;
}

export interface Exploration {
  readonly arrows: ReadonlyMap<string, CertifiedArrow>;
  readonly tables: readonly StateTable[];
  /** A shortest way to each stage, main and side, by `region.stage`. */
  readonly stages: ReadonlyMap<string, readonly PathStep[]>;
}

/**
 * Ways of arriving at one state that are followed further: many while the side regions have not moved, few after, where
 * more would only multiply what the main region has shown.
 */
const VARIANTS = { plain: 64, besides: 2 } as const;

export const arrowId = ({ source, event, index }: Candidate): string =>
  `${source}:${event}${index > 0 ? `#${index + 1}` : ''}`;

const explored = new WeakMap<ProcedureDefinition, Exploration>();

/**
 * Walks the procedure from its sample files with xstate/graph, remembering findings as casework does; breadth first, so
 * paths are shortest.
 */
export function explore(definition: ProcedureDefinition): Exploration {
  let found = explored.get(definition);
  if (!found) explored.set(definition, (found = exploreSamples(definition)));
  return found;
}

/** Every arrow that the sample files can fire, by id. */
export const certifiedArrows = (definition: ProcedureDefinition): readonly CertifiedArrow[] => [
  ...explore(definition).arrows.values(),
];

class Findings {
  readonly arrows = new Map<string, CertifiedArrow>();
  readonly tables = new Map<string, StateTable>();
  readonly stages = new Map<string, readonly PathStep[]>();

  arrived({ table, path }: WalkedFile, definition: ProcedureDefinition): void {
    this.tables.set(table.key, table);
    const main = definition.mainRegion ?? '';
    for (const [region, state] of Object.entries({ [main]: table.stage, ...table.regions })) {
      const known = this.stages.get(`${region}.${state}`);
      if (!known || path.length < known.length) this.stages.set(`${region}.${state}`, path);
    }
  }

  fired(candidate: Candidate, { caseFacts, path, step }: WalkedFile): void {
    const id = arrowId(candidate);
    const known = this.arrows.get(id);
    if (known && known.steps.length <= path.length) return;
    const { source, event, target } = candidate;
    this.arrows.set(id, { id, source, event, target, caseFacts, steps: path, arrives: step.to });
  }
}

function exploreSamples(definition: ProcedureDefinition): Exploration {
  const findings = new Findings();
  for (const caseFacts of definition.samples ?? []) {
    const start = opened(definition, caseFacts);
    if (start) exploreFrom(definition, start, findings);
  }
  const { arrows, tables, stages } = findings;
  return { arrows: new Map([...arrows].sort(([a], [b]) => (a < b ? -1 : 1))), tables: [...tables.values()], stages };
}

/** A step of the traversal; the file it leads to is worked out when the step is offered. */
interface Move {
  readonly type: string;
  readonly to: WalkedFile;
}
interface Place {
  readonly status: 'active';
  readonly context: WalkedFile;
}

function exploreFrom(definition: ProcedureDefinition, start: WalkedFile, findings: Findings): void {
  const watched = factsAhead(definition);
  const keys = new WeakMap<WalkedFile, string>();
  const keyOf = (file: WalkedFile): string => {
    let key = keys.get(file);
    if (key === undefined) keys.set(file, (key = `${file.table.key} ${signatureOf(file, watched(file.table.stage))}`));
    return key;
  };
  const followed = new Map<string, number>();
  const moves = ({ context: file }: Place): Move[] => {
    const times = followed.get(file.table.key) ?? 0;
    if (times >= (sameRegions(file.table, start.table) ? VARIANTS.plain : VARIANTS.besides)) return [];
    followed.set(file.table.key, times + 1);
    findings.arrived(file, definition);
    return [...file.table.arrows.values()].flat().flatMap((candidate) =>
      follow(definition, file, candidate).map((to) => {
        findings.fired(candidate, to);
        return { type: candidate.event, to };
      }),
    );
  };
  const logic = {
    getInitialSnapshot: (): Place => ({ status: 'active', context: start }),
    transition: (_place: Place, { to }: Move): Place => ({ status: 'active', context: to }),
  };
  getAdjacencyMap(logic as never, {
    events: moves as never,
    serializeState: ((place: Place) => keyOf(place.context)) as never,
    serializeEvent: (({ type, to }: Move) => `${type} ${keyOf(to)}`) as never,
  });
}

const sameRegions = (a: StateTable, b: StateTable): boolean =>
  Object.entries(a.regions).every(([region, state]) => b.regions[region] === state);

/** By stage, the facts that guards from there on still read: what is behind a file no longer tells it from another. */
function factsAhead(definition: ProcedureDefinition): (stage: string) => readonly string[] {
  const graphs = graphOf(definition);
  const main = graphs.find((graph) => graph.main);
  const known = new Map<string, readonly string[]>();
  return (stage) => {
    let names = known.get(stage);
    if (!names) {
      const ahead = main ? reachable(main, [stage]) : new Set<string>();
      const arrows = graphs.flatMap((graph) =>
        graph.arrows.filter(({ source }) => graph !== main || ahead.has(stageOf(source))),
      );
      known.set(stage, (names = [...new Set(arrows.flatMap((arrow) => factsReadBy(definition, arrow)))].sort()));
    }
    return names;
  };
}

function factsReadBy({ requirements }: ProcedureDefinition, { needs, effects }: Candidate): string[] {
  const asked = effects.flatMap(({ when }) => (when === undefined ? [] : [requirements[when]]));
  return [
    ...[...needs, ...asked].flatMap((one) => (one ? [...readBy(one)] : [])),
    ...effects.flatMap((effect) => (effect.type === 'fact.remember' ? [effect.from] : [])),
  ];
}

/** Files that no guard can tell apart count as one; of a day only that it is known. */
function signatureOf({ remembered }: WalkedFile, watched: readonly string[]): string {
  let signature = '';
  for (const name of watched) {
    const value = remembered[name];
    if (value !== undefined) signature += `${name}=${isLocalDate(value) ? 'day' : String(value)},`;
  }
  return signature;
}
