import type { Citation, RuleVariant } from '#libs/statute';
import { emit, setup, type AnyStateMachine } from 'xstate';
import type {
  ArrowEffect,
  CaseEffect,
  CaseLink,
  Facts,
  GrantCapacity,
  ProcedureDefinition,
  Requirement,
  StageInfo,
} from './types.js';

/** Where every file stands before its first event; `open` moves it on. */
export const BEFORE_OPENING = 'new';
/** The kernel's own first event; officers never see it. */
export const OPEN = 'OPEN';

export const cite = (text: string, mark: Citation['mark'] = 'V'): Citation => ({ text, mark });

/** One way from a stage to the next (or back to itself, where `to` is absent). */
export interface Arrow {
  readonly on: string;
  readonly to?: string;
  /** Codes of requirements, all of which must be met. */
  readonly needs?: readonly string[];
  readonly basis: Citation;
  readonly effects?: readonly ArrowEffect[];
}

export interface Stage {
  readonly info: Omit<StageInfo, 'state'>;
  readonly arrows?: readonly Arrow[];
}

export interface Region {
  /** First stage of a side region. The main region starts before opening. */
  readonly initial?: string;
  readonly stages: Readonly<Record<string, Stage>>;
}

export interface ProcedureSpec extends Omit<ProcedureDefinition, 'machine' | 'stages' | 'regions' | 'mainRegion'> {
  /** Arrows from before opening; exactly one must fit the facts of a new file. */
  readonly opening: readonly Arrow[];
  readonly main: Region;
  readonly side?: Readonly<Record<string, Region>>;
}

const MAIN = 'progress';

/**
 * Builds the XState machine of a procedure, once. One guard, `meets`, reads the requirements of the definition, so that a
 * refusal can name what is missing; actions only emit effects.
 */
export function defineProcedure(spec: ProcedureSpec): ProcedureDefinition {
  const { opening, main, side, ...rest } = spec;
  const mainConfig = {
    initial: BEFORE_OPENING,
    states: { [BEFORE_OPENING]: { on: arrowsConfig(opening) }, ...statesConfig(main) },
  };
  const config = side
    ? {
        type: 'parallel',
        states: {
          [MAIN]: mainConfig,
          ...Object.fromEntries(
            Object.entries(side).map(([name, region]) => [
              name,
              { initial: region.initial, states: statesConfig(region) },
            ]),
          ),
        },
      }
    : mainConfig;
  const machine = buildMachine(`${spec.name}@${spec.version}`, config, spec.requirements);
  return {
    ...rest,
    machine,
    stages: stageInfos(main),
    ...(side && {
      mainRegion: MAIN,
      regions: Object.fromEntries(Object.entries(side).map(([name, region]) => [name, stageInfos(region)])),
    }),
  };
}

function buildMachine(
  id: string,
  config: object,
  requirements: Readonly<Record<string, Requirement>>,
): AnyStateMachine {
  const meets = ({ event }: { event: { facts?: Facts } }, params: { all: readonly string[] }): boolean =>
    params.all.every((code) => requirements[code]?.test(event.facts ?? {}) ?? false);
  return setup({ guards: { meets: meets as never } }).createMachine({
    id,
    context: {},
    ...config,
  } as never) as unknown as AnyStateMachine;
}

const stageInfos = (region: Region): Record<string, StageInfo> =>
  Object.fromEntries(Object.entries(region.stages).map(([state, stage]) => [state, { state, ...stage.info }]));

function statesConfig(region: Region): Record<string, object> {
  const states: Record<string, object> = {};
  for (const [state, stage] of Object.entries(region.stages))
    states[state] = {
      meta: { basis: stage.info.basis },
      on: arrowsConfig(stage.arrows ?? []),
      ...(stage.info.outcome !== undefined && { type: 'final' }),
    };
  return states;
}

function arrowsConfig(arrows: readonly Arrow[]): Record<string, object[]> {
  const on: Record<string, object[]> = {};
  for (const arrow of arrows)
    (on[arrow.on] ??= []).push({
      ...(arrow.to !== undefined && { target: arrow.to }),
      guard: { type: 'meets', params: { all: arrow.needs ?? [] } },
      actions: (arrow.effects ?? []).map((effect) => emit(effect as never)),
      meta: { basis: arrow.basis },
    });
  return on;
}

/** Short names for the effects of arrows, so that a machine reads as a table. */
export const effects = {
  open: (rule: string, startFact: string, variant?: RuleVariant): CaseEffect => ({
    type: 'deadline.open',
    rule,
    startFact,
    ...(variant && { variant }),
  }),
  met: (rule: string): CaseEffect => ({ type: 'deadline.close', rule, outcome: 'met' }),
  void: (rule: string): CaseEffect => ({ type: 'deadline.close', rule, outcome: 'void' }),
  pause: (rule: string): CaseEffect => ({ type: 'deadline.pause', rule }),
  resume: (rule: string): CaseEffect => ({ type: 'deadline.resume', rule }),
  prolong: (rule: string, variantFact: string): CaseEffect => ({ type: 'deadline.prolong', rule, variantFact }),
  extend: (rule: string, variantFact: string, daysFact?: string): CaseEffect => ({
    type: 'deadline.extend',
    rule,
    variantFact,
    ...(daysFact !== undefined && { daysFact }),
  }),
  issue: (form: string): CaseEffect => ({ type: 'document.issue', form }),
  remember: (fact: string, from = 'occurredOn'): CaseEffect => ({ type: 'fact.remember', fact, from }),
  notify: (topic: string, ...to: Extract<CaseEffect, { type: 'notify' }>['to']): CaseEffect => ({
    type: 'notify',
    topic,
    to,
  }),
  spawn: (
    procedure: Extract<CaseEffect, { type: 'case.spawn' }>['procedure'],
    more: Omit<Extract<CaseEffect, { type: 'case.spawn' }>, 'type' | 'procedure'> = {},
  ): CaseEffect => ({ type: 'case.spawn', procedure, ...more }),
  link: (caseFact: string, link: CaseLink): CaseEffect => ({ type: 'case.link', caseFact, link }),
  tell: (
    to: Extract<CaseEffect, { type: 'case.tell' }>['to'],
    event: string,
    carry?: readonly string[],
  ): CaseEffect => ({ type: 'case.tell', to, event, ...(carry && { carry }) }),
  grant: (userFact: string, capacity: GrantCapacity): CaseEffect => ({ type: 'case.grant', userFact, capacity }),
  revoke: (userFact: string): CaseEffect => ({ type: 'case.revoke', userFact }),
  move: (agencyFact: string): CaseEffect => ({ type: 'case.move', agencyFact }),
  assign: (userFact: string): CaseEffect => ({ type: 'case.assign', userFact }),
  task: (task: string): CaseEffect => ({ type: 'task.open', task }),
  when: (code: string, ...list: readonly CaseEffect[]): readonly ArrowEffect[] =>
    list.map((effect) => ({ ...effect, when: code })),
};
