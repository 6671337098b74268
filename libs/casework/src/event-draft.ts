import type { AnyActor } from '#libs/access';
import type { CaseEffect, Facts, Step } from '#libs/procedure';
import type { ActorRole, CaseEventId, JsonObject, JsonValue, LocalDate, UserId } from '#libs/shared';
import type { DeadlineBook } from './deadline-book.js';
import { payloadOf } from './effect-payload.js';
import type { CaseRow, NewEffect, NewEvent, NewTask } from './model.js';

/** What all events of one write have in common. */
export interface Writing {
  readonly row: CaseRow;
  readonly actor: AnyActor;
  readonly role: ActorRole;
  /** Business time. */
  readonly now: Date;
  readonly systemNow: Date;
  readonly newId: () => string;
}

export interface ProcedureEventInput {
  readonly id: CaseEventId;
  readonly type: string;
  readonly occurredOn: LocalDate;
  readonly facts: JsonObject;
  readonly step: Pick<Step, 'from' | 'to' | 'basis'>;
  readonly corrects?: CaseEventId;
}

const common = (writing: Writing) => ({
  caseId: writing.row.id,
  recordedAt: writing.now.toISOString(),
  systemAt: writing.systemNow.toISOString(),
  actorId: writing.actor.userId,
  actorRole: writing.role,
});

export const procedureEvent = (writing: Writing, event: ProcedureEventInput): NewEvent => ({
  ...common(writing),
  id: event.id,
  seq: writing.row.seq + 1,
  kind: 'procedure',
  type: event.type,
  occurredOn: event.occurredOn,
  facts: event.facts,
  basis: event.step.basis as unknown as readonly JsonValue[],
  fromStage: event.step.from,
  toStage: event.step.to,
  subjectId: null,
  corrects: event.corrects ?? null,
});

/** Rungs that had gone out for nothing are annulled by events of their own; the fired ones stay in the ledger. */
export const annulments = (writing: Writing, book: DeadlineBook, after: NewEvent): NewEvent[] =>
  [...book.annulled].map((deadlineId, index) => ({
    ...common(writing),
    id: writing.newId() as CaseEventId,
    seq: after.seq + 1 + index,
    kind: 'deadline',
    type: 'ANNUL',
    occurredOn: after.occurredOn,
    facts: { because: after.id },
    basis: [],
    fromStage: null,
    toStage: null,
    subjectId: deadlineId,
    corrects: null,
  }));

/** Work outside the transaction, one row each, in the order the procedure gives. */
export function effectRows(
  writing: Writing,
  event: NewEvent,
  { effects, facts }: { effects: readonly CaseEffect[]; facts: Facts },
): NewEffect[] {
  const known = remembered(facts as JsonObject, effects);
  return effects
    .flatMap((effect) => {
      const payload = payloadOf(effect, known);
      return payload ? [{ kind: effect.type, payload }] : [];
    })
    .map((effect, ordinal) => ({
      ...{ id: writing.newId(), caseId: writing.row.id, eventId: event.id, ...effect, ordinal },
    }));
}

export const taskRows = (writing: Writing, event: NewEvent, effects: readonly CaseEffect[]): NewTask[] =>
  effects
    .filter((effect) => effect.type === 'task.open')
    .map(({ task }) => ({
      caseId: writing.row.id,
      agencyId: writing.row.agencyId,
      visibleTo: writing.row.visibleTo,
      kind: task,
      ownerRole: 'caseOfficer',
      assigneeId: writing.row.assigneeId,
      sourceId: event.id,
      createdAt: event.recordedAt,
    }));

/** Findings that later guards may ask for. */
export function remembered(known: JsonObject, effects: readonly CaseEffect[]): JsonObject {
  const kept = effects.filter((effect) => effect.type === 'fact.remember');
  return kept.length === 0 ? known : { ...known, ...Object.fromEntries(kept.map(({ fact, value }) => [fact, value])) };
}

/** Who works on the file after these effects. */
export function assigneeAfter(
  before: UserId | null,
  effects: readonly CaseEffect[],
  facts: Readonly<Record<string, unknown>>,
): UserId | null {
  let assignee = before;
  for (const effect of effects) {
    if (effect.type !== 'case.assign') continue;
    const user = facts[effect.userFact];
    if (typeof user === 'number') assignee = user as UserId;
  }
  return assignee;
}
