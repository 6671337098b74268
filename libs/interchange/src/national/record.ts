import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/audit';
import type { JsonObject } from '#libs/shared';
import { type FieldGroup, groupOf, MAPPING_VERSION, NATIONAL_FIELDS, type Taken } from './fields.js';
import type { NationalSource, SubjectId } from './source.js';
import { channelWords, choiceWords, outcomeWords, stageWords, stepWords, typeWords } from './words.js';

export type NationalValue = string | number | boolean | null;

/** One record as it leaves the house. `hash` covers the mapping's version and every value: equal facts, equal hash. */
export interface NationalRecord extends SubjectId {
  readonly group: FieldGroup;
  readonly values: Readonly<Record<string, NationalValue>>;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** Ways out of petition handling, of which the last one taken is told. */
export const WAYS_OUT = [
  ...['PROPOSE_ACCEPTANCE', 'GUIDE', 'TRANSFER', 'RETURN_TO_FORWARDER', 'FILE', 'NOT_PROCESS', 'SPLIT'],
  ...['TRANSFER_FOR_INSPECTION', 'TRANSFER_TO_INVESTIGATION', 'ORDER_SUBORDINATE', 'ORDER_REVIEW', 'WITHDRAW'],
  'ANSWER_FEEDBACK',
];

/** The same facts always give the same record; of a protected subject no word that a person typed is looked at. */
export function recordOf(source: NationalSource): NationalRecord {
  const group = groupOf(source.procedure);
  const values: Record<string, NationalValue> = {};
  for (const field of NATIONAL_FIELDS)
    if (field.group === 'common' || field.group === group) values[field.id] = valueOf(field.taken, source);
  const { kind, id } = source;
  const hashed = { mapping: MAPPING_VERSION, kind, group, values } as unknown as JsonObject;
  return { kind, id, group, values, hash: createHash('sha256').update(canonicalJson(hashed)).digest('hex') };
}

function valueOf(taken: Taken, source: NationalSource): NationalValue {
  if ('missing' in taken) return null;
  if ('column' in taken) return source[taken.column];
  if ('words' in taken) return wordsOf(taken.words, source);
  if ('open' in taken) return source.protected ? null : openWords(taken.open, source);
  if ('happened' in taken) return source.steps.some(({ type }) => taken.happened.includes(type));
  if ('timesOf' in taken) return source.steps.filter(({ type }) => taken.timesOf.includes(type)).length;
  if ('dayOf' in taken) {
    const days = source.steps.filter(({ type }) => taken.dayOf.includes(type)).map(({ on }) => on);
    return (taken.which === 'first' ? days[0] : days.at(-1)) ?? null;
  }
  const step = source.steps.findLast(
    ({ type, facts }) => taken.of.includes(type) && facts[taken.finding] !== undefined,
  );
  return step ? choiceWords(source, { ...taken, type: step.type, value: step.facts[taken.finding] }) : null;
}

function wordsOf(
  what: 'petitionType' | 'channel' | 'stage' | 'outcome' | 'lastWayOut',
  source: NationalSource,
): string | null {
  switch (what) {
    case 'petitionType':
      return typeWords(source.petitionType);
    case 'channel':
      return channelWords(source.channel);
    case 'stage':
      return stageWords(source);
    case 'outcome':
      return outcomeWords(source.outcome);
    case 'lastWayOut': {
      const step = source.steps.findLast(({ type }) => WAYS_OUT.includes(type));
      return step ? stepWords(source, step.type) : null;
    }
  }
}

function openWords(
  what: 'field' | 'summary' | 'visitorNames' | 'visitorAddresses',
  source: NationalSource,
): string | null {
  if (what === 'field') return source.field;
  if (what === 'summary') return source.summary;
  const parts = source.visitors.map(({ name, address }) => (what === 'visitorNames' ? name : address));
  return parts.filter((part) => part !== null && part !== '').join('; ') || null;
}
