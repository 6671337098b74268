import { isSystem, type AnyActor } from '#libs/access';
import { chainEvents } from '#libs/audit';
import { agencySettings } from '#libs/oversight';
import { advance, type EventInfo, type ProcedureDefinition, type Step } from '#libs/procedure';
import {
  dayOf,
  maxDate,
  type ActorRole,
  type CaseEventId,
  type CaseFileId,
  type JsonObject,
  type LocalDate,
  type UserId,
} from '#libs/shared';
import { actDate } from '../../act-date.js';
import { DeadlineBook, isDeadlineEffect } from '../../deadline-book.js';
import type { CaseworkDependencies } from '../../dependencies.js';
import {
  annulments,
  assigneeAfter,
  effectRows,
  procedureEvent,
  remembered,
  taskRows,
  type Writing,
} from '../../event-draft.js';
import { conflictOfInterest, invalidInput, refused } from '../../errors.js';
import { caseFacts, factsOf } from '../../facts.js';
import { newUuid } from '../../ids.js';
import { fileNotFound, readInputs } from '../../inputs.js';
import type { CaseCommit, CaseRow, CaseSnapshot } from '../../model.js';
import type { ApplyCommand } from '../../types.js';
import { keepWords } from '../../words.js';

export interface Decision {
  readonly snapshot: CaseSnapshot;
  readonly definition: ProcedureDefinition;
  readonly info: EventInfo;
  readonly actor: AnyActor;
  readonly role: ActorRole;
  readonly command: ApplyCommand;
}

/** The day of the act; the system's own acts (a day of effect) fall on their day whenever the worker comes to them. */
export function dayOfAct({ snapshot, actor, command }: Decision, deps: CaseworkDependencies): LocalDate {
  if (isSystem(actor)) return command.occurredOn ?? dayOf(snapshot.now);
  const { occurredOn, reason } = command;
  return actDate({
    occurredOn,
    reason,
    lastEventOn: snapshot.case.lastEventOn,
    now: snapshot.now,
    settings: agencySettings(snapshot.settings),
    calendar: deps.calendar,
  });
}

interface Stated {
  readonly step: Step;
  readonly facts: ReturnType<typeof factsOf>;
  readonly texts: Readonly<Record<string, string>>;
  readonly stated: JsonObject;
  readonly occurredOn: LocalDate;
}

const askedFor = (info: EventInfo, given: JsonObject): JsonObject =>
  Object.fromEntries(info.input.flatMap(({ name }) => (given[name] === undefined ? [] : [[name, given[name]]])));

/** Form, day and procedure together. What the law refuses is said before what the form lacks. */
function decide(decision: Decision, deps: CaseworkDependencies): Stated {
  const { snapshot, definition, info, role, command } = decision;
  const inputs = readInputs(info, command.told ? askedFor(info, command.inputs) : command.inputs);
  const occurredOn = dayOfAct(decision, deps);
  const stated = { ...caseFacts(snapshot), ...inputs.facts };
  const facts = factsOf(snapshot.case, { occurredOn, role, stated });
  const { procedure, procedureVersion, state, context } = snapshot.case;
  const answer = advance(
    definition,
    { procedure, version: procedureVersion, state, context },
    { type: info.type, facts },
  );
  if (!answer.ok) {
    const ownLack =
      answer.error.allowed.includes(info.type) &&
      answer.error.unmet.every(({ code }) => definition.requirements[code]?.onInput === true);
    throw inputs.errors.length > 0 && ownLack ? invalidInput(inputs.errors) : refused(answer.error);
  }
  if (inputs.errors.length > 0) throw invalidInput(inputs.errors);
  const reason = command.reason?.trim();
  return { step: answer.value, facts, stated, occurredOn, texts: reason ? { ...inputs.texts, reason } : inputs.texts };
}

/** A file that an act names is one its actor may see; what the system tells was checked where it was said. */
async function filesSeen(
  { actor, info }: Decision,
  { stated, deps }: { stated: JsonObject; deps: CaseworkDependencies },
): Promise<void> {
  const fields = info.input.filter(({ kind, name }) => kind === 'caseFile' && typeof stated[name] === 'string');
  if (fields.length === 0 || isSystem(actor)) return;
  const seen: readonly unknown[] = await deps.files.seen(
    actor,
    fields.map(({ name }) => stated[name] as CaseFileId),
  );
  const unseen = fields.filter(({ name }) => !seen.includes(stated[name]));
  if (unseen.length > 0) throw invalidInput(unseen.map(fileNotFound));
}

