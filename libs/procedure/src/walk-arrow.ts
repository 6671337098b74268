import { addDays, isLocalDate, type JsonValue, type LocalDate } from '#libs/shared';
import { compile, type Candidate, type StateTable } from './compile.js';
import { advance, open } from './kernel.js';
import type { Facts, InputField, ProcedureDefinition, Requirement, Step } from './types.js';

/** One event of a path: what a person would send. Text inputs appear as sample text; guards see `true`. */
export interface PathStep {
  readonly type: string;
  readonly occurredOn: LocalDate;
  readonly input: Readonly<Record<string, JsonValue>>;
}

/** A file somewhere on its way, with what it remembers. */
export interface WalkedFile {
  readonly step: Step;
  readonly table: StateTable;
  readonly remembered: Facts;
  readonly caseFacts: Facts;
  readonly day: LocalDate;
  readonly path: readonly PathStep[];
}

const DAY_OFFSETS = [0, 1, 3, 5, 10, 15, 31, 46, 366];
const NO_OFFSET = [0];

/** A sample file just opened; null where no opening arrow fits it. */
export function opened(definition: ProcedureDefinition, caseFacts: Facts): WalkedFile | null {
  const day = caseFacts.receivedOn;
  if (!isLocalDate(day)) throw new Error(`${definition.name}: a sample file needs receivedOn`);
  const step = open(definition, { ...caseFacts, occurredOn: day });
  if (!step.ok) return null;
  return {
    step: step.value,
    table: compile(definition).table(step.value.next.state),
    remembered: rememberedBy(step.value),
    caseFacts,
    day,
    path: [],
  };
}

/** The nodes one arrow leads to: one, or one for each value of an input that the file will remember. */
export function follow(definition: ProcedureDefinition, node: WalkedFile, candidate: Candidate): WalkedFile[] {
  const known: Facts = { ...node.caseFacts, ...node.remembered, stage: node.table.stage };
  if (candidate.needs.some((need) => !need.onInput && !readsDay(need) && !need.test(known))) return [];
  const found: WalkedFile[] = [];
  for (const fixed of rememberedInputs(definition, candidate)) {
    for (const offset of dated(candidate) ? DAY_OFFSETS : NO_OFFSET) {
      const next = fire(definition, node, { candidate, fixed, known, day: addDays(node.day, offset) });
      if (!next) continue;
      found.push(next);
      break;
    }
  }
  return found;
}

interface Attempt {
  readonly candidate: Candidate;
  readonly fixed: Readonly<Record<string, JsonValue>>;
  /** What is known of the file before the form is filled in. */
  readonly known: Facts;
  readonly day: LocalDate;
}

function fire(
  definition: ProcedureDefinition,
  node: WalkedFile,
  { candidate, fixed, known, day }: Attempt,
): WalkedFile | null {
  const fields = definition.events[candidate.event]?.input ?? [];
  let input: Record<string, JsonValue> = {};
  for (const field of fields) if (field.required) input[field.name] = sampleOf(field, day);
  input = { ...input, ...fixed };
  for (let round = 0; round <= candidate.needs.length; round += 1) {
    const facts = { ...known, occurredOn: day, ...asFacts(input, fields) };
    const unmet = candidate.needs.find((need) => !need.test(facts));
    const rival = unmet ? undefined : rivalOf(node, candidate, facts);
    if (!unmet && !rival) return taken(definition, node, { candidate, facts, input, day });
    const filled = unmet
      ? fill(input, { samples: [unmet.exercised.met], fields, fixed })
      : fill(input, { samples: (rival?.needs ?? []).map((need) => need.exercised.unmet), fields, fixed });
    if (!filled) return null;
    input = filled;
  }
  return null;
}

/** An earlier alternative of the same event that the same facts would open instead. */
const rivalOf = (node: WalkedFile, candidate: Candidate, facts: Facts): Candidate | undefined =>
  node.table.arrows
    .get(candidate.event)
    ?.find(
      (other) =>
        other.source === candidate.source &&
        other.index < candidate.index &&
        other.needs.every((need) => need.test(facts)),
    );

interface Firing {
  readonly candidate: Candidate;
  readonly facts: Facts;
  readonly input: Readonly<Record<string, JsonValue>>;
  readonly day: LocalDate;
}

