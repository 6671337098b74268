import type { ArrowEffect, ProcedureDefinition } from '#libs/procedure';
import { arrowsOf } from '#libs/procedure';

/** What the machines do about a time limit: `complaint@2 ACCEPT mở`. */
export interface RuleUse {
  readonly procedure: string;
  readonly event: string;
  readonly does: string;
}

const DOES: Readonly<Partial<Record<ArrowEffect['type'], string>>> = {
  'deadline.open': 'mở',
  'deadline.close': 'khép',
  'deadline.pause': 'dừng',
  'deadline.resume': 'chạy tiếp',
  'deadline.prolong': 'kéo dài',
  'deadline.extend': 'gia hạn',
};

export const label = ({ name, version }: ProcedureDefinition): string => `${name}@${version}`;

/** Arrows by rule id, each once. */
export function rulesUsed(definitions: readonly ProcedureDefinition[]): ReadonlyMap<string, readonly RuleUse[]> {
  const used = new Map<string, Map<string, RuleUse>>();
  for (const definition of definitions)
    for (const { event, effects } of arrowsOf(definition))
      for (const effect of effects) {
        const voids = effect.type === 'deadline.close' && effect.outcome === 'void';
        const does = voids ? 'hủy' : DOES[effect.type];
        if (!does || !('rule' in effect)) continue;
        const use = { procedure: label(definition), event, does };
        const list = used.get(effect.rule) ?? new Map<string, RuleUse>();
        list.set(`${use.procedure} ${event} ${does}`, use);
        used.set(effect.rule, list);
      }
  return new Map([...used].map(([rule, list]) => [rule, [...list.values()]]));
}

/** Arrows of the newest versions, as the rows of the table name them: `complaint ACCEPT`. */
export function arrowNames(definitions: readonly ProcedureDefinition[]): ReadonlySet<string> {
  const newest = new Map<string, ProcedureDefinition>();
  for (const definition of definitions)
    if (definition.version >= (newest.get(definition.name)?.version ?? 0)) newest.set(definition.name, definition);
  return new Set(
    [...newest.values()].flatMap((definition) =>
      arrowsOf(definition).map(({ event }) => `${definition.name} ${event}`),
    ),
  );
}
