import type { AnyActor } from '#libs/access';
import { chainEvents, GENESIS_HASH } from '#libs/audit';
import { agencySettings } from '#libs/oversight';
import { open, type Facts, type ProcedureDefinition } from '#libs/procedure';
import { dayOf, type ActorRole, type AgencyId, type CaseEventId, type CaseFileId, type JsonObject } from '#libs/shared';
import { DeadlineBook, isDeadlineEffect } from '../../deadline-book.js';
import type { CaseworkDependencies } from '../../dependencies.js';
import { assigneeAfter, effectRows, procedureEvent, remembered, taskRows, type Writing } from '../../event-draft.js';
import { refused } from '../../errors.js';
import { factsOf } from '../../facts.js';
import { newUuid } from '../../ids.js';
import type { CaseOpen, CaseRow, DeadlineRow } from '../../model.js';
import type { Tx } from '../../ports.js';
import type { OpenCommand } from '../../types.js';
import { bookRows } from '../apply-event/decide-event.js';

export interface OpenedCase {
  readonly caseFileId: CaseFileId;
  readonly openedBy: CaseEventId;
  readonly deadlines: readonly DeadlineRow[];
}

interface Surroundings {
  readonly now: Date;
  readonly settings: ReadonlyMap<AgencyId, JsonObject>;
}

/** New case files with their first event and clocks, inside the caller's transaction. One statement however many they are. */
export async function openCases(
  deps: CaseworkDependencies,
  tx: Tx,
  { actor, commands }: { actor: AnyActor; commands: readonly OpenCommand[] },
): Promise<OpenedCase[]> {
  if (commands.length === 0) return [];
  const around = await deps.files.surroundings(tx, [...new Set(commands.map(({ agencyId }) => agencyId))]);
  const drafts = commands.map((command) => draft({ command, actor, around }, deps));
  await deps.files.open(tx, {
    cases: drafts.map(({ row }) => row),
    events: drafts.flatMap(({ write }) => write.events),
    texts: [],
    opened: drafts.flatMap(({ write }) => write.opened),
    changed: [],
    calledOff: [],
    annulled: [],
    milestones: drafts.flatMap(({ write }) => write.milestones),
    effects: drafts.flatMap(({ write }) => write.effects),
    tasks: drafts.flatMap(({ write }) => write.tasks),
  });
  return drafts.map(({ row, write }) => ({
    caseFileId: row.id,
    openedBy: write.events[0]!.id,
    deadlines: write.opened,
  }));
}

interface Opening {
  readonly command: OpenCommand;
  readonly actor: AnyActor;
  readonly around: Surroundings;
}

/** The law of the day of opening chooses the version of the procedure, which the file then keeps. */
function versionFor({ command, around }: Opening, deps: CaseworkDependencies): ProcedureDefinition {
  const definition =
    deps.procedures.forDay(command.procedure, command.occurredOn ?? command.receivedOn) ??
    deps.procedures.forDay(command.procedure, dayOf(around.now));
  if (!definition) throw new Error(`No version of ${command.procedure} is in force on ${command.receivedOn}`);
  return definition;
}

const roleOf = (actor: AnyActor): ActorRole => ('system' in actor ? 'system' : (actor.roles[0] ?? 'receptionist'));

function draft(opening: Opening, deps: CaseworkDependencies): { row: CaseRow; write: Omit<CaseOpen, 'cases'> } {
  const { command, actor, around } = opening;
  const definition = versionFor(opening, deps);
  const systemNow = deps.systemNow();
  const newId = () => newUuid(systemNow);
  const occurredOn = command.occurredOn ?? command.receivedOn;
  const stated = { ...(command.facts as JsonObject), petitionType: command.petitionType };
  const blank = blankRow(opening, { id: newId() as CaseFileId, definition, knownFacts: stated });
  const facts: Facts = factsOf(blank, { occurredOn, role: roleOf(actor), stated: {} });
  const answer = open(definition, facts);
  if (!answer.ok) throw refused(answer.error);
  const step = answer.value;
  const assigneeId = assigneeAfter(blank.assigneeId, step.effects, facts);
  const writing: Writing = { row: blank, actor, role: roleOf(actor), now: around.now, systemNow, newId };
  const event = procedureEvent(writing, { id: newId() as CaseEventId, type: 'OPEN', occurredOn, facts: stated, step });
  const book = new DeadlineBook([], {
    case: { id: blank.id, assigneeId },
    now: around.now,
    settings: agencySettings(around.settings.get(command.agencyId)),
    calendar: deps.calendar,
    newId,
  });
  for (const effect of step.effects)
    if (isDeadlineEffect(effect)) book.apply(effect, { eventId: event.id, eventType: 'OPEN', occurredOn, facts });
  const events = chainEvents(GENESIS_HASH, [event]);
  const row: CaseRow = {
    ...blank,
    state: step.next.state,
    context: step.next.context,
    stage: step.to,
    knownFacts: remembered(stated, step.effects),
    seq: events.length,
    headHash: events.at(-1)?.hash ?? blank.headHash,
    assigneeId,
  };
  return {
    row,
    write: {
      events,
      texts: [],
      ...bookRows(book, row),
      effects: effectRows(writing, event, { effects: step.effects, facts }),
      tasks: taskRows(writing, event, step.effects),
    },
  };
}

function blankRow(
  { command }: Opening,
  { id, definition, knownFacts }: { id: CaseFileId; definition: ProcedureDefinition; knownFacts: JsonObject },
): CaseRow {
  const openedOn = command.occurredOn ?? command.receivedOn;
  return {
    id,
    petitionId: command.petitionId,
    parentCaseId: command.parentCaseId ?? null,
    part: command.part ?? null,
    agencyId: command.agencyId,
    provinceId: command.provinceId,
    visibleTo: command.visibleTo,
    procedure: command.procedure,
    procedureVersion: definition.version,
    state: '',
    stage: '',
    context: {},
    knownFacts,
    rev: 1,
    seq: 0,
    headHash: GENESIS_HASH,
    assigneeId: command.assigneeId ?? null,
    remote: command.remote,
    moved: false,
    openedOn,
    receivedOn: command.receivedOn,
    lastEventOn: openedOn,
    closedOn: null,
    closedAt: null,
    outcome: null,
  };
}
