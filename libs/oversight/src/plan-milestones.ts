import { addWorkingDays, type WorkCalendar } from '#libs/calendar';
import { addDays, instantOf, type LocalDate } from '#libs/shared';
import type { RuleKind } from '#libs/statute';
import { REMINDER_KINDS } from './policy.js';
import type { AgencySettings } from './settings.js';
import { openingFrom, openingOf } from './working-time.js';

export type MilestoneKind =
  'remind3' | 'remind1' | 'overdue' | 'rung1' | 'rung2' | 'rung3' | 'rung4' | 'effect' | 'threshold' | 'resumeCheck';

export interface PlannedMilestone {
  readonly kind: MilestoneKind;
  readonly dueAt: Date;
}

export interface PlanInput {
  readonly kind: RuleKind;
  /** Only these have a legal lapse; the rest is reminded of and no more. */
  readonly statutory: boolean;
  readonly startOn: LocalDate;
  /** Last day, or the day of effect; `null`: nothing to watch. */
  readonly dueOn: LocalDate | null;
  /** Earlier day to remind by, where readings or make-up days differ. */
  readonly warnOn: LocalDate | null;
  /** Business time of the planning: reminders that lie before it are not planned. */
  readonly now: Date;
}

export interface PlanSurroundings {
  readonly calendar: WorkCalendar;
  readonly settings: AgencySettings;
}

/** Rungs are not planned here: each is planned when the one before it has fired, so that they keep their distance. */
export function planMilestones(input: PlanInput, around: PlanSurroundings): PlannedMilestone[] {
  const { dueOn, kind } = input;
  if (dueOn === null) return [];
  if (kind === 'effect_date') return [{ kind: 'effect', dueAt: instantOf(dueOn) }];
  if (kind === 'liability_threshold') return [{ kind: 'threshold', dueAt: dayAfter(dueOn, around) }];
  if (kind !== 'maximum' && kind !== 'internal_until_confirmed') return [];
  const planned = reminders(input, around);
  if (input.statutory) planned.push({ kind: 'overdue', dueAt: dayAfter(dueOn, around) });
  return planned;
}

function reminders(input: PlanInput, { calendar, settings }: PlanSurroundings): PlannedMilestone[] {
  const last = input.warnOn ?? input.dueOn;
  if (last === null) return [];
  return settings.escalation.reminders
    .map((days, index) => ({
      kind: REMINDER_KINDS[index] ?? 'remind1',
      dueAt: openingOf(addWorkingDays(calendar, { from: last, days: -days, makeup: settings.makeup }), settings),
    }))
    .filter(({ dueAt }) => dueAt > input.now);
}

/** The last day belongs to the officer to its end; the notice comes at the next opening. */
const dayAfter = (day: LocalDate, { calendar, settings }: PlanSurroundings): Date =>
  openingFrom(calendar, addDays(day, 1), settings);
