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

/** Builds a calendar whose days are described once and then shared: explanations are read far more often than data changes. */
export function createCalendar(data: CalendarData): WorkCalendar {
  const rest = new Set(data.weekend);
  const possible = new Map<string, CalendarEntry>();
  const off = new Map<string, CalendarEntry>();
  const makeup = new Map<string, CalendarEntry>();
  for (const e of data.entries) (e.possible ? possible : e.kind === 'off' ? off : makeup).set(e.date, e);

  const isWorkingDay = (date: LocalDate, policy: MakeupPolicy): boolean => {
    if (off.has(date)) return false;
    return !rest.has(isoWeekday(date)) || (policy === 'count' && makeup.has(date));
  };

  const explain = (date: LocalDate, policy: MakeupPolicy): ExplainedDay => {
    const counted = isWorkingDay(date, policy);
    const named = off.get(date) ?? makeup.get(date) ?? possible.get(date);
    if (!named) return counted ? { date, counted } : { date, counted, reason: 'weekend' };
    const reason = named.possible ? undefined : named.kind === 'off' ? 'holiday' : 'makeup';
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

/** Before the first notice of the table nothing is announced: the horizon is then the table's first day alone. */
function announcedYears(asOf: LocalDate | undefined): WorkCalendar['horizon'] {
  const years = YEARS_ANNOUNCED.filter((y) => asOf === undefined || y.knownFrom <= asOf).map((y) => y.year);
  const from = localDate(`${YEARS_ANNOUNCED[0]!.year}-01-01`);
  return { from, to: years.length > 0 ? localDate(`${years.at(-1)}-12-31`) : from };
}

const asKnown = new Map<string, WorkCalendar>();

/**
 * The working days of Vietnamese public servants, 2024–2027 (Saturday and Sunday off).
 * With `asOf`, what was known at the end of that day: a notice published later is not in it, and the version differs.
 */
export function vietnamCalendar(options: { asOf?: LocalDate } = {}): WorkCalendar {
  const { asOf } = options;
  const known = asKnown.get(asOf ?? '');
  if (known) return known;
  const entries = asOf
    ? VIETNAM_DAYS.filter((e) => e.knownFrom <= asOf && (e.knownTo === null || asOf < e.knownTo))
    : VIETNAM_DAYS;
  const horizon = announcedYears(asOf);
  const calendar = createCalendar({ name: `vn-${horizon.to.slice(0, 4)}`, weekend: [6, 7], entries, horizon });
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
