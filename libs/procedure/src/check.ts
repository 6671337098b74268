import { explore, arrowId } from './explore.js';
import { graphOf, reachable, stageOf, type RegionGraph } from './graph.js';
import { checkEffects } from './check-effects.js';
import { checkLabels } from './check-labels.js';
import { checkMachineRules } from './check-machine-rules.js';
import { checkRefusals, checkRequirements } from './check-requirements.js';
import { compile } from './compile.js';
import { BEFORE_OPENING } from './define.js';
import type { ProcedureDefinition } from './types.js';

/** One thing that is wrong with a machine, said in a sentence. */
export interface Finding {
  readonly check: string;
  readonly sentence: string;
}

export interface CheckOptions {
  /** Whether the statute packs hold a rule of this id. */
  readonly knownRule: (ruleId: string) => boolean;
}

/** What is checked, in the words of the certificate. */
export const CHECKS = {
  machine: 'no delays, invocations, history, entry actions or inline actions; an event moves one region only',
  labels: 'every stage, event, input and requirement has its Vietnamese label, its article and somebody to act',
  clocks: 'every open stage has an owner and a clock or a written reason for none; every rule named exists',
  deadEnds: 'no stage without a way to the end',
  decision: 'no way from acceptance to the end without a decision or a terminating ground',
  requirements: 'every requirement is used and is met and unmet by its samples',
  refusals: 'every event in every state moves or is refused with a reason',
  reachability: 'every stage and every arrow is reached by a path that fires',
} as const;

/** Proves a machine version; empty means certified. */
export function checkProcedure(definition: ProcedureDefinition, options: CheckOptions): readonly Finding[] {
  const declared = collect(definition, { machine: checkMachineRules });
  if (declared.length > 0) return declared;
  return collect(definition, {
    labels: checkLabels,
    clocks: (one) => [...checkClocks(one, options), ...checkEffects(one, options)],
    deadEnds: checkDeadEnds,
    decision: checkDecision,
    requirements: checkRequirements,
    refusals: checkRefusals,
    reachability: checkReachability,
  });
}

type Check = (definition: ProcedureDefinition) => readonly string[];

function collect(definition: ProcedureDefinition, checks: Readonly<Record<string, Check>>): Finding[] {
  return Object.entries(checks).flatMap(([check, run]) =>
    run(definition).map((sentence) => ({ check, sentence: `${definition.name}@${definition.version}: ${sentence}` })),
  );
}

const mainGraph = (definition: ProcedureDefinition): RegionGraph =>
  graphOf(definition).find((graph) => graph.main) as RegionGraph;
const finals = (graph: RegionGraph): readonly string[] =>
  graph.states.filter((state) => graph.stages[state]?.outcome !== undefined);

function checkClocks(definition: ProcedureDefinition, { knownRule }: CheckOptions): string[] {
  return graphOf(definition).flatMap((graph) =>
    Object.values(graph.stages).flatMap((stage) => {
      const found: string[] = [];
      if (stage.outcome === undefined && stage.owner === null)
        found.push(`stage "${stage.state}" is open but in nobody's hands`);
      const { clocks } = stage;
      if ('none' in clocks)
        return clocks.none.trim() === ''
          ? [...found, `stage "${stage.state}" has no clock and no reason for having none`]
          : found;
      if (clocks.length === 0) found.push(`stage "${stage.state}" has no clock and no reason for having none`);
      return [
        ...found,
        ...clocks
          .filter((rule) => !knownRule(rule))
          .map((rule) => `stage "${stage.state}" names the rule ${rule}, which no statute pack holds`),
      ];
    }),
  );
}

function checkDeadEnds(definition: ProcedureDefinition): string[] {
  const graph = mainGraph(definition);
  const ends = new Set(finals(graph));
  if (ends.size === 0) return ['the main region has no end'];
  return graph.states
    .filter((state) => ![...reachable(graph, [state])].some((stage) => ends.has(stage)))
    .map((state) => `from stage "${state}" no arrow leads to an end`);
}

function checkDecision(definition: ProcedureDefinition): string[] {
  const { checkpoints } = definition;
  if (!checkpoints) return [];
  const graph = mainGraph(definition);
  const undecided = reachable(graph, checkpoints.accepted, (arrow) => {
    const decides = arrow.effects.some(
      (effect) => effect.type === 'document.issue' && checkpoints.decisionForms.includes(effect.form),
    );
    return !decides && !checkpoints.terminating.includes(arrow.event);
  });
  return finals(graph)
    .filter((state) => undecided.has(state))
    .map((state) => `a file can go from acceptance to "${state}" without a decision document or a terminating ground`);
}

function checkReachability(definition: ProcedureDefinition): string[] {
  const { arrows, tables } = explore(definition);
  const found: string[] = [];
  for (const graph of graphOf(definition)) {
    const reached = new Set(tables.map((table) => (graph.main ? table.stage : (table.regions[graph.name] ?? ''))));
    for (const state of graph.states)
      if (state !== BEFORE_OPENING && !reached.has(state)) found.push(`no path reaches stage "${state}"`);
    for (const arrow of graph.arrows)
      if (stageOf(arrow.source) !== BEFORE_OPENING && !arrows.has(arrowId(arrow)) && reached.has(stageOf(arrow.source)))
        found.push(
          `no file ever takes the arrow ${arrow.event} from "${stageOf(arrow.source)}" to "${stageOf(arrow.target ?? arrow.source)}"${unmetHint(arrow.needs.map((need) => need.code))}`,
        );
  }
  if (compile(definition).initial.arrows.size === 0) found.push('no arrow opens a file');
  return found;
}

const unmetHint = (codes: readonly string[]): string => (codes.length > 0 ? ` (asks for ${codes.join(', ')})` : '');
