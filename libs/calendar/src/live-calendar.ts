import type { LocalDate } from '#libs/shared';
import { publishedCalendar, type PublishedChange } from './published-days.js';
import type { CalendarEntry, ExplainedDay, MakeupPolicy, WorkCalendar } from './types.js';

/**
 * The calendar a running process counts by: always the newest one it has been told of. Given out once, as an ordinary
 * calendar; whoever holds it counts by a new publication from the moment the process has learnt of it.
 */
export class LiveCalendar implements WorkCalendar {
  private known: readonly PublishedChange[] = [];
  private current = publishedCalendar([]);
  private readonly versions = new Map<string, WorkCalendar>([[this.current.version, this.current]]);

  /** @param changes in the order of their publication */
  constructor(changes: readonly PublishedChange[] = []) {
    this.learn(changes);
  }

  /** Takes in what has been published since; publications are never taken back, so a shorter list is an old one. */
  learn(changes: readonly PublishedChange[]): void {
    for (let count = this.known.length + 1; count <= changes.length; count += 1) {
      this.current = publishedCalendar(changes.slice(0, count));
      if (!this.versions.has(this.current.version)) this.versions.set(this.current.version, this.current);
    }
    if (changes.length > this.known.length) this.known = changes;
  }

  get changes(): readonly PublishedChange[] {
    return this.known;
  }

  /** Versions that a later publication has taken the place of. */
  get superseded(): readonly string[] {
    return [...this.versions.keys()].filter((version) => version !== this.current.version);
  }

  get version(): string {
    return this.current.version;
  }

  get horizon(): WorkCalendar['horizon'] {
    return this.current.horizon;
  }

  get possibleDaysOff(): readonly CalendarEntry[] {
    return this.current.possibleDaysOff ?? [];
  }

  isWorkingDay(date: LocalDate, makeup: MakeupPolicy): boolean {
    return this.current.isWorkingDay(date, makeup);
  }

  describe(date: LocalDate, makeup: MakeupPolicy): ExplainedDay {
    return this.current.describe(date, makeup);
  }

  readonly earlier = (version: string): WorkCalendar | undefined => this.versions.get(version);
}
