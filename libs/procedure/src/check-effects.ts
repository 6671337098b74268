import { graphOf, stageOf } from './graph.js';
import type { ArrowEffect, ProcedureDefinition } from './types.js';

/** Facts the kernel or the common shell of every event supplies. */
const SHELL_FACTS = ['occurredOn', 'receivedOn', 'petitionType', 'actorRole', 'stage'];

/** Rules that effects name exist, facts they start from are in the catalogue, findings they keep are declared. */
export function checkEffects(
  definition: ProcedureDefinition,
  { knownRule }: { knownRule: (ruleId: string) => boolean },
): string[] {
  const catalogue = definition.factsCatalogue ?? [];
  const known = new Set([
    ...SHELL_FACTS,
    ...catalogue.map((fact) => fact.name),
    ...Object.values(definition.events).flatMap((event) => event.input.map((field) => field.name)),
  ]);
  const remembered = new Set(catalogue.filter((fact) => fact.source === 'remembered').map((fact) => fact.name));
  const faults = new Set<string>();
  for (const graph of graphOf(definition))
    for (const arrow of graph.arrows)
      for (const effect of arrow.effects) {
        const place = `${arrow.event} từ “${stageOf(arrow.source)}”`;
        for (const fault of effectFaults(effect, { known, remembered, knownRule })) faults.add(`${place} ${fault}`);
        if (effect.when !== undefined && !definition.requirements[effect.when])
          faults.add(`${place} có hệ quả theo điều kiện “${effect.when}” chưa khai báo`);
      }
  return [...faults];
}

interface Known {
  readonly known: ReadonlySet<string>;
  readonly remembered: ReadonlySet<string>;
  readonly knownRule: (ruleId: string) => boolean;
}

function effectFaults(effect: ArrowEffect, { known, remembered, knownRule }: Known): string[] {
  const faults: string[] = [];
  const fact = (name: string): void => {
    if (!known.has(name)) faults.push(`đọc dữ kiện “${name}” mà không ai cung cấp`);
  };
  if ('rule' in effect && !knownRule(effect.rule))
    faults.push(`nêu thời hạn ${effect.rule}, không có trong bộ quy tắc`);
  if (effect.type === 'deadline.open') fact(effect.startFact);
  if (effect.type === 'deadline.prolong' || effect.type === 'deadline.extend') fact(effect.variantFact);
  if (effect.type === 'deadline.extend' && effect.daysFact !== undefined) fact(effect.daysFact);
  if (effect.type === 'case.assign' || effect.type === 'case.grant' || effect.type === 'case.revoke')
    fact(effect.userFact);
  if (effect.type === 'case.move') fact(effect.agencyFact);
  if (effect.type === 'case.link') fact(effect.caseFact);
  if (effect.type === 'case.spawn' && effect.agencyFact !== undefined) fact(effect.agencyFact);
  if (effect.type === 'case.spawn' || effect.type === 'case.tell') for (const name of effect.carry ?? []) fact(name);
  if (effect.type === 'fact.remember') {
    fact(effect.from);
    if (!remembered.has(effect.fact)) faults.push(`nhớ “${effect.fact}” mà danh mục dữ kiện không có`);
  }
  return faults;
}
