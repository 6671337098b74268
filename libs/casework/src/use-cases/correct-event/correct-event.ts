import { chainEvents } from '#libs/audit';
import { agencySettings, standingOf } from '#libs/oversight';
import { advance } from '#libs/procedure';
import { dayOf, formatDay, isUuid, maxDate, type CaseEventId, type LocalDate } from '#libs/shared';
import { DeadlineBook, isDeadlineEffect, type BookSurroundings } from '../../deadline-book.js';
import type { CaseworkDependencies } from '../../dependencies.js';
import { correctionBlocked, invalidInput, notFound, nothingToCorrect, refused } from '../../errors.js';
import { recordTitle } from '../../labels.js';
import { annulments, assigneeAfter, procedureEvent, type Writing } from '../../event-draft.js';
import { factsOf } from '../../facts.js';
import { newUuid } from '../../ids.js';
import { readInputs } from '../../inputs.js';
import type { CaseCommit, CaseRow, DeadlineRow, StoredEvent } from '../../model.js';
import { keepWords } from '../../words.js';
import { bookRows, idempotencyRow, type Decision } from '../apply-event/decide-event.js';
import { dependantsOf, replay, standingSteps, type Replay } from './replay.js';

/** The step to take back: the one named, else the last that stands. The opening stands for ever. */
function targetOf(steps: readonly StoredEvent[], named: unknown): StoredEvent {
  const target =
    named === undefined || named === null
      ? steps.findLast(({ kind }) => kind === 'procedure')
      : steps.find(({ id }) => isUuid(named) && id === named);
  if (!target || target === steps[0] || target.kind !== 'procedure') throw nothingToCorrect();
  return target;
}

/**
 * Takes back a wrong step by an event that names it: the file stands where it would stand without it, its deadlines are
 * reckoned anew, nothing is erased. Refused while later acts depend on the step.
 * @throws AppError CASEWORK.NOTHING_TO_CORRECT, CASEWORK.CORRECTION_BLOCKED
 */
export async function correctEvent(decision: Decision, deps: CaseworkDependencies): Promise<CaseCommit> {
  const { snapshot, definition, actor, role, info, command } = decision;
  const before = snapshot.case;
  const { eventId: named, ...given } = command.inputs;
  const inputs = readInputs(info, given);
  if (inputs.errors.length > 0) throw invalidInput(inputs.errors);
  const today = dayOf(snapshot.now);
  const asked = advance(
    definition,
    { ...before, version: before.procedureVersion },
    { type: info.type, facts: factsOf(before, { occurredOn: today, role, stated: inputs.facts }) },
  );
  if (!asked.ok) throw refused(asked.error);

  const rows = await deps.files.timeline(actor, before.id);
  if (!rows) throw notFound();
  const versionOf = (version: number) => deps.procedures.get(before.procedure, version);
  const steps = standingSteps(definition, rows.events);
  const target = targetOf(steps, named);
  const remaining = steps.filter(({ id }) => id !== target.id);
  const without = replay(versionOf, before, remaining);
  const withIt = replay(versionOf, before, steps);
  const dependants = dependantsOf(target.id, { withIt, without, steps });
  const titleOf = (event: StoredEvent) =>
    `${definition.events[event.type]?.title ?? recordTitle(event.type)} (${formatDay(event.occurredOn)})`;
  if (dependants.length > 0 || without.refused) throw correctionBlocked(titleOf(target), dependants.map(titleOf));

  const systemNow = deps.systemNow();
  const newId = () => newUuid(systemNow);
  const writing: Writing = { row: before, actor, role, now: snapshot.now, systemNow, newId };
  const eventId = newId() as CaseEventId;
  const around: BookSurroundings = {
    case: before,
    now: snapshot.now,
    settings: agencySettings(snapshot.settings),
    calendar: deps.calendar,
    newId,
  };
  const book = restoredBook(snapshot.deadlines, { without, around, eventId });
  const words = await keepWords(inputs.texts, { eventId, row: before, seal: deps.seal });
  const last = without.steps.at(-1)!.step;
  const event = procedureEvent(writing, {
    id: eventId,
    type: info.type,
    occurredOn: today,
    facts: { ...inputs.facts, ...words.commitments, corrected: target.type },
    step: { from: before.stage, to: last.to, basis: [info.basis] },
    corrects: target.id,
  });
  const events = chainEvents(before.headHash, [event, ...annulments(writing, book, event)]);
  const after = rewound(before, { without, events, closedAt: before.closedAt });
  const assigneeId = reassigned(before, { target, without });
  return {
    before,
    after: { ...after, assigneeId },
    reassigned: assigneeId !== before.assigneeId,
    events,
    texts: words.texts,
    ...bookRows(book, after),
    effects: takenBack(writing, event, { withIt, target: target.id }),
    tasks: [],
    idempotency: idempotencyRow(command, after, eventId),
  };
}

