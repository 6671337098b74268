import { SYSTEM_ACTOR } from '#libs/access';
import { chainEvents } from '#libs/audit';
import { agencySettings } from '#libs/oversight';
import { checkMigration, hashOf, type CaseMigration } from '#libs/procedure';
import { AppError, dayOf, type CaseEventId, type JsonObject, type JsonValue } from '#libs/shared';
import { DeadlineBook, isDeadlineEffect } from '../../deadline-book.js';
import type { CaseworkDependencies } from '../../dependencies.js';
import { annulments, type Writing } from '../../event-draft.js';
import { newUuid } from '../../ids.js';
import { MIGRATED } from '../../labels.js';
import type { CaseCommit, CaseRow, CaseSnapshot, NewEvent } from '../../model.js';
import { bookRows } from '../apply-event/decide-event.js';
import { movesDates, planMigration, type MigrationPair, type MigrationPlan } from './plan-migration.js';

/** One file of the report: what happened or, in a dry run, would. */
export interface MigratedCase extends MigrationPlan {
  readonly openedOn: CaseRow['openedOn'];
  readonly known: JsonObject;
}

export interface MigrationReport {
  readonly procedure: string;
  readonly from: number;
  readonly to: number;
  readonly dryRun: boolean;
  readonly certificate: string;
  readonly files: readonly MigratedCase[];
  readonly totals: {
    readonly files: number;
    readonly goOver: number;
    readonly stay: number;
    readonly moveDates: number;
  };
}

export interface MigrateOptions {
  readonly dryRun: boolean;
  readonly onFile?: (done: number, of: number) => void;
}

const TRIES = 8;

export const migrationIncomplete = (faults: readonly string[]): AppError =>
  new AppError({
    code: 'MIGRATION.INCOMPLETE',
    status: 409,
    title: 'Bản chuyển đổi phiên bản chưa đủ',
    detail: faults.join('; '),
    extra: { faults },
  });

/**
 * Takes running files of one version over to the next, each in its own guarded write with a ledger event; closed files
 * keep the version they ended under. Run again, it goes on where it stopped.
 * @throws AppError MIGRATION.INCOMPLETE where a stage of the old version has no place in the new
 */
export async function migrateCases(
  deps: CaseworkDependencies,
  migration: CaseMigration,
  { dryRun, onFile }: MigrateOptions,
): Promise<MigrationReport> {
  const { procedure, from, to } = migration;
  const pair = { migration, from: deps.procedures.get(procedure, from), to: deps.procedures.get(procedure, to) };
  const faults = checkMigration(migration, pair);
  if (faults.length > 0) throw migrationIncomplete(faults);
  const certificate = hashOf(pair.to);
  const ids = await deps.files.running(procedure, from);
  const files: MigratedCase[] = [];
  for (const id of ids) {
    const file = await migrateOne(deps, pair, { id, dryRun, certificate });
    if (file) files.push(file);
    onFile?.(files.length, ids.length);
  }
  const goOver = files.filter(({ stays }) => stays === null);
  return {
    ...{ procedure, from, to, dryRun, certificate, files },
    totals: {
      ...{ files: files.length, goOver: goOver.length, stay: files.length - goOver.length },
      moveDates: files.filter(movesDates).length,
    },
  };
}

/** `null`: closed or gone over meanwhile. */
async function migrateOne(
  deps: CaseworkDependencies,
  pair: MigrationPair,
  { id, dryRun, certificate }: { id: CaseRow['id']; dryRun: boolean; certificate: string },
): Promise<MigratedCase | null> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const snapshot = await deps.files.read(SYSTEM_ACTOR, id, null);
    const row = snapshot?.case;
    if (!row || row.closedAt !== null || row.procedureVersion !== pair.migration.from) return null;
    const plan = planMigration(snapshot, pair, deps.calendar);
    const file = { ...plan, openedOn: row.openedOn, known: row.knownFacts };
    if (dryRun || plan.stays !== null) return file;
    const write = writeOf(deps, snapshot, { plan, pair, certificate });
    if ((await deps.files.commit(SYSTEM_ACTOR, write)).done) return file;
  }
  throw new Error(`File ${id} kept moving while it was to go over to version ${pair.migration.to}`);
}

function writeOf(
  deps: CaseworkDependencies,
  { case: before, deadlines, now, settings }: CaseSnapshot,
  { plan, pair, certificate }: { plan: MigrationPlan; pair: MigrationPair; certificate: string },
): CaseCommit {
  const { migration } = pair;
  const systemNow = deps.systemNow();
  const newId = () => newUuid(systemNow);
  const writing: Writing = { row: before, actor: SYSTEM_ACTOR, role: 'system', now, systemNow, newId };
  const eventId = newId() as CaseEventId;
  const around = { now, newId, settings: agencySettings(settings), calendar: deps.calendar };
  const book = new DeadlineBook(deadlines, { ...around, case: before });
  const act = { eventId, eventType: MIGRATED, occurredOn: dayOf(now), facts: plan.starts };
  for (const effect of plan.effects) if (isDeadlineEffect(effect)) book.apply(effect, act);
  const event: NewEvent = {
    ...{ id: eventId, caseId: before.id, seq: before.seq + 1, kind: 'record', type: MIGRATED },
    ...{ occurredOn: dayOf(now), recordedAt: now.toISOString(), systemAt: systemNow.toISOString() },
    ...{ actorId: SYSTEM_ACTOR.userId, actorRole: 'system', basis: [migration.basis as unknown as JsonValue] },
    ...{ fromStage: before.stage, toStage: plan.to, subjectId: null, corrects: null },
    facts: {
      ...{ fromVersion: migration.from, toVersion: migration.to, certificate },
      ...{ fromState: before.state as JsonValue, state: plan.state as JsonValue },
      ...{ facts: plan.facts, starts: plan.starts, effects: plan.effects as unknown as JsonValue },
    },
  };
  const events = chainEvents(before.headHash, [event, ...annulments(writing, book, event)]);
  const after: CaseRow = {
    ...before,
    ...{ procedureVersion: migration.to, state: plan.state, stage: plan.to },
    knownFacts: { ...before.knownFacts, ...plan.facts },
    ...{ rev: before.rev + 1, seq: before.seq + events.length, headHash: events.at(-1)?.hash ?? before.headHash },
  };
  return {
    ...{ before, after, reassigned: false, events, texts: [], effects: [], tasks: [], idempotency: null },
    ...bookRows(book, after),
  };
}
