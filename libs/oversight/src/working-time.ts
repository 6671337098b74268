import { addWorkingDays, rollForward, type WorkCalendar } from '#libs/calendar';
import { dayOf, instantOf, type LocalDate } from '#libs/shared';
import type { AgencySettings } from './settings.js';

/** Hours in which people are told things. Internal policy: the law counts days. */
export type WorkingHours = Pick<AgencySettings, 'workStart' | 'workEnd' | 'makeup'>;

export const openingOf = (day: LocalDate, hours: WorkingHours): Date => instantOf(day, hours.workStart);
const closingOf = (day: LocalDate, hours: WorkingHours): Date => instantOf(day, hours.workEnd);

/** The instant itself when people are at work then, else the next opening. */
export function nextWorkingInstant(calendar: WorkCalendar, instant: Date, hours: WorkingHours): Date {
  const day = dayOf(instant);
  if (calendar.isWorkingDay(day, hours.makeup)) {
    if (instant < openingOf(day, hours)) return openingOf(day, hours);
    if (instant < closingOf(day, hours)) return instant;
  }
  return openingOf(addWorkingDays(calendar, { from: day, days: 1, makeup: hours.makeup }), hours);
}

export const isWorkingInstant = (calendar: WorkCalendar, instant: Date, hours: WorkingHours): boolean =>
  nextWorkingInstant(calendar, instant, hours).getTime() === instant.getTime();

/** The same time of day `days` working days later, kept inside the hours. */
export function workingDaysLater(
  calendar: WorkCalendar,
  instant: Date,
  { days, hours }: { days: number; hours: WorkingHours },
): Date {
  const start = nextWorkingInstant(calendar, instant, hours);
  const day = addWorkingDays(calendar, { from: dayOf(start), days, makeup: hours.makeup });
  return new Date(openingOf(day, hours).getTime() + (start.getTime() - openingOf(dayOf(start), hours).getTime()));
}

/** Opening of the first working day on or after a day. */
export const openingFrom = (calendar: WorkCalendar, day: LocalDate, hours: WorkingHours): Date =>
  openingOf(rollForward(calendar, day, hours.makeup), hours);
