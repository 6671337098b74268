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

/** An arrow with a shortest way to reach and fire it; `input` of kind user, agency or document holds a placeholder. */
export interface CertifiedArrow {
  readonly id: string;
  readonly source: string;
  readonly event: string;
  readonly target: string | null;
  /** Facts of the file the path starts from; its first step is the opening. */
  readonly caseFacts: Facts;
  readonly steps: readonly PathStep[];
  /** Main stage after the last step. */
  readonly arrives: string;
}

export interface Exploration {
  readonly arrows: ReadonlyMap<string, CertifiedArrow>;
  readonly tables: readonly StateTable[];
}

interface Node {
  readonly step: Step;
  readonly table: StateTable;
  readonly remembered: Facts;
  readonly caseFacts: Facts;
  readonly day: LocalDate;
  readonly path: readonly PathStep[];
}

/**
 * Ways of arriving at one state that are followed further: many while the side regions have not moved, few after, where
 * more would only multiply what the main region has shown.
 */
const VARIANTS = { plain: 48, besides: 3 } as const;
const DAY_OFFSETS = [0, 1, 3, 5, 10, 15, 31, 46];
const NO_OFFSET = [0];

export const arrowId = ({ source, event, index }: Candidate): string =>
  `${source}:${event}${index > 0 ? `#${index + 1}` : ''}`;

const explored = new WeakMap<ProcedureDefinition, Exploration>();

/** Walks the procedure from its sample files, remembering findings as casework does; breadth first, so paths are shortest. */
export function explore(definition: ProcedureDefinition): Exploration {
  let found = explored.get(definition);
  if (!found) explored.set(definition, (found = walk(definition)));
  return found;
}

/** Every arrow that the sample files can fire, in the order of the machine. */
export const certifiedArrows = (definition: ProcedureDefinition): readonly CertifiedArrow[] => [
  ...explore(definition).arrows.values(),
];

function walk(definition: ProcedureDefinition): Exploration {
  const arrows = new Map<string, CertifiedArrow>();
  const tables = new Map<string, StateTable>();
  const watched = factsRead(definition);
  for (const caseFacts of definition.samples ?? []) {
    const start = opened(definition, caseFacts);
    if (!start) continue;
    const queue: Node[] = [start];
    const seen = new Map<string, Set<string>>();
    for (let node = queue.shift(); node; node = queue.shift()) {
      const signatures = seen.get(node.table.key) ?? new Set();
      const signature = signatureOf(node, watched);
      if (
        signatures.has(signature) ||
        signatures.size >= (sameRegions(node.table, start.table) ? VARIANTS.plain : VARIANTS.besides)
      )
        continue;
      seen.set(node.table.key, signatures.add(signature));
      tables.set(node.table.key, node.table);
      for (const candidate of [...node.table.arrows.values()].flat())
        for (const next of follow(definition, node, candidate)) {
          const id = arrowId(candidate);
          const known = arrows.get(id);
          if (!known || next.path.length < known.steps.length) arrows.set(id, certified(candidate, next));
          queue.push(next);
        }
    }
  }
  return { arrows: new Map([...arrows].sort(([a], [b]) => (a < b ? -1 : 1))), tables: [...tables.values()] };
}

const sameRegions = (a: StateTable, b: StateTable): boolean =>
  Object.entries(a.regions).every(([region, state]) => b.regions[region] === state);

const certified = (candidate: Candidate, { caseFacts, path, step }: Node): CertifiedArrow => ({
  id: arrowId(candidate),
  source: candidate.source,
  event: candidate.event,
  target: candidate.target,
  caseFacts,
  steps: path,
  arrives: step.to,
});

function opened(definition: ProcedureDefinition, caseFacts: Facts): Node | null {
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
function follow(definition: ProcedureDefinition, node: Node, candidate: Candidate): Node[] {
  const found: Node[] = [];
  for (const fixed of rememberedInputs(definition, candidate)) {
    for (const offset of dated(candidate) ? DAY_OFFSETS : NO_OFFSET) {
      const next = fire(definition, node, { candidate, fixed, day: addDays(node.day, offset) });
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
  readonly day: LocalDate;
}

function fire(definition: ProcedureDefinition, node: Node, { candidate, fixed, day }: Attempt): Node | null {
  const fields = definition.events[candidate.event]?.input ?? [];
  const base = { ...node.caseFacts, ...node.remembered, occurredOn: day, stage: node.table.stage };
  let input: Record<string, JsonValue> = {};
  for (const field of fields) if (field.required) input[field.name] = sampleOf(field, day);
  input = { ...input, ...fixed };
  for (let round = 0; round <= candidate.needs.length; round += 1) {
    const facts = { ...base, ...asFacts(input, fields) };
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
const rivalOf = (node: Node, candidate: Candidate, facts: Facts): Candidate | undefined =>
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

function taken(definition: ProcedureDefinition, node: Node, { candidate, facts, input, day }: Firing): Node | null {
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
function readBy(requirement: Requirement): ReadonlySet<string> {
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

const factsRead = (definition: ProcedureDefinition): ReadonlySet<string> =>
  new Set(Object.values(definition.requirements).flatMap((one) => [...readBy(one)]));
const dated = ({ needs }: Candidate): boolean => needs.some((need) => readBy(need).has('occurredOn'));

/** Files that no guard can tell apart count as one; of a day only that it is known. */
function signatureOf({ remembered }: Node, watched: ReadonlySet<string>): string {
  return Object.keys(remembered)
    .filter((name) => watched.has(name))
    .sort()
    .map((name) => `${name}=${isLocalDate(remembered[name]) ? 'day' : String(remembered[name])}`)
    .join(',');
}
