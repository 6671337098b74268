import { compile, type StateTable } from './compile.js';
import { explore } from './explore.js';
import { graphOf } from './graph.js';
import { advance } from './kernel.js';
import type { ProcedureDefinition, ProcedureState } from './types.js';

/** Each requirement is used somewhere, and its own samples drive it both ways. */
export function checkRequirements(definition: ProcedureDefinition): string[] {
  const used = new Set<string>(Object.values(definition.events).flatMap((event) => event.needs ?? []));
  for (const graph of graphOf(definition))
    for (const arrow of graph.arrows) {
      for (const need of arrow.needs) used.add(need.code);
      for (const effect of arrow.effects) if (effect.when !== undefined) used.add(effect.when);
    }
  return Object.values(definition.requirements).flatMap(({ code, test, exercised }) => {
    const faults: string[] = [];
    if (!used.has(code)) faults.push(`điều kiện ${code} không giữ mũi tên nào`);
    if (!test(exercised.met)) faults.push(`điều kiện ${code} không đạt với mẫu lẽ ra phải đạt`);
    if (test(exercised.unmet)) faults.push(`điều kiện ${code} đạt với mẫu lẽ ra không đạt`);
    return faults;
  });
}

/** No event is swallowed: in every state found each one moves, or is refused with something a person can read. */
export function checkRefusals(definition: ProcedureDefinition): string[] {
  return [compile(definition).initial, ...explore(definition).tables].flatMap((table) => [
    ...Object.keys(definition.events).flatMap((type) => refusalFault(definition, table, type)),
    ...(table.closed || table.arrows.size > 0 ? [] : [`giai đoạn “${table.stage}” chưa kết thúc mà không có bước nào`]),
  ]);
}

function refusalFault(definition: ProcedureDefinition, table: StateTable, type: string): string[] {
  const state: ProcedureState = {
    procedure: definition.name,
    version: definition.version,
    state: table.value,
    context: {},
  };
  const step = advance(definition, state, { type, facts: {} });
  if (step.ok) return [];
  const { detail, unmet, allowed } = step.error;
  const silent =
    detail === undefined || detail.trim() === '' || unmet.some((one) => one.title === '' || one.citation === '');
  const unexplained = unmet.length === 0 && !table.closed && (allowed.length === 0 || allowed.includes(type));
  return silent || unexplained ? [`bước ${type} ở giai đoạn “${table.stage}” bị từ chối không lý do`] : [];
}
