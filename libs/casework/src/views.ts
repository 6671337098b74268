import type { ProcedureDefinition } from '#libs/procedure';
import { ruleById } from '#libs/statute';
import { explainDeadline, type ComputeSurroundings } from './compute.js';
import type { CaseRow, DeadlineRow } from './model.js';
import type { CaseFileView, DeadlineView } from './types.js';

/** Parallel regions besides the main one, by name. */
export function regionsOf(definition: ProcedureDefinition, state: CaseRow['state']): Readonly<Record<string, string>> {
  if (typeof state === 'string') return {};
  return Object.fromEntries(
    Object.entries(state).filter(([name, value]) => name !== definition.mainRegion && typeof value === 'string'),
  ) as Record<string, string>;
}

export function deadlineView(row: DeadlineRow, explained?: ComputeSurroundings): DeadlineView {
  const {
    id,
    ruleId,
    ruleVersion,
    citation,
    kind,
    statutory,
    state,
    rung,
    startOn,
    rawEnd,
    dueOn,
    warnOn,
    metOn,
    metRecordedLate,
  } = row;
  const title = (ruleById(ruleVersion) ?? ruleById(ruleId))?.title ?? ruleId;
  const pauses = row.pauses.map(({ from, to }) => ({ from, to }));
  const extensions = row.extensions.map(({ on, variant, days }) => ({ on, variant, days: days ?? null }));
  const view = {
    id,
    ruleId,
    ruleVersion,
    title,
    citation,
    kind,
    statutory,
    state,
    rung,
    startOn,
    rawEnd,
    dueOn,
    warnOn,
    metOn,
    metRecordedLate,
    pauses,
    extensions,
  };
  return explained ? { ...view, explanation: explainDeadline(row, asCounted(row, explained)) } : view;
}

/** By the calendar the stored days were counted with: a limit met before a calendar change keeps its days and their reasons. */
const asCounted = (
  { calendarVersion }: DeadlineRow,
  { calendar, ...around }: ComputeSurroundings,
): ComputeSurroundings => ({
  ...around,
  calendar: calendar.version === calendarVersion ? calendar : (calendar.earlier?.(calendarVersion) ?? calendar),
});

/** Running limits first, by their last day; closed ones after them. */
const byUrgency = (a: DeadlineRow, b: DeadlineRow): number =>
  Number(a.closedAt !== null) - Number(b.closedAt !== null) ||
  (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
  (a.id < b.id ? -1 : 1);

export const deadlineViews = (rows: readonly DeadlineRow[], explained?: ComputeSurroundings): DeadlineView[] =>
  [...rows].sort(byUrgency).map((row) => deadlineView(row, explained));

export function caseView(
  definition: ProcedureDefinition,
  row: CaseRow,
  deadlines: readonly DeadlineRow[],
): CaseFileView {
  return {
    id: row.id,
    petitionId: row.petitionId,
    parentCaseId: row.parentCaseId,
    agencyId: row.agencyId,
    procedure: row.procedure,
    procedureVersion: row.procedureVersion,
    state: row.stage,
    regions: regionsOf(definition, row.state),
    stage: row.stage,
    stageTitle: definition.stages[row.stage]?.title ?? row.stage,
    rev: row.rev,
    assigneeId: row.assigneeId,
    receivedOn: row.receivedOn,
    openedOn: row.openedOn,
    closedOn: row.closedOn,
    outcome: row.outcome,
    deadlines: deadlineViews(deadlines),
  };
}

/** Ended by voiding its number, not by its procedure: the machine still stands where it stood. */
export const isVoided = ({ closedAt, outcome }: Pick<CaseRow, 'closedAt' | 'outcome'>): boolean =>
  closedAt !== null && outcome === 'voided';