function taken(
  definition: ProcedureDefinition,
  node: WalkedFile,
  { candidate, facts, input, day }: Firing,
): WalkedFile | null {
  const step = advance(definition, node.step.next, { type: candidate.event, facts });
  if (!step.ok) return null;
  return {
    step: step.value,
    table: compile(definition).table(step.value.next.state),
    remembered: { ...node.remembered, ...rememberedBy(step.value) },
    caseFacts: node.caseFacts,
    day,
    path: [...node.path, { type: candidate.event, occurredOn: day, input }],
  };
}

interface Filling {
  readonly samples: readonly Facts[];
  readonly fields: readonly InputField[];
  readonly fixed: Readonly<Record<string, JsonValue>>;
}

/** Takes from the first sample that differs what the form can bring; null where the form cannot help. */
function fill(
  input: Readonly<Record<string, JsonValue>>,
  { samples, fields, fixed }: Filling,
): Record<string, JsonValue> | null {
  for (const sample of samples) {
    const filled = { ...input };
    let changed = false;
    for (const field of fields) {
      const value = sample[field.name];
      if (value === undefined || fixed[field.name] !== undefined) continue;
      const asInput = isText(field) ? SAMPLE_TEXT : value;
      if (filled[field.name] === asInput) continue;
      filled[field.name] = asInput;
      changed = true;
    }
    if (changed) return filled;
  }
  return null;
}

const SAMPLE_TEXT = 'Mẫu';
const isText = ({ kind }: InputField): boolean => kind === 'text' || kind === 'longText';

function sampleOf(field: InputField, day: LocalDate): JsonValue {
  switch (field.kind) {
    case 'date':
      return addDays(day, 10);
    case 'choice':
      return field.options?.[0]?.value ?? SAMPLE_TEXT;
    case 'choices':
      return [field.options?.[0]?.value ?? SAMPLE_TEXT];
    case 'boolean':
      return true;
    case 'number':
    case 'user':
    case 'agency':
      return field.min ?? 1;
    case 'users':
      return [1];
    default:
      return SAMPLE_TEXT;
  }
}

/** What guards see of an input: of a text only that it is there. */
function asFacts(input: Readonly<Record<string, JsonValue>>, fields: readonly InputField[]): Record<string, JsonValue> {
  const facts: Record<string, JsonValue> = { ...input };
  for (const field of fields) if (isText(field) && facts[field.name] !== undefined) facts[field.name] = true;
  return facts;
}

/** Each value of the inputs an arrow remembers, so that later guards meet them all. */
function rememberedInputs(definition: ProcedureDefinition, { event, effects }: Candidate): Record<string, JsonValue>[] {
  const fields = definition.events[event]?.input ?? [];
  let combinations: Record<string, JsonValue>[] = [{}];
  for (const effect of effects) {
    if (effect.type !== 'fact.remember') continue;
    const field = fields.find((one) => one.name === effect.from);
    const values: JsonValue[] =
      field?.kind === 'boolean'
        ? [true, false]
        : field?.kind === 'choice'
          ? (field.options ?? []).map((one) => one.value)
          : [];
    if (values.length > 0)
      combinations = combinations.flatMap((one) => values.map((value) => ({ ...one, [effect.from]: value })));
  }
  return combinations;
}

function rememberedBy(step: Step): Facts {
  const kept: Record<string, JsonValue | undefined> = {};
  for (const effect of step.effects) if (effect.type === 'fact.remember') kept[effect.fact] = effect.value;
  return kept;
}

const reads = new WeakMap<Requirement, ReadonlySet<string>>();

/** Names of the facts a requirement reads, found by watching its samples being tested. */
export function readBy(requirement: Requirement): ReadonlySet<string> {
  const known = reads.get(requirement);
  if (known) return known;
  const names = new Set<string>();
  const watching = (facts: Facts): Facts =>
    new Proxy(facts, {
      get: (target, name) => {
        names.add(String(name));
        return target[String(name)];
      },
    });
  requirement.test(watching(requirement.exercised.met));
  requirement.test(watching(requirement.exercised.unmet));
  reads.set(requirement, names);
  return names;
}

const readsDay = (need: Requirement): boolean => readBy(need).has('occurredOn');
const dated = ({ needs }: Candidate): boolean => needs.some(readsDay);
