import { err, ok, type JsonObject, type Result, type UnmetRequirement } from '#libs/shared';
import { compile, type Candidate, type Outcome, type StateTable } from './compile.js';
import { OPEN } from './define.js';
import type {
  ArrowEffect,
  AvailableEvent,
  CaseEffect,
  EventInfo,
  Facts,
  ProcedureDefinition,
  ProcedureEvent,
  ProcedureState,
  Refusal,
  Requirement,
  Step,
} from './types.js';

const NO_CONTEXT: JsonObject = {};

/** The first step of a new file: which clocks start and where it stands. Refused where no opening arrow fits the facts. */
export function open(definition: ProcedureDefinition, facts: Facts): Result<Step, Refusal> {
  const table = compile(definition).initial;
  const step = take(definition, table, { event: { type: OPEN, facts }, context: NO_CONTEXT });
  return step.ok ? ok({ ...step.value, from: null }) : step;
}

/**
 * One event, pure: the next state with its effects, or a refusal that names the events the stage knows and every unmet
 * requirement with its article. Facts get `stage`, the main stage the event finds the file in.
 *
 * @throws Error when the stored state is not one of this machine.
 */
export function advance(
  definition: ProcedureDefinition,
  state: ProcedureState,
  event: ProcedureEvent,
): Result<Step, Refusal> {
  const table = compile(definition).table(state.state);
  const info = definition.events[event.type];
  if (!info)
    return err({
      code: 'PROCEDURE.EVENT_UNKNOWN',
      allowed: [...table.arrows.keys()],
      unmet: [],
      detail: `Không có bước “${event.type}” trong quy trình ${definition.title}.`,
    });
  return info.compensates
    ? compensate(definition, table, { info, event, state })
    : take(definition, table, { event, context: state.context });
}

/** Events the present stage knows. Requirements on the form's own input are left to the form. */
export function available(
  definition: ProcedureDefinition,
  state: ProcedureState,
  factsFor: (eventType: string) => Facts,
): AvailableEvent[] {
  const table = compile(definition).table(state.state);
  if (table.closed) return [];
  const found: AvailableEvent[] = [];
  for (const info of Object.values(definition.events)) {
    const candidates = table.arrows.get(info.type);
    if (!candidates && !info.compensates) continue;
    const facts = { ...factsFor(info.type), stage: table.stage };
    const unmet = candidates
      ? leastUnmet(candidates, facts, true)
      : unmetOf(requirementsOf(definition, info), facts, true);
    found.push({ info, allowed: unmet.length === 0, unmet: unmet.map(cited) });
  }
  return found;
}

interface Taking {
  readonly event: ProcedureEvent;
  readonly context: JsonObject;
}

function take(definition: ProcedureDefinition, table: StateTable, { event, context }: Taking): Result<Step, Refusal> {
  const candidates = table.arrows.get(event.type);
  if (!candidates) return err(refusal(definition, table, { type: event.type, unmet: [] }));
  const facts = { ...event.facts, stage: table.stage };
  let opened = 0;
  for (let i = 0; i < candidates.length; i += 1) if (isOpen(candidates[i] as Candidate, facts)) opened |= 1 << i;
  if (opened === 0)
    return err(refusal(definition, table, { type: event.type, unmet: leastUnmet(candidates, facts, false) }));
  const outcome = compile(definition).outcome(table, { type: event.type, facts }, opened);
  return ok(stepOf(definition, table, { outcome, facts, context }));
}

interface Taken {
  readonly outcome: Outcome;
  readonly facts: Facts;
  readonly context: JsonObject;
}

function stepOf(definition: ProcedureDefinition, from: StateTable, { outcome, facts, context }: Taken): Step {
  const { table } = outcome;
  return {
    next: { procedure: definition.name, version: definition.version, state: outcome.value, context },
    from: from.stage,
    to: table.stage,
    regions: table.regions,
    effects: outcome.dynamic
      ? resolveEffects(definition, outcome.effects, facts)
      : (outcome.effects as readonly CaseEffect[]),
    basis: outcome.basis,
    closed: table.closed,
    outcome: table.outcome,
  };
}

