import type { AnyStateNode } from 'xstate';
import { compile, type Candidate } from './compile.js';
import { BEFORE_OPENING } from './define.js';
import type { ProcedureDefinition, StageInfo } from './types.js';

export interface RegionGraph {
  /** Empty where the machine has one region. */
  readonly name: string;
  readonly main: boolean;
  readonly initial: string;
  readonly stages: Readonly<Record<string, StageInfo>>;
  /** State names as the machine has them, the one before opening included. */
  readonly states: readonly string[];
  readonly arrows: readonly Candidate[];
}

/** The diagram of a procedure: each region's states and arrows in the machine's order, guards left aside. */
export function graphOf(definition: ProcedureDefinition): readonly RegionGraph[] {
  const { machine, mainRegion, stages, regions = {} } = definition;
  if (mainRegion === undefined) return [regionGraph(definition, machine.root, { name: '', main: true, stages })];
  return Object.entries(machine.root.states).map(([name, node]) =>
    regionGraph(definition, node as AnyStateNode, {
      name,
      main: name === mainRegion,
      stages: name === mainRegion ? stages : (regions[name] ?? {}),
    }),
  );
}

/** Every arrow of every region, guards left aside. */
export const arrowsOf = (definition: ProcedureDefinition): readonly Candidate[] =>
  graphOf(definition).flatMap(({ arrows }) => arrows);

/** A stage's own name inside its region: the machine writes `progress.decided`. */
export const stageOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** Main-region stages that can be reached from a stage along arrows that pass the filter. */
export function reachable(
  graph: RegionGraph,
  from: readonly string[],
  follow: (arrow: Candidate) => boolean = () => true,
): ReadonlySet<string> {
  const seen = new Set(from);
  const queue = [...from];
  for (let stage = queue.shift(); stage !== undefined; stage = queue.shift())
    for (const arrow of graph.arrows) {
      if (stageOf(arrow.source) !== stage || arrow.target === null || !follow(arrow)) continue;
      const target = stageOf(arrow.target);
      if (!seen.has(target)) queue.push(target);
      seen.add(target);
    }
  return seen;
}

function regionGraph(
  definition: ProcedureDefinition,
  node: AnyStateNode,
  { name, main, stages }: Pick<RegionGraph, 'name' | 'main' | 'stages'>,
): RegionGraph {
  const compiled = compile(definition);
  return {
    name,
    main,
    initial: main ? BEFORE_OPENING : String((node.config as { initial?: string }).initial),
    stages,
    states: Object.keys(node.states),
    arrows: Object.values(node.states).flatMap((state) => compiled.candidatesFrom(state as AnyStateNode)),
  };
}
