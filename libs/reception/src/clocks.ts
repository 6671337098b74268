import type { WorkCalendar } from '#libs/calendar';
import { uuidAt } from '#libs/intake';
import type { AgencySettings } from '#libs/oversight';
import { computeDeadline } from '#libs/statute';
import type { LocalDate } from '#libs/shared';
import type { DeadlineRow, Scoped } from './model.js';

export interface ClockPlace extends Scoped {
  readonly sessionId: string;
  readonly visitId: string | null;
}

export interface Reckoning {
  readonly calendar: WorkCalendar;
  readonly settings: AgencySettings;
  readonly systemNow: Date;
}

/** The day a rule gives, by the law of the day it starts from; for a minimum before an event the latest lawful day. */
export function dueBy(
  ruleId: string,
  startOn: LocalDate,
  { calendar, settings }: Pick<Reckoning, 'calendar' | 'settings'>,
) {
  const computed = computeDeadline({ ruleId, startOn, makeup: settings.makeup }, calendar);
  if (computed.due === null) throw new Error(`${ruleId} gives no day`);
  return { dueOn: computed.due, rule: computed.rule, calendarVersion: computed.calendarVersion };
}

export function openClock(
  place: ClockPlace,
  how: Reckoning,
  clock: { ruleId: string; startOn: LocalDate },
): DeadlineRow {
  const { dueOn, rule, calendarVersion } = dueBy(clock.ruleId, clock.startOn, how);
  return {
    id: uuidAt(how.systemNow),
    ...{ sessionId: place.sessionId, visitId: place.visitId },
    ...{ agencyId: place.agencyId, provinceId: place.provinceId, visibleTo: place.visibleTo },
    ...{ ruleId: clock.ruleId, ruleVersion: rule.id, citation: rule.citation },
    ...{ startOn: clock.startOn, dueOn, calendarVersion, state: 'running', closedOn: null },
  };
}

/** Settled by an act of that day: in time, late, or of no more concern. */
export const closeClock = (row: DeadlineRow, outcome: 'met' | 'void', on: LocalDate): DeadlineRow => ({
  ...row,
  state: outcome === 'void' ? 'void' : on <= row.dueOn ? 'met' : 'metLate',
  closedOn: on,
});