/** Drops effects whose condition is not met and fills in what is to be remembered. */
function resolveEffects(definition: ProcedureDefinition, effects: readonly ArrowEffect[], facts: Facts): CaseEffect[] {
  const resolved: CaseEffect[] = [];
  for (const { when, ...effect } of effects) {
    if (when !== undefined && !definition.requirements[when]?.test(facts)) continue;
    if (effect.type === 'fact.remember') {
      const value = facts[effect.from];
      if (value !== undefined) resolved.push({ ...effect, value });
    } else resolved.push(effect as CaseEffect);
  }
  return resolved;
}

interface Compensating {
  readonly info: EventInfo;
  readonly event: ProcedureEvent;
  readonly state: ProcedureState;
}

/** A correction moves nothing by itself: casework rewinds and recomputes. Its requirements still hold, closed file or not. */
function compensate(
  definition: ProcedureDefinition,
  table: StateTable,
  { info, event, state }: Compensating,
): Result<Step, Refusal> {
  const unmet = unmetOf(requirementsOf(definition, info), { ...event.facts, stage: table.stage }, false);
  if (unmet.length > 0) return err(refusal(definition, table, { type: event.type, unmet }));
  const { stage, regions, closed, outcome } = table;
  return ok({ next: state, from: stage, to: stage, regions, effects: [], basis: [info.basis], closed, outcome });
}

function requirementsOf(definition: ProcedureDefinition, info: EventInfo): Requirement[] {
  return (info.needs ?? []).map((code) => {
    const requirement = definition.requirements[code];
    if (!requirement) throw new Error(`${info.type} đòi điều kiện “${code}” chưa khai báo`);
    return requirement;
  });
}

function isOpen(candidate: Candidate, facts: Facts): boolean {
  for (const requirement of candidate.needs) if (!requirement.test(facts)) return false;
  return true;
}

const unmetOf = (requirements: readonly Requirement[], facts: Facts, leaveInput: boolean): Requirement[] =>
  requirements.filter((requirement) => !(leaveInput && requirement.onInput) && !requirement.test(facts));

/** Of several alternatives the nearest one explains the refusal. */
function leastUnmet(candidates: readonly Candidate[], facts: Facts, leaveInput: boolean): Requirement[] {
  let least: Requirement[] | undefined;
  for (const { needs } of candidates) {
    const unmet = unmetOf(needs, facts, leaveInput);
    if (!least || unmet.length < least.length) least = unmet;
  }
  return least ?? [];
}

const cited = ({ code, title, citation }: Requirement): UnmetRequirement => ({ code, title, citation: citation.text });

function refusal(
  definition: ProcedureDefinition,
  table: StateTable,
  { type, unmet }: { type: string; unmet: readonly Requirement[] },
): Refusal {
  return {
    code: 'PROCEDURE.EVENT_NOT_ALLOWED',
    allowed: [...table.arrows.keys()],
    unmet: unmet.map(cited),
    detail: refusalSentence(definition, table, { type, unmet }),
  };
}

function refusalSentence(
  definition: ProcedureDefinition,
  table: StateTable,
  { type, unmet }: { type: string; unmet: readonly Requirement[] },
): string {
  const event = definition.events[type]?.title ?? definition.title;
  const stage = definition.stages[table.stage]?.title ?? 'chưa mở';
  if (unmet.length > 0)
    return `Chưa thể thực hiện “${event}”: ${unmet.map((one) => `${one.title} (${one.citation.text})`).join('; ')}.`;
  if (table.closed) return `Hồ sơ đã kết thúc ở giai đoạn “${stage}”, không nhận thêm bước nào.`;
  const titles = [...table.arrows.keys()].map((one) => `“${definition.events[one]?.title ?? one}”`);
  return `Không thực hiện được “${event}” khi hồ sơ đang ở giai đoạn “${stage}”. Bước có thể làm: ${titles.join(', ') || 'không có'}.`;
}
