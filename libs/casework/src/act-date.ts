import { addWorkingDays, countWorkingDays, type WorkCalendar } from '#libs/calendar';
import type { AgencySettings } from '#libs/oversight';
import { dayOf, maxDate, type LocalDate } from '#libs/shared';
import { backdated, futureDate, reasonRequired } from './errors.js';

export interface ActDateInput {
  readonly occurredOn: LocalDate | undefined;
  readonly reason: string | undefined;
  readonly lastEventOn: LocalDate;
  readonly now: Date;
  readonly settings: AgencySettings;
  readonly calendar: WorkCalendar;
}

/** Working days after which an act recorded late needs a reason. */
const WITHOUT_REASON = 1;

/**
 * The day of the act: today unless it is being recorded later. How far back an act may be recorded is internal policy of the
 * agency; that it does not come before the act it follows is not.
 * @throws AppError CASEWORK.FUTURE_DATE, CASEWORK.BACKDATED, CASEWORK.REASON_REQUIRED
 */
export function actDate({ occurredOn, reason, lastEventOn, now, settings, calendar }: ActDateInput): LocalDate {
  const today = dayOf(now);
  const day = occurredOn ?? maxDate(today, lastEventOn);
  if (day > today) throw futureDate(today);
  if (day < lastEventOn) throw backdated({ earliest: lastEventOn, limit: null });
  const limit = settings.backdateWorkingDays;
  const earliest = addWorkingDays(calendar, { from: today, days: -limit, makeup: settings.makeup });
  if (day < earliest && day !== today) throw backdated({ earliest, limit });
  const late = countWorkingDays(calendar, { from: day, to: today, makeup: settings.makeup });
  if (late > WITHOUT_REASON && !reason?.trim()) throw reasonRequired();
  return day;
}
