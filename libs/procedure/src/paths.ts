import { explore } from './explore.js';
import { graphOf } from './graph.js';
import type { ProcedureDefinition } from './types.js';
import type { PathStep } from './walk-arrow.js';

/**
 * The golden list kept beside each workflow: a shortest way to every stage and a shortest way through every arrow, in an
 * order that does not change unless the machine does.
 */
export function goldenPaths(definition: ProcedureDefinition): string {
  const { stages, arrows } = explore(definition);
  const toStages = graphOf(definition).flatMap((graph) =>
    Object.keys(graph.stages).map(
      (state) => `${graph.main ? '' : `${graph.name}.`}${state}: ${way(stages.get(`${graph.name}.${state}`))}`,
    ),
  );
  const through = [...arrows.values()].map((arrow) => `${arrow.id}: ${way(arrow.steps)} ⇒ ${arrow.arrives}`);
  return [
    `${definition.name}@${definition.version}`,
    '',
    '# to every stage',
    ...toStages,
    '',
    '# through every arrow',
    ...through,
    '',
  ].join('\n');
}

const way = (steps: readonly PathStep[] | undefined): string =>
  steps === undefined ? 'unreached' : ['OPEN', ...steps.map((step) => step.type)].join(' → ');
