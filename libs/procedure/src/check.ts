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
  machine: 'không tự chờ, không gọi tác nhân, không nhớ lịch sử, không tự hành động; mỗi bước chỉ động đến một vùng',
  labels: 'mọi giai đoạn, bước, mục nhập, điều kiện có tên, căn cứ và người làm',
  clocks: 'mọi giai đoạn chưa kết thúc có người giữ và có thời hạn hoặc lý do không có; mọi mã thời hạn có thật',
  deadEnds: 'không giai đoạn nào hết đường đi',
  decision: 'từ thụ lý đến kết thúc luôn qua văn bản quyết định hoặc căn cứ chấm dứt',
  requirements: 'mọi điều kiện được dùng, và mẫu của nó cho cả hai kết quả',
  refusals: 'mọi bước ở mọi trạng thái được đi hoặc bị từ chối có lý do',
  reachability: 'mọi giai đoạn, mọi mũi tên có đường đi được thật',
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
        found.push(`giai đoạn “${stage.state}” chưa kết thúc mà không ai giữ`);
      const { clocks } = stage;
      if ('none' in clocks)
        return clocks.none.trim() === ''
          ? [...found, `giai đoạn “${stage.state}” không có thời hạn mà cũng không ghi lý do`]
          : found;
      if (clocks.length === 0) found.push(`giai đoạn “${stage.state}” không có thời hạn mà cũng không ghi lý do`);
      return [
        ...found,
        ...clocks
          .filter((rule) => !knownRule(rule))
          .map((rule) => `giai đoạn “${stage.state}” nêu thời hạn ${rule}, không có trong bộ quy tắc`),
      ];
    }),
  );
}

function checkDeadEnds(definition: ProcedureDefinition): string[] {
  const graph = mainGraph(definition);
  const ends = new Set(finals(graph));
  if (ends.size === 0) return ['vùng chính không có điểm kết thúc'];
  return graph.states
    .filter((state) => ![...reachable(graph, [state])].some((stage) => ends.has(stage)))
    .map((state) => `từ giai đoạn “${state}” không mũi tên nào dẫn đến kết thúc`);
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
    .map((state) => `hồ sơ có thể đi từ thụ lý đến “${state}” mà không có văn bản quyết định hay căn cứ chấm dứt`);
}

function checkReachability(definition: ProcedureDefinition): string[] {
  const { arrows, tables } = explore(definition);
  const found: string[] = [];
  for (const graph of graphOf(definition)) {
    const reached = new Set(tables.map((table) => (graph.main ? table.stage : (table.regions[graph.name] ?? ''))));
    for (const state of graph.states)
      if (state !== BEFORE_OPENING && !reached.has(state)) found.push(`không đường nào đến được giai đoạn “${state}”`);
    for (const arrow of graph.arrows)
      if (stageOf(arrow.source) !== BEFORE_OPENING && !arrows.has(arrowId(arrow)) && reached.has(stageOf(arrow.source)))
        found.push(
          `không hồ sơ nào đi được mũi tên ${arrow.event} từ “${stageOf(arrow.source)}” đến “${stageOf(arrow.target ?? arrow.source)}”${unmetHint(arrow.needs.map((need) => need.code))}`,
        );
  }
  if (compile(definition).initial.arrows.size === 0) found.push('không mũi tên nào mở hồ sơ');
  return found;
}

const unmetHint = (codes: readonly string[]): string => (codes.length > 0 ? ` (điều kiện: ${codes.join(', ')})` : '');
