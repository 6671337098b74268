import type { ArrowEffect, Stage } from '#libs/procedure';
import { editStages, effectsBecome } from '../../common/compose.js';

/** The clock of the second instance that answers to one of the first. */
const SECOND: Readonly<Record<string, string>> = {
  'KN.ACCEPT.L1': 'KN.ACCEPT.L2',
  'KN.RESOLVE.L1': 'KN.RESOLVE.L2',
  'KN.SEND.L1': 'KN.SEND.L2',
  'KN.EFFECT.L1': 'KN.EFFECT.L2',
};
/** Conditions of version 1 on the place, with the instance added. */
const FIRST_WHEN: Readonly<Record<string, string>> = { remote: 'firstRemote', notRemote: 'firstNear' };
const SECOND_WHEN: Readonly<Record<string, string>> = { remote: 'secondRemote', notRemote: 'secondNear' };

/** An effect on a clock of the first instance becomes one on the clock of the file's own; the decision has its form. */
export function inBothInstances(effect: ArrowEffect): readonly ArrowEffect[] {
  if (effect.type === 'document.issue' && effect.form === 'ND124.15')
    return [
      { ...effect, when: 'first' },
      { ...effect, form: 'ND124.16', when: 'second' },
    ];
  if (!('rule' in effect)) return [effect];
  const twin = SECOND[effect.rule];
  if (twin === undefined) return [effect];
  // Of the two clocks one runs; an act on the other changes nothing.
  if (effect.type !== 'deadline.open') return [effect, { ...effect, rule: twin }];
  return [
    { ...effect, when: FIRST_WHEN[effect.when ?? ''] ?? 'first' },
    { ...effect, rule: twin, when: SECOND_WHEN[effect.when ?? ''] ?? 'second' },
  ];
}

function withBothClocks(stage: Stage): Stage {
  const { clocks } = stage.info;
  if ('none' in clocks) return stage;
  const all = new Set(clocks.flatMap((rule) => (SECOND[rule] ? [rule, SECOND[rule]] : [rule])));
  return { ...stage, info: { ...stage.info, clocks: [...all] } };
}

/** Stages of version 1 for either instance. */
export function stagesOfBoth<Name extends string>(stages: Readonly<Record<Name, Stage>>): Record<Name, Stage> {
  const edited = editStages(stages, [effectsBecome(inBothInstances)]);
  return Object.fromEntries(
    Object.entries<Stage>(edited).map(([name, stage]) => [name, withBothClocks(stage)]),
  ) as Record<Name, Stage>;
}
