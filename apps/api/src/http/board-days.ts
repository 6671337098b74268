import { addWorkingDays, type WorkCalendar } from '#libs/calendar';
import type { BoardDays } from '#libs/persistence';
import type { Clock } from '#libs/shared';

/** "Soon" begins with the first reminder, three working days ahead (internal rule). */
const SOON_WORKING_DAYS = 3;

export async function boardDays(clock: Clock, calendar: WorkCalendar): Promise<BoardDays> {
  const today = await clock.today();
  return { today, soonUntil: addWorkingDays(calendar, { from: today, days: SOON_WORKING_DAYS }) };
}
