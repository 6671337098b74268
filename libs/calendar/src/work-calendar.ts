import { isoWeekday, type LocalDate, localDate } from '#libs/shared';
import type { CalendarEntry, ExplainedDay, MakeupPolicy, WorkCalendar } from './types.js';
import { VIETNAM_DAYS, YEARS_ANNOUNCED } from './vietnam-days.js';

interface CalendarData {
  readonly name: string;
  /** ISO weekdays of rest, 1 = Monday … 7 = Sunday. */
  readonly weekend: readonly number[];
  readonly entries: readonly CalendarEntry[];
  readonly horizon: WorkCalendar['horizon'];
}

/** FNV-1a over the entries: enough to tell two data sets apart, without a dependency on a crypto module. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const dataText = (data: CalendarData): string =>
  [
    data.weekend.join(),
    ...data.entries.map((e) => [e.date, e.kind, e.name, e.basis, e.confirmed, e.possible].join('|')),
  ].join('\n');

const reasonOf = (kind: CalendarEntry['kind'], counted: boolean): ExplainedDay['reason'] | undefined => {
  if (kind === 'ordinary') return counted ? undefined : 'weekend';
  return kind === 'off' ? 'holiday' : 'makeup';
};

/** Builds a calendar whose days are described once and then shared: explanations are read far more often than data changes. */
export function createCalendar(data: CalendarData): WorkCalendar {
  const rest = new Set(data.weekend);
  const possible = new Map<string, CalendarEntry>();
  const off = new Map<string, CalendarEntry>();
  const makeup = new Map<string, CalendarEntry>();
  const ordinary = new Map<string, CalendarEntry>();
  const byKind = { off, makeup, ordinary };
  for (const e of data.entries) (e.possible ? possible : byKind[e.kind]).set(e.date, e);

  const isWorkingDay = (date: LocalDate, policy: MakeupPolicy): boolean => {
    if (off.has(date)) return false;
    return !rest.has(isoWeekday(date)) || (policy === 'count' && makeup.has(date));
  };

  const explain = (date: LocalDate, policy: MakeupPolicy): ExplainedDay => {
    const counted = isWorkingDay(date, policy);
    const named = off.get(date) ?? makeup.get(date) ?? possible.get(date) ?? ordinary.get(date);
    if (!named) return counted ? { date, counted } : { date, counted, reason: 'weekend' };
    const reason = named.possible ? undefined : reasonOf(named.kind, counted);
    return {
      date,
      counted,
      ...(reason ? { reason } : {}),
      name: named.name,
      basis: named.basis,
      ...(named.confirmed ? {} : { confirmed: false }),
    };
  };

  const described = { count: new Map<string, ExplainedDay>(), ignore: new Map<string, ExplainedDay>() };
  const describe = (date: LocalDate, policy: MakeupPolicy): ExplainedDay => {
    const known = described[policy].get(date);
    if (known) return known;
    const day = Object.freeze(explain(date, policy));
    described[policy].set(date, day);
    return day;
  };

  return {
    version: `${data.name}.${fingerprint(dataText(data))}`,
    horizon: data.horizon,
    isWorkingDay,
    describe,
    possibleDaysOff: [...possible.values()],
  };
}

interface Announced {
  readonly year: number;
  readonly knownFrom: LocalDate;
}

export interface KnownDays {
  readonly entries: readonly CalendarEntry[];
  readonly announced: readonly Announced[];
}

/** The last year of an unbroken row of announced years; before the first notice the horizon is the table's first day alone. */
function announcedYears(announced: readonly Announced[]): WorkCalendar['horizon'] {
  const first = YEARS_ANNOUNCED[0]!.year;
  const years = new Set(announced.map(({ year }) => year));
  let last = first - 1;
  while (years.has(last + 1)) last += 1;
  const from = localDate(`${first}-01-01`);
  return { from, to: last >= first ? localDate(`${last}-12-31`) : from };
}

/** Saturday and Sunday off, and these days. */
export function nationalCalendar({ entries, announced }: KnownDays): WorkCalendar {
  const horizon = announcedYears(announced);
  return createCalendar({ name: `vn-${horizon.to.slice(0, 4)}`, weekend: [6, 7], entries, horizon });
}

/** The built-in days as they were known at the end of a day; without one, all of them. */
export function builtInDays(asOf?: LocalDate): KnownDays {
  if (!asOf) return { entries: VIETNAM_DAYS, announced: YEARS_ANNOUNCED };
  return {
    entries: VIETNAM_DAYS.filter((e) => e.knownFrom <= asOf && (e.knownTo === null || asOf < e.knownTo)),
    announced: YEARS_ANNOUNCED.filter((y) => y.knownFrom <= asOf),
  };
}

const asKnown = new Map<string, WorkCalendar>();

/**
 * The working days of Vietnamese public servants, 2024–2027 (Saturday and Sunday off), as built in: version 0 of what is
 * published later. With `asOf`, what was known at the end of that day: a notice published later is not in it, and the
 * version differs.
 */
export function vietnamCalendar(options: { asOf?: LocalDate } = {}): WorkCalendar {
  const { asOf } = options;
  const known = asKnown.get(asOf ?? '');
  if (known) return known;
  const calendar = nationalCalendar(builtInDays(asOf));
  asKnown.set(asOf ?? '', calendar);
  return calendar;
}

/** The same calendar with the days that are only proposed taken as off; null when there are none. */
export function withPossibleDaysOff(calendar: WorkCalendar): WorkCalendar | null {
  const proposed = new Set<string>(calendar.possibleDaysOff?.map((e) => e.date));
  if (proposed.size === 0) return null;
  return {
    version: `${calendar.version}+possible`,
    horizon: calendar.horizon,
    isWorkingDay: (date, policy) => !proposed.has(date) && calendar.isWorkingDay(date, policy),
    describe: (date, policy) => {
      const day = calendar.describe(date, policy);
      return proposed.has(date) ? { ...day, counted: false, reason: 'holiday' } : day;
    },
  };
}
