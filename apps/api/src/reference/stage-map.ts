import type { ProcedureDefinition, StageInfo } from '#libs/procedure';
import type { ProcedureBriefDto, StageMapArrowDto, StageMapDto, StageMapStateDto } from './reference.dto.js';

interface ArrowConfig {
  readonly target?: string;
  readonly meta?: { readonly basis?: { readonly text: string } };
}
interface StateConfig {
  readonly initial?: string;
  readonly states?: Readonly<Record<string, StateConfig>>;
  readonly on?: Readonly<Record<string, readonly ArrowConfig[]>>;
}
interface RegionView {
  readonly name: string;
  readonly config: StateConfig;
  readonly stages: Readonly<Record<string, StageInfo>>;
}

export const MAIN_REGION = 'main';

export const procedureBrief = ({
  name,
  version,
  title,
  validFrom,
  protectsIdentity,
}: ProcedureDefinition): ProcedureBriefDto => ({ name, version, title, validFrom, protectsIdentity });

/** Drawn from the machine that runs, not from a copy: what the picture shows is what the next event meets. */
export function stageMapOf(definition: ProcedureDefinition): StageMapDto {
  const regions = regionsOf(definition);
  return {
    ...procedureBrief(definition),
    states: regions.flatMap(statesOf),
    arrows: regions.flatMap((region) => arrowsOf(region, definition)),
    events: Object.values(definition.events).map(({ type, title, roles, basis, input }) => ({
      type,
      title,
      roles: [...roles],
      citation: basis.text,
      inputSchema: input.map(({ options, ...field }) => ({ ...field, ...(options ? { options: [...options] } : {}) })),
    })),
  };
}

function regionsOf(definition: ProcedureDefinition): RegionView[] {
  const config = definition.machine.config as unknown as StateConfig;
  const { mainRegion, regions = {}, stages } = definition;
  const main = mainRegion === undefined ? config : (config.states?.[mainRegion] ?? {});
  return [
    { name: MAIN_REGION, config: main, stages },
    ...Object.entries(regions).map(([name, sideStages]) => ({
      name,
      config: config.states?.[name] ?? {},
      stages: sideStages,
    })),
  ];
}

function statesOf({ name, config, stages }: RegionView): StageMapStateDto[] {
  // The main region starts before opening; its first stages are where the opening arrows lead.
  const before = config.initial === undefined ? undefined : config.states?.[config.initial];
  const first =
    config.initial !== undefined && stages[config.initial]
      ? [config.initial]
      : Object.values(before?.on ?? {}).flatMap((arrows) => arrows.map(({ target }) => target));
  return Object.values(stages).map(({ state, title, basis, owner, clocks, outcome }) => ({
    state,
    region: name,
    title,
    citation: basis.text,
    owner,
    clocks: 'none' in clocks ? [] : [...clocks],
    noClockReason: 'none' in clocks ? clocks.none : null,
    outcome: outcome ?? null,
    final: outcome !== undefined,
    initial: first.includes(state),
  }));
}

function arrowsOf({ name, config, stages }: RegionView, definition: ProcedureDefinition): StageMapArrowDto[] {
  const found = Object.keys(stages).flatMap((from) =>
    Object.entries(config.states?.[from]?.on ?? {}).flatMap(([event, arrows]) =>
      arrows.map(({ target, meta }) => ({
        from,
        to: target ?? from,
        region: name,
        event,
        title: definition.events[event]?.title ?? event,
        citation: meta?.basis?.text ?? '',
      })),
    ),
  );
  return [...new Map(found.map((arrow) => [`${arrow.from} ${arrow.event} ${arrow.to}`, arrow])).values()];
}
