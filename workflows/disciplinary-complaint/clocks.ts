import type { ArrowEffect, Stage } from '#libs/procedure';
import { editStages, effectsBecome } from '../common/compose.js';

/** The clock of chapter IV for one of chapter III; no place is remote here, and both instances have one limit. */
const CLOCKS: Readonly<Record<string, string>> = {
  'KN.ACCEPT.L1': 'KL.ACCEPT',
  'KN.RESOLVE.L1': 'KL.RESOLVE',
  'KN.SEND.L1': 'KL.SEND.L1',
  'KN.SEND.L2': 'KL.SEND.L2',
  'KN.EFFECT.L1': 'KL.EFFECT',
  'KN.APPEAL.L2': 'KL.TIMEBAR.L2',
};
/** Clocks of the second instance that are the same as of the first here, and duties chapter IV does not know. */
const GONE = new Set([
  'KN.ACCEPT.L2',
  'KN.RESOLVE.L2',
  'KN.EFFECT.L2',
  'KN.PUBLISH',
  'KN.POSTING.MIN',
  'KN.PUBLISH.ONLINE.MIN',
  'KN.STAY.CAP',
]);
/** Conditions of complaints that say “here” for every file of this procedure, whichever the instance. */
const ALWAYS = new Set(['firstNear', 'first']);
const NEVER = new Set(['firstRemote', 'appealRemote', 'limitRemote', 'limitRemoteComplex', 'effectAgainRemote']);

const unconditional = ({ when: _when, ...effect }: ArrowEffect): ArrowEffect => effect;

function disciplinary(effect: ArrowEffect): readonly ArrowEffect[] {
  if (!('rule' in effect)) return [effect];
  if (GONE.has(effect.rule) || NEVER.has(effect.when ?? '')) return [];
  const rule = CLOCKS[effect.rule];
  if (rule === undefined) return [effect];
  const own = { ...effect, rule };
  if (rule === 'KL.TIMEBAR.L2' && own.type === 'deadline.open')
    return [
      { ...own, when: 'appealTenDays' },
      { ...own, when: 'appealThirtyDays', variant: 'dismissal' },
    ];
  return [rule !== 'KL.SEND.L1' && ALWAYS.has(own.when ?? '') ? unconditional(own) : own];
}

function withOwnClocks(stage: Stage): Stage {
  const { clocks } = stage.info;
  if ('none' in clocks) return stage;
  const own = clocks.filter((rule) => !GONE.has(rule)).map((rule) => CLOCKS[rule] ?? rule);
  return { ...stage, info: { ...stage.info, clocks: [...new Set(own)] } };
}

export const clocksOfChapterIV = effectsBecome(disciplinary);

/** Stages of complaints with the clocks of chapter IV. */
export const withDisciplinaryClocks = (stages: Readonly<Record<string, Stage>>): Record<string, Stage> =>
  Object.fromEntries(
    Object.entries(editStages(stages, [clocksOfChapterIV])).map(([name, stage]) => [name, withOwnClocks(stage)]),
  );
