import { changedDays, type ExplainedDay, type WorkCalendar } from '#libs/calendar';
import { AppError, maxDate, type LocalDate } from '#libs/shared';
import type { AgencySettings } from '../settings.js';
import type { LimitMove, OpenLimit, Reckon, ReckonedDays } from './model.js';

export interface MoveSurroundings {
  /** The calendar to come, which still knows the earlier ones. */
  readonly calendar: WorkCalendar;
  readonly settings: AgencySettings;
  readonly reckon: Reckon;
  /** Business day. */
  readonly today: LocalDate;
}

/** Only these are broken by being late. */
const binds = ({ kind }: OpenLimit): boolean => kind === 'maximum' || kind === 'internal_until_confirmed';

/**
 * What a calendar does to an open limit. Pure. A limit moves only where the calendar counts one of its own days otherwise:
 * another last day for any other cause (a setting of the agency changed) is not the calendar's to bring. `null`: the
 * statute no longer knows its rule, so that it stays as it is.
 */
export function planMove(limit: OpenLimit, around: MoveSurroundings): LimitMove | null {
  const to = reckoned(limit, around);
  if (!to) return null;
  if (limit.dueOn === null || to.dueOn === null || to.dueOn === limit.dueOn) return still(limit, to);
  const days = causes(limit, to.dueOn, around);
  if (days !== null && days.length === 0)
    return still(limit, { ...stored(limit), calendarVersion: to.calendarVersion });
  return { limit, to, moved: true, days: days ?? [], becomes: becomes(limit, to.dueOn, around.today) };
}

function reckoned(limit: OpenLimit, around: MoveSurroundings): ReckonedDays | null {
  try {
    const { rawEnd, dueOn, warnOn, calendarVersion } = around.reckon(limit, around);
    return { rawEnd, dueOn, warnOn, calendarVersion };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

const stored = ({ rawEnd, dueOn, warnOn }: OpenLimit): Omit<ReckonedDays, 'calendarVersion'> => ({
  rawEnd,
  dueOn,
  warnOn,
});
const still = (limit: OpenLimit, to: ReckonedDays): LimitMove => ({ limit, to, moved: false, days: [], becomes: null });

/** `null`: the calendar it was counted with is not known any more. */
function causes(
  limit: OpenLimit,
  toDue: LocalDate,
  { calendar, settings }: MoveSurroundings,
): readonly ExplainedDay[] | null {
  const before = calendar.earlier?.(limit.calendarVersion);
  if (!before) return null;
  const days = [limit.startOn, limit.dueOn ?? toDue, toDue];
  const from = days.reduce((a, b) => (a < b ? a : b));
  return changedDays(before, calendar, { from, to: days.reduce(maxDate), makeup: settings.makeup });
}

function becomes(limit: OpenLimit, toDue: LocalDate, today: LocalDate): LimitMove['becomes'] {
  if (!binds(limit) || limit.dueOn === null) return null;
  const [was, is] = [limit.dueOn < today, toDue < today];
  if (was === is) return null;
  return is ? 'late' : 'timely';
}
