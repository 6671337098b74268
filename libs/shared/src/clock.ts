import type { LocalDate } from './local-date.js';

/**
 * The business clock: the day and instant by which deadlines run. In production it is real time; in the demo an offset
 * row in the database moves it forward, never back. Sessions, leases and queue delays use the system clock instead.
 */
export abstract class Clock {
  abstract now(): Promise<Date>;
  abstract today(): Promise<LocalDate>;
}