/** Sight that the step gave goes with it; papers and files it brought about stay and are dealt with by people. */
function takenBack(
  { newId, row }: Writing,
  { id: eventId }: Pick<StoredEvent, 'id'>,
  { withIt, target }: { withIt: Replay; target: CaseEventId },
): CaseCommit['effects'] {
  const granted = withIt.steps
    .find(({ event }) => event.id === target)
    ?.step.effects.some(({ type }) => type === 'case.grant');
  if (!granted) return [];
  return [{ id: newId(), caseId: row.id, eventId, kind: 'case.revoke', payload: { takenBack: target }, ordinal: 0 }];
}

function rewound(
  before: CaseRow,
  { without, events, closedAt }: { without: Replay; events: readonly StoredEvent[]; closedAt: string | null },
): CaseRow {
  const { step, event } = without.steps.at(-1)!;
  return {
    ...before,
    state: step.next.state,
    context: step.next.context,
    stage: step.to,
    knownFacts: without.knownFacts,
    rev: before.rev + 1,
    seq: before.seq + events.length,
    headHash: events.at(-1)?.hash ?? before.headHash,
    // The right act may now be recorded on its own day: it follows what stands, not the correction.
    lastEventOn: without.steps
      .filter((one) => one.event.kind === 'procedure')
      .map((one) => one.event.occurredOn)
      .reduce<LocalDate>(maxDate, without.steps[0]!.event.occurredOn),
    closedOn: step.closed ? event.occurredOn : null,
    closedAt: step.closed ? closedAt : null,
    outcome: step.closed ? step.outcome : null,
  };
}

/** Only a step that gave the file to somebody changes who has it. */
function reassigned(
  before: CaseRow,
  { target, without }: { target: StoredEvent; without: Replay },
): CaseRow['assigneeId'] {
  if (typeof target.facts.assigneeId !== 'number') return before.assigneeId;
  return without.steps.reduce<CaseRow['assigneeId']>(
    (assignee, { step, facts }) => assigneeAfter(assignee, step.effects, facts),
    null,
  );
}

const keyOf = (row: DeadlineRow): string => `${row.openedBy}/${row.ruleId}/${row.startOn}`;

/** Each deadline as it would be had the step not been taken; those it opened are void. */
function restoredBook(
  actual: readonly DeadlineRow[],
  { without, around, eventId }: { without: Replay; around: BookSurroundings; eventId: CaseEventId },
): DeadlineBook {
  const replayed = new Map(replayedRows(without, around).map((row) => [keyOf(row), row]));
  const book = new DeadlineBook(actual, around);
  for (const row of actual) {
    const wanted = replayed.get(keyOf(row));
    if (!wanted && row.state === 'void') continue;
    if (!wanted) {
      book.restore({
        ...row,
        ...standingOf('void'),
        rung: row.rung,
        closedBy: eventId,
        closedAt: around.now.toISOString(),
        metOn: null,
      });
      continue;
    }
    if (courseOf(row) === courseOf(wanted)) continue;
    const { state, machine, rung, variant, pauses, extensions, closedBy, metOn, metRecordedLate, closedAt } = wanted;
    book.restore({
      ...row,
      state,
      machine,
      rung,
      variant,
      pauses,
      extensions,
      closedBy,
      metOn,
      metRecordedLate,
      closedAt,
    });
  }
  return book;
}

/** What acts have done to a deadline; alarms aside. */
const courseOf = ({ variant, pauses, extensions, closedBy }: DeadlineRow): string =>
  JSON.stringify([
    variant,
    pauses.map(({ from, to, by }) => [from, to, by]),
    extensions.map(({ on, variant: to, by, adds, days }) => [on, to, by, adds, days]),
    closedBy,
  ]);

/** The alarm had gone off by the time the act was recorded. */
const lapsedBy = (row: DeadlineRow, recordedOn: LocalDate): DeadlineRow =>
  row.closedAt === null && row.statutory && row.state !== 'paused' && row.dueOn !== null && row.dueOn < recordedOn
    ? { ...row, ...standingOf('overdue') }
    : row;

function replayedRows({ steps }: Replay, around: BookSurroundings): readonly DeadlineRow[] {
  let rows: readonly DeadlineRow[] = [];
  for (const { event, step, facts } of steps) {
    const book = new DeadlineBook(
      rows.map((row) => lapsedBy(row, dayOf(new Date(event.recordedAt)))),
      { ...around, now: new Date(event.recordedAt) },
    );
    const act = { eventId: event.id, eventType: event.type, occurredOn: event.occurredOn, facts };
    for (const effect of step.effects) if (isDeadlineEffect(effect)) book.apply(effect, act);
    if (step.closed) book.voidRest(act);
    rows = book.all;
  }
  return rows.map((row) => (row.state === 'overdue' ? { ...row, ...standingOf('running') } : row));
}
