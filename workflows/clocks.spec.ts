import { vietnamCalendar } from '#libs/calendar';
import { certifiedArrows, type CaseEffect, type Facts } from '#libs/procedure';
import { localDate } from '#libs/shared';
import { computeDeadline, type RuleVariant } from '#libs/statute';
import { Walk } from './common/walk.js';
import { procedures } from './registry.js';

/** Every clock that any certified path opens or prolongs is one the statute packs can reckon on that very day. */
describe.each(procedures.all().map((definition) => [`${definition.name}@${definition.version}`, definition] as const))(
  '%s',
  (_name, definition) => {
    it('opens only clocks that the law of the day knows', () => {
      const failures = new Set<string>();
      const reckon = (effect: CaseEffect, facts: Facts): void => {
        if (effect.type !== 'deadline.open' && effect.type !== 'deadline.prolong') return;
        const start =
          effect.type === 'deadline.open' ? facts[effect.startFact] : (facts.acceptedOn ?? facts.receivedOn);
        const variant = effect.type === 'deadline.open' ? effect.variant : (facts[effect.variantFact] as RuleVariant);
        try {
          computeDeadline(
            { ruleId: effect.rule, startOn: localDate(String(start)), ...(variant && { variant }) },
            vietnamCalendar(),
          );
        } catch (error) {
          failures.add(`${effect.rule} from ${String(start)}: ${String(error)}`);
        }
      };
      for (const { caseFacts, steps } of certifiedArrows(definition)) {
        let walk = Walk.open(definition, caseFacts);
        for (const effect of walk.last.effects) reckon(effect, walk.facts(String(caseFacts.receivedOn), {}));
        for (const { type, occurredOn, input } of steps) {
          const facts = walk.facts(occurredOn, input);
          walk = walk.step(type, occurredOn, input);
          for (const effect of walk.last.effects) reckon(effect, facts);
        }
      }
      expect([...failures]).toEqual([]);
    });

    it('has one of a stage’s clocks running wherever it names clocks', () => {
      const silent = new Set<string>();
      for (const { caseFacts, steps } of certifiedArrows(definition)) {
        let walk = Walk.open(definition, caseFacts);
        let running = runningAfter(new Set(), walk);
        for (const { type, occurredOn, input } of steps) {
          walk = walk.step(type, occurredOn, input);
          running = runningAfter(running, walk);
          const clocks = definition.stages[walk.stage]?.clocks ?? [];
          if (!('none' in clocks) && !clocks.some((rule) => running.has(rule))) silent.add(walk.stage);
        }
      }
      expect([...silent]).toEqual([]);
    });
  },
);

function runningAfter(before: ReadonlySet<string>, walk: Walk): ReadonlySet<string> {
  const running = new Set(before);
  for (const effect of walk.last.effects) {
    if (effect.type === 'deadline.open') running.add(effect.rule);
    if (effect.type === 'deadline.close') running.delete(effect.rule);
  }
  return running;
}
