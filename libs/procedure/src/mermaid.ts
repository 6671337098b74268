import { BEFORE_OPENING } from './define.js';
import { graphOf, stageOf, type RegionGraph } from './graph.js';
import type { ProcedureDefinition } from './types.js';

/** The procedure as a Mermaid state diagram: stages by their titles, arrows between stages by their events. Sub-acts that stay where they are are left out. */
export function mermaid(definition: ProcedureDefinition): string {
  const graphs = graphOf(definition);
  const body =
    graphs.length === 1
      ? diagram(graphs[0] as RegionGraph, definition, '  ')
      : [
          '  state case_file {',
          ...graphs.flatMap((graph, index) => [
            ...(index > 0 ? ['    --'] : []),
            ...diagram(graph, definition, '    '),
          ]),
          '  }',
        ];
  return ['stateDiagram-v2', ...body].join('\n').concat('\n');
}

function diagram(graph: RegionGraph, definition: ProcedureDefinition, indent: string): string[] {
  const id = (state: string): string => (graph.main ? state : `${graph.name}_${state}`);
  const labels = Object.values(graph.stages).map((stage) => `${id(stage.state)}: ${clean(stage.title)}`);
  const start = graph.main ? [] : [`[*] --> ${id(graph.initial)}`];
  return [...labels, ...start, ...moves(graph, definition, id), ...ends(graph, id)].map((line) => `${indent}${line}`);
}

function moves(graph: RegionGraph, definition: ProcedureDefinition, id: (state: string) => string): string[] {
  const titles = new Map<string, Set<string>>();
  for (const arrow of graph.arrows) {
    const from = stageOf(arrow.source);
    const to = arrow.target === null ? from : stageOf(arrow.target);
    if (from === to) continue;
    const way = `${from === BEFORE_OPENING ? '[*]' : id(from)} --> ${id(to)}`;
    const group = titles.get(way) ?? new Set();
    titles.set(way, group.add(definition.events[arrow.event]?.title ?? 'Mở hồ sơ'));
  }
  return [...titles].map(([way, group]) => `${way}: ${[...group].map(clean).join(' / ')}`);
}

const ends = (graph: RegionGraph, id: (state: string) => string): string[] =>
  Object.values(graph.stages).flatMap((stage) => (stage.outcome === undefined ? [] : [`${id(stage.state)} --> [*]`]));

/** Colons and semicolons end a label in Mermaid. */
const clean = (title: string): string => title.replaceAll(/[:;]/g, ',');
