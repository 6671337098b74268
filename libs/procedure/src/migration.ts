import type { Citation } from '#libs/statute';
import type { JsonObject, JsonValue, ProcedureName } from '#libs/shared';
import type { StateValue } from 'xstate';
import { BEFORE_OPENING } from './define.js';
import { graphOf, type RegionGraph } from './graph.js';
import type { CaseEffect, ProcedureDefinition, StageInfo } from './types.js';

/** Where a stage of the old version leads; `stays`: files in it end under the old version, and why. */
export type StageTarget = string | { readonly stays: string };

/** Name of the main region in a state map, whatever the machine calls it. */
export const MAIN_REGION = 'main';

/** How running files of one version go on under the next. Data; checked for totality against both machines. */
export interface CaseMigration {
  readonly procedure: ProcedureName;
  readonly from: number;
  readonly to: number;
  /** By region (`main` for the main one), every stage of the old version. */
  readonly stateMap: Readonly<Record<string, Readonly<Record<string, StageTarget>>>>;
  /** Where regions begin that only the new version has. */
  readonly newRegions?: Readonly<Record<string, string>>;
  /** Findings that the new version's guards ask for: a value, or a copy of another finding of the file. */
  readonly facts?: readonly {
    readonly fact: string;
    readonly value?: JsonValue;
    readonly from?: string;
  }[];
  /** Duties of the old version and what they are called in the new one; the limit starts on the same day. */
  readonly replaces?: Readonly<Record<string, string>>;
  /** Clocks that a stage of the new version runs and the old one did not: the fact such a limit starts on … */
  readonly starts?: Readonly<Record<string, string>>;
  /** … or why files that go over do without it. */
  readonly leaves?: Readonly<Record<string, string>>;
  /** By what law the old files go over. */
  readonly basis: Citation;
  /** Why dates may move. Without it a file of which one date would move stays where it is. */
  readonly movesDates?: string;
}

export type MappedState =
  | { readonly ok: true; readonly state: StateValue; readonly stage: string }
  | { readonly ok: false; readonly stays: string };

const regionName = (graph: RegionGraph): string => (graph.main ? MAIN_REGION : graph.name);
const stagesOf = (graph: RegionGraph): readonly string[] => graph.states.filter((name) => name !== BEFORE_OPENING);

/** What a migration leaves open, each fault a sentence. Empty: every stage of every region of the old version has its place in the new. */
export function checkMigration(
  migration: CaseMigration,
  { from, to }: { readonly from: ProcedureDefinition; readonly to: ProcedureDefinition },
): string[] {
  const faults: string[] = [];
  for (const [side, definition, version] of [
    ['cũ', from, migration.from],
    ['mới', to, migration.to],
  ] as const)
    if (definition.name !== migration.procedure || definition.version !== version)
      faults.push(
        `phiên bản ${side} là ${definition.name}@${definition.version}, không phải ${migration.procedure}@${version}`,
      );
  const targets = new Map(graphOf(to).map((graph) => [regionName(graph), graph]));
  const sources = new Map(graphOf(from).map((graph) => [regionName(graph), graph]));
  for (const [name, graph] of sources)
    faults.push(...regionFaults(migration.stateMap[name] ?? {}, { name, graph, target: targets.get(name) }));
  for (const name of Object.keys(migration.stateMap))
    if (!sources.has(name)) faults.push(`phiên bản cũ không có nhánh “${name}”`);
  for (const [name, graph] of targets) {
    const begins = migration.newRegions?.[name];
    if (sources.has(name)) continue;
    if (begins === undefined) faults.push(`nhánh mới “${name}” không có chỗ bắt đầu`);
    else if (!stagesOf(graph).includes(begins)) faults.push(`nhánh “${name}” không có giai đoạn “${begins}”`);
  }
  return [...new Set([...faults, ...clockFaults(migration, sources, targets), ...dataFaults(migration, to)])];
}

type Regions = ReadonlyMap<string, RegionGraph>;
const clocksOf = (graph: RegionGraph | undefined, stage: string): readonly string[] => {
  const clocks = graph?.stages[stage]?.clocks;
  return clocks && 'length' in clocks ? clocks : [];
};

/** Each clock that a file meets for the first time by going over is opened on a known day or left out for a reason. */
function clockFaults(
  { stateMap, starts = {}, leaves = {}, replaces = {} }: CaseMigration,
  sources: Regions,
  targets: Regions,
): string[] {
  const decided = new Set([...Object.keys(starts), ...Object.keys(leaves), ...Object.values(replaces)]);
  return Object.entries(stateMap).flatMap(([region, map]) =>
    Object.entries(map).flatMap(([stage, to]) => {
      if (typeof to !== 'string') return [];
      const before = clocksOf(sources.get(region), stage);
      return clocksOf(targets.get(region), to)
        .filter((rule) => !before.includes(rule) && !decided.has(rule))
        .map((rule) => `thời hạn ${rule} của giai đoạn “${to}” chưa định là mở từ ngày nào hay không mở`);
    }),
  );
}

