import { certifiedArrows, checkProcedure } from '#libs/procedure';
import { knownRule } from './common/known-rule.js';
import { Walk } from './common/walk.js';
import { procedures } from './registry.js';

describe.each(procedures.all().map((definition) => [`${definition.name}@${definition.version}`, definition] as const))(
  '%s',
  (_name, definition) => {
    it('is certified', () => {
      expect(checkProcedure(definition, { knownRule }).map((finding) => finding.sentence)).toEqual([]);
    });

    it('fires every certified arrow along its path', () => {
      for (const arrow of certifiedArrows(definition)) {
        let walk = Walk.open(definition, arrow.caseFacts);
        for (const { type, occurredOn, input } of arrow.steps)
          walk = walk.step(type, occurredOn, presence(definition.events[type]?.input ?? [], input));
        expect([arrow.id, walk.stage]).toEqual([arrow.id, arrow.arrives]);
        expect(walk.last.basis.length).toBeGreaterThan(0);
      }
    });
  },
);

/** As casework hands inputs to guards: of words only that they are there. */
function presence(fields: readonly { name: string; kind: string }[], input: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      fields.some((field) => field.name === name && field.kind.toLowerCase().endsWith('text')) ? true : value,
    ]),
  ) as Record<string, string>;
}
