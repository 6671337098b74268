import type { LocalDate } from '#libs/shared';

/** `holiday` by the Labour Code, `swap` by a decision that moves a working day, `observed` in lieu of a holiday on a rest day. */
export type DayOffKind = 'holiday' | 'swap' | 'observed';

/** A weekday that is off, or a weekend day that is worked, as decided by a named paper and known from a day on. */
export interface CalendarEntry {
  readonly date: LocalDate;
  /** `ordinary`: counted as its weekday says, though another paper had it otherwise. */
  readonly kind: 'off' | 'makeup' | 'ordinary';
  /** Shown to officers: "Tết Bính Ngọ". */
  readonly name: string;
  /** The deciding paper: "TB 9441/TB-BNV". */
  readonly basis: string;
  readonly confirmed: boolean;
  /** The day we learned it; the calendar is bitemporal: `asOf` hides what was not yet known. */
  readonly knownFrom: LocalDate;
  readonly knownTo: LocalDate | null;
  readonly offKind?: DayOffKind;
  /** Proposed only: counted as an ordinary day, and both results are shown. */
  readonly possible?: true;
}

/** Why a day is or is not counted. `rolled`: the working day on which a limit ends that ran out on a day off. */
export type DayReason = 'counted' | 'weekend' | 'holiday' | 'makeup' | 'suspended' | 'start' | 'rolled';

export interface ExplainedDay {
  readonly date: LocalDate;
  readonly counted: boolean;
  readonly reason?: Exclude<DayReason, 'counted'>;
  readonly name?: string;
  readonly basis?: string;
  readonly confirmed?: boolean;
}

/** Whether make-up Saturdays count as working days. No statute says; see domain open question 6. */
export type MakeupPolicy = 'count' | 'ignore';

export interface WorkCalendar {
  /** Names the data so that an explanation can be reproduced, e.g. `vn-2027.1f0c2a9b`; it changes when any entry changes. */
  readonly version: string;
  /** First and last day for which days off are known; counting past it carries a horizon warning. */
  readonly horizon: { readonly from: LocalDate; readonly to: LocalDate };
  isWorkingDay(date: LocalDate, makeup: MakeupPolicy): boolean;
  describe(date: LocalDate, makeup: MakeupPolicy): ExplainedDay;
  /** Days that a decision not yet seen may turn into days off. */
  readonly possibleDaysOff?: readonly CalendarEntry[];
  /** The calendar as it stood under another version, where that is still known: what was settled then is explained by it. */
  readonly earlier?: (version: string) => WorkCalendar | undefined;
}
