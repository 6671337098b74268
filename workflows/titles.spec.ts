import { certifiedArrows, procedureMarkdown } from '#libs/procedure';
import { Walk } from './common/walk.js';
import { procedures } from './registry.js';
import { FORM_TITLES, TASK_TITLES, TOPIC_TITLES } from './titles.js';

describe('what effects order has a Vietnamese title', () => {
  const pages = procedures.all().map(procedureMarkdown).join('\n');
  const used = (pattern: RegExp): string[] =>
    [...new Set([...pages.matchAll(pattern)].map((found) => found[1] as string))].sort();

  it('papers', () => expect(used(/văn bản `([^`]+)`/g)).toEqual(Object.keys(FORM_TITLES).sort()));
  it('tasks', () => expect(used(/việc `([^`]+)`/g)).toEqual(Object.keys(TASK_TITLES).sort()));

  it('notices', () => {
    const topics = new Set<string>();
    for (const definition of procedures.all())
      for (const { caseFacts, steps } of certifiedArrows(definition)) {
        let walk = Walk.open(definition, caseFacts);
        const collect = (): void =>
          walk.last.effects.forEach((effect) => effect.type === 'notify' && topics.add(effect.topic));
        collect();
        for (const { type, occurredOn, input } of steps) {
          walk = walk.step(type, occurredOn, input);
          collect();
        }
      }
    expect([...topics].sort()).toEqual(Object.keys(TOPIC_TITLES).sort());
  });
});
