import { calendarFromFile, vietnamCalendar, type WorkCalendar } from '#libs/calendar';
import { AppError } from '#libs/shared';
import { UsageError } from '../../exit-code.js';
import { readJsonFile } from '../../options.js';

/** A calendar given as JSON. @throws UsageError when its content is not a calendar. */
export function calendarFromJson(name: string, json: unknown): WorkCalendar {
  try {
    return calendarFromFile(json);
  } catch (error) {
    if (error instanceof AppError) throw new UsageError(`${name}: ${error.detail ?? error.title}`);
    throw error;
  }
}

/** The built-in calendar, or the file that replaces it. */
export const calendarFor = (path: string | undefined): WorkCalendar =>
  path === undefined ? vietnamCalendar() : calendarFromJson('--calendar', readJsonFile('--calendar', path));
