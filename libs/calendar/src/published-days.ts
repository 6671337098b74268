import { AppError, formatDay, isoWeekday, type FieldError, type LocalDate } from '#libs/shared';
import type { CalendarEntry, WorkCalendar } from './types.js';
import { builtInDays, nationalCalendar, type KnownDays } from './work-calendar.js';

/** `ordinary`: neither off nor made up any more; `withdraw`: again what the built-in data say. */
export const PUBLISHED_KINDS = ['off', 'makeup', 'ordinary', 'withdraw'] as const;
export type PublishedKind = (typeof PUBLISHED_KINDS)[number];

/** One day of a publication, with the paper that decides it. */
export interface PublishedDay {
  readonly date: LocalDate;
  readonly kind: PublishedKind;
  /** Shown to officers: "Nghỉ hoán đổi dịp Ngày Văn hóa Việt Nam". */
  readonly name: string;
  /** The deciding paper with its number, and its date where given. */
  readonly basis: string;
  readonly confirmed: boolean;
}

/** What one publication brought. Never changed: a later one takes its place. */
export interface PublishedChange {
  readonly days: readonly PublishedDay[];
  /** The year whose days off are now complete, where the publication carries a whole year. */
  readonly announcesYear: number | null;
  /** Business day of the publication. */
  readonly knownFrom: LocalDate;
}

const entryOf = (day: PublishedDay, kind: CalendarEntry['kind'], knownFrom: LocalDate): CalendarEntry => ({
  date: day.date,
  kind,
  name: day.name,
  basis: day.basis,
  confirmed: day.confirmed,
  knownFrom,
  knownTo: null,
});

/** The days that hold after these publications, in date order: of several that name a day the last one holds. */
export function calendarEntries(changes: readonly PublishedChange[], asOf?: LocalDate): readonly CalendarEntry[] {
  const builtIn = builtInDays(asOf).entries;
  const published = new Map<LocalDate, CalendarEntry | null>();
  for (const { days, knownFrom } of known(changes, asOf))
    for (const day of days) published.set(day.date, day.kind === 'withdraw' ? null : entryOf(day, day.kind, knownFrom));
  const held = [...published.values()].filter((entry) => entry !== null);
  if (held.length === 0) return builtIn;
  return [...builtIn.filter(({ date }) => !published.get(date)), ...held].sort((a, b) => a.date.localeCompare(b.date));
}

const known = (changes: readonly PublishedChange[], asOf: LocalDate | undefined): readonly PublishedChange[] =>
  asOf === undefined ? changes : changes.filter(({ knownFrom }) => knownFrom <= asOf);

/** The built-in calendar with what has been published since; without publications it is the built-in one, version included. */
export function publishedCalendar(
  changes: readonly PublishedChange[],
  { asOf }: { asOf?: LocalDate } = {},
): WorkCalendar {
  const announced: KnownDays['announced'] = known(changes, asOf).flatMap(({ announcesYear, knownFrom }) =>
    announcesYear === null ? [] : [{ year: announcesYear, knownFrom }],
  );
  return nationalCalendar({
    entries: calendarEntries(changes, asOf),
    announced: [...builtInDays(asOf).announced, ...announced],
  });
}

const refuse = (pointer: string, code: string, message: string): FieldError => ({ pointer, code, message });

/**
 * Days that cannot be meant: a rest day taken off, a weekday made up, a day named twice.
 * @throws AppError `CALENDAR.DAYS_INVALID`
 */
export function checkPublishedDays(days: readonly PublishedDay[]): void {
  const seen = new Set<string>();
  const errors = days.flatMap(({ date, kind }, index) => {
    const at = `/entries/${index}/date`;
    const rests = isoWeekday(date) >= 6;
    const twice = seen.has(date);
    seen.add(date);
    if (twice) return [refuse(at, 'CALENDAR.TWICE', `ngày ${formatDay(date)} được nêu hai lần`)];
    if (kind === 'off' && rests)
      return [refuse(at, 'CALENDAR.REST_DAY', `ngày ${formatDay(date)} vốn là ngày nghỉ hằng tuần`)];
    if (kind === 'makeup' && !rests)
      return [refuse(at, 'CALENDAR.WEEKDAY', `ngày ${formatDay(date)} vốn là ngày làm việc, không làm bù được`)];
    return [];
  });
  if (errors.length === 0) return;
  throw new AppError({
    code: 'CALENDAR.DAYS_INVALID',
    status: 422,
    title: 'Ngày nghỉ, ngày làm bù chưa đúng',
    detail: errors.map(({ message }) => message).join('; '),
    errors,
  });
}