/** Who an act gives a protected file to has no interest in it (NĐ31 Đ.10 k3). */
async function nobodyConflicted(
  { snapshot, actor, info }: Decision,
  { stated, deps }: { stated: JsonObject; deps: CaseworkDependencies },
): Promise<void> {
  if (snapshot.case.visibleTo === null) return;
  const chosen = (name: string): UserId[] => [stated[name]].flat().filter((id) => typeof id === 'number') as UserId[];
  const fields = info.input.filter(
    ({ kind, name }) => (kind === 'user' || kind === 'users') && chosen(name).length > 0,
  );
  if (fields.length === 0) return;
  const all = fields.flatMap(({ name }) => chosen(name));
  const out = await deps.files.conflicted(actor, snapshot.case.id, all);
  const wrong = fields.filter(({ name }) => chosen(name).some((id) => out.includes(id)));
  if (wrong.length > 0) throw conflictOfInterest(wrong);
}

/** Everything one act writes, decided from what was read and nothing else. */
export async function decideEvent(decision: Decision, deps: CaseworkDependencies): Promise<CaseCommit> {
  const { snapshot, actor, role, info, command } = decision;
  const { step, facts, stated, occurredOn, texts } = decide(decision, deps);
  await filesSeen(decision, { stated, deps });
  await nobodyConflicted(decision, { stated, deps });
  const before = snapshot.case;
  const systemNow = deps.systemNow();
  const newId = () => newUuid(systemNow);
  const writing: Writing = { row: before, actor, role, now: snapshot.now, systemNow, newId };
  const eventId = newId() as CaseEventId;

  const assigneeId = assigneeAfter(before.assigneeId, step.effects, facts);
  const book = new DeadlineBook(snapshot.deadlines, {
    case: { id: before.id, assigneeId },
    now: snapshot.now,
    settings: agencySettings(snapshot.settings),
    calendar: deps.calendar,
    newId,
  });
  const act = { eventId, eventType: info.type, occurredOn, facts };
  for (const effect of step.effects) if (isDeadlineEffect(effect)) book.apply(effect, act);
  if (step.closed) book.voidRest(act);

  const words = await keepWords(texts, { eventId, row: before, seal: deps.seal });
  const event = procedureEvent(writing, {
    id: eventId,
    type: info.type,
    occurredOn,
    facts: { ...stated, ...words.commitments },
    step,
  });
  const events = chainEvents(before.headHash, [event, ...annulments(writing, book, event)]);
  const after: CaseRow = {
    ...before,
    state: step.next.state,
    context: step.next.context,
    stage: step.to,
    knownFacts: remembered(before.knownFacts, step.effects),
    rev: before.rev + 1,
    seq: before.seq + events.length,
    headHash: events.at(-1)?.hash ?? before.headHash,
    assigneeId,
    lastEventOn: maxDate(before.lastEventOn, occurredOn),
    closedOn: step.closed ? occurredOn : null,
    closedAt: step.closed ? snapshot.now.toISOString() : null,
    outcome: step.closed ? step.outcome : null,
  };
  return {
    before,
    after,
    reassigned: assigneeId !== before.assigneeId,
    events,
    texts: words.texts,
    ...bookRows(book, after),
    effects: effectRows(writing, event, { effects: step.effects, facts }),
    tasks: taskRows(writing, event, step.effects),
    idempotency: idempotencyRow(command, after, eventId),
  };
}

export const bookRows = (book: DeadlineBook, { agencyId, provinceId, visibleTo }: CaseRow) => ({
  opened: book.opened.map((row) => ({ ...row, agencyId, provinceId, visibleTo })),
  changed: book.changed,
  calledOff: book.calledOff,
  annulled: [...book.annulled],
  milestones: book.milestones,
});

export const idempotencyRow = (
  { idempotency }: ApplyCommand,
  after: CaseRow,
  eventId: CaseEventId,
): CaseCommit['idempotency'] =>
  idempotency
    ? {
        key: idempotency.key,
        hash: `\\x${idempotency.requestHash.toString('hex')}`,
        answer: { caseFileId: after.id, rev: after.rev, eventId },
      }
    : null;
