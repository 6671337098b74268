import type { WorkCalendar } from '#libs/calendar';
import { dayOf } from '#libs/shared';
import type { AgencySettings } from './settings.js';
import { isWorkingInstant, nextWorkingInstant, workingDaysLater } from './working-time.js';

/** An agency's working time around one moment; reckoned once for a set of firings. */
export class OfficeHours {
  /** People are at work now. */
  readonly open: boolean;
  private readonly later = new Map<string, string>();

  constructor(
    readonly settings: AgencySettings,
    private readonly around: { readonly calendar: WorkCalendar; readonly now: Date },
  ) {
    this.open = isWorkingInstant(around.calendar, around.now, settings);
  }

  get nextOpening(): string {
    return nextWorkingInstant(this.around.calendar, this.around.now, this.settings).toISOString();
  }

  /**
   * When a rung `days` working days after one planned for `dueAt` goes out: from the planned moment while it is the same
   * day, else from the actual one, so that rungs keep their distance after a downtime.
   */
  rungAfter(dueAt: string, days: number): string {
    const key = `${dueAt}/${days}`;
    const known = this.later.get(key);
    if (known !== undefined) return known;
    const { calendar, now } = this.around;
    const planned = new Date(dueAt);
    const from = dayOf(planned) === dayOf(now) ? planned : now;
    const next = workingDaysLater(calendar, from, { days, hours: this.settings }).toISOString();
    this.later.set(key, next);
    return next;
  }
}
