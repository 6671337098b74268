import { dirname, isAbsolute, join } from 'node:path';
import type { WorkCalendar } from '#libs/calendar';
import { AppError } from '#libs/shared';
import { UsageError } from '../../exit-code.js';
import { inputPath, readInputFile, readJsonFile } from '../../options.js';
import { calendarFromJson } from './calendar-option.js';
import { answerCount, countInputOf } from './count.js';

export interface BatchLine {
  readonly json: string;
  readonly failed: boolean;
}

/** Calendars of a batch: a file's name, relative to the batch, or the calendar itself; each is read once. */
class BatchCalendars {
  readonly #known = new Map<string, WorkCalendar>();
  readonly #folder: string;
  readonly #fallback: WorkCalendar;

  constructor(batchPath: string, fallback: WorkCalendar) {
    this.#folder = dirname(inputPath(batchPath));
    this.#fallback = fallback;
  }

  of(value: unknown): WorkCalendar {
    if (value === undefined || value === null) return this.#fallback;
    const key = JSON.stringify(value);
    const calendar = this.#known.get(key) ?? this.#read(value);
    this.#known.set(key, calendar);
    return calendar;
  }

  #read(value: unknown): WorkCalendar {
    if (typeof value !== 'string') return calendarFromJson('"calendar"', value);
    const path = isAbsolute(value) ? value : join(this.#folder, value);
    return calendarFromJson('"calendar"', readJsonFile('"calendar"', path));
  }
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError('không phải JSON');
  }
}

function answerLine(text: string, line: number, calendars: BatchCalendars): BatchLine {
  try {
    const { calendar, ...input } = countInputOf(parseLine(text));
    return { json: JSON.stringify(answerCount(input, calendars.of(calendar))), failed: false };
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof AppError)) throw error;
    const code = error instanceof AppError ? error.code : 'CLI.BATCH_LINE';
    return { json: JSON.stringify({ error: { line, code, message: error.message } }), failed: true };
  }
}

/** One answer a line that is not blank, in order; a bad line answers with its error and does not stop the rest. */
export function* answerBatch(path: string, fallback: WorkCalendar): Generator<BatchLine> {
  const calendars = new BatchCalendars(path, fallback);
  const lines = readInputFile('--batch', path).split(/\r?\n/);
  for (const [index, text] of lines.entries()) if (text.trim() !== '') yield answerLine(text, index + 1, calendars);
}