interface RegionPair {
  readonly name: string;
  readonly graph: RegionGraph;
  readonly target: RegionGraph | undefined;
}

function regionFaults(map: Readonly<Record<string, StageTarget>>, { name, graph, target }: RegionPair): string[] {
  const faults: string[] = [];
  const known = stagesOf(graph);
  for (const stage of known) {
    const to = map[stage];
    if (to === undefined) faults.push(`nhánh “${name}”: giai đoạn “${stage}” chưa có chỗ ở phiên bản mới`);
    else if (typeof to === 'string') faults.push(...targetFaults({ name, stage, to }, graph, target));
  }
  for (const stage of Object.keys(map))
    if (!known.includes(stage)) faults.push(`nhánh “${name}”: phiên bản cũ không có giai đoạn “${stage}”`);
  return faults;
}

function targetFaults(
  { name, stage, to }: { name: string; stage: string; to: string },
  graph: RegionGraph,
  target: RegionGraph | undefined,
): string[] {
  if (!target || !stagesOf(target).includes(to)) return [`nhánh “${name}”: phiên bản mới không có giai đoạn “${to}”`];
  const [before, after] = [graph.stages[stage]?.outcome, target.stages[to]?.outcome];
  if ((before === undefined) !== (after === undefined))
    return [`nhánh “${name}”: “${stage}” sang “${to}” làm hồ sơ ${before === undefined ? 'kết thúc' : 'mở lại'}`];
  return [];
}

function dataFaults(
  { facts = [], replaces = {}, starts = {}, leaves = {} }: CaseMigration,
  to: ProcedureDefinition,
): string[] {
  const rules = rulesOf(to);
  const remembered = new Set((to.factsCatalogue ?? []).map(({ name }) => name));
  return [
    ...facts.filter(({ fact }) => !remembered.has(fact)).map(({ fact }) => `danh mục dữ kiện mới không có “${fact}”`),
    ...[...Object.values(replaces), ...Object.keys(starts), ...Object.keys(leaves)]
      .filter((rule) => !rules.has(rule))
      .map((rule) => `phiên bản mới không dùng thời hạn ${rule}`),
  ];
}

/** A stored state under the new version. @throws Error where the state is not one of the old version. */
export function mapState(
  migration: CaseMigration,
  state: StateValue,
  { from, to }: { readonly from: ProcedureDefinition; readonly to: ProcedureDefinition },
): MappedState {
  const places: Record<string, string> = { ...migration.newRegions };
  for (const [region, stage] of Object.entries(regionsIn(from, state))) {
    const target = migration.stateMap[region]?.[stage];
    if (target === undefined)
      throw new Error(`${migration.procedure}@${migration.from} has no way on from ${region}/${stage}`);
    if (typeof target !== 'string') return { ok: false, stays: target.stays };
    places[region] = target;
  }
  const { [MAIN_REGION]: stage = '', ...side } = places;
  return { ok: true, stage, state: to.mainRegion === undefined ? stage : { [to.mainRegion]: stage, ...side } };
}

/** Stage by region, the main one under `main`. */
export function regionsIn(definition: ProcedureDefinition, state: StateValue): Readonly<Record<string, string>> {
  if (typeof state === 'string') return { [MAIN_REGION]: state };
  return Object.fromEntries(
    Object.entries(state).map(([name, stage]) => [name === definition.mainRegion ? MAIN_REGION : name, String(stage)]),
  );
}

/** Rules whose clocks run in a state, by what its stages say. */
export function clocksIn(definition: ProcedureDefinition, state: StateValue): ReadonlySet<string> {
  const rules = new Set<string>();
  for (const [region, stage] of Object.entries(regionsIn(definition, state))) {
    const info: StageInfo | undefined =
      region === MAIN_REGION ? definition.stages[stage] : definition.regions?.[region]?.[stage];
    if (info && 'length' in info.clocks) for (const rule of info.clocks) rules.add(rule);
  }
  return rules;
}

const effectsIn = (definition: ProcedureDefinition): readonly CaseEffect[] =>
  graphOf(definition).flatMap(({ arrows }) => arrows.flatMap(({ effects }) => effects));

/** Every rule a version's arrows or stages name. */
export function rulesOf(definition: ProcedureDefinition): ReadonlySet<string> {
  const stages = [definition.stages, ...Object.values(definition.regions ?? {})].flatMap((one) => Object.values(one));
  return new Set([
    ...effectsIn(definition).flatMap((effect) => ('rule' in effect ? [effect.rule] : [])),
    ...stages.flatMap(({ clocks }) => ('length' in clocks ? clocks : [])),
  ]);
}

/** Findings that a file has after its migration. */
export function migratedFacts({ facts = [] }: CaseMigration, known: JsonObject): JsonObject {
  return Object.fromEntries(
    facts.flatMap(({ fact, value, from }) => {
      const found = from === undefined ? value : known[from];
      return found === undefined ? [] : [[fact, found]];
    }),
  );
}
