import type { CaseEffect } from '#libs/procedure';
import { isUuid, type JsonObject, type JsonValue } from '#libs/shared';

/** What an effect row carries: ids, dates and findings, read when the act is written down; `null` where nothing is left to do. */
export function payloadOf(effect: CaseEffect, facts: JsonObject): JsonObject | null {
  switch (effect.type) {
    case 'document.issue':
      return { form: effect.form };
    case 'notify':
      return { topic: effect.topic, to: effect.to };
    case 'case.spawn':
      return spawnPayload(effect, facts);
    case 'case.link': {
      const to = facts[effect.caseFact];
      return isUuid(to) ? { link: effect.link, to } : null;
    }
    case 'case.tell':
      return { to: effect.to, event: effect.event, carry: carried(effect.carry, facts) };
    case 'case.grant':
    case 'case.revoke': {
      const users = usersIn(facts[effect.userFact]);
      if (users.length === 0) return null;
      return effect.type === 'case.grant' ? { users, capacity: effect.capacity } : { users };
    }
    case 'case.move': {
      const agencyId = facts[effect.agencyFact];
      return typeof agencyId === 'number' ? { agencyId } : null;
    }
    default:
      return null;
  }
}

function spawnPayload(
  { procedure, per, agencyFact, carry, link }: Extract<CaseEffect, { type: 'case.spawn' }>,
  facts: JsonObject,
): JsonObject {
  const agencyId = agencyFact === undefined ? undefined : facts[agencyFact];
  return {
    procedure,
    ...(per ? { per } : {}),
    ...(typeof agencyId === 'number' ? { agencyId } : {}),
    ...(carry ? { carry: carried(carry, facts) } : {}),
    ...(link ? { link } : {}),
  };
}

const carried = (names: readonly string[] = [], facts: JsonObject): JsonObject =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = facts[name];
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );

export const usersIn = (value: JsonValue | undefined): readonly number[] =>
  (Array.isArray(value) ? (value as readonly JsonValue[]) : [value]).filter((one) => typeof one === 'number');
