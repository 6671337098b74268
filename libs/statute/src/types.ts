import type { ExplainedDay, MakeupPolicy } from '#libs/calendar';
import type { LocalDate } from '#libs/shared';

/** Where a rule stands in the law, as an officer would quote it. `mark`: V read in the text, V2 in a secondary text, M unconfirmed. */
export interface Citation {
  readonly text: string;
  readonly mark: 'V' | 'V2' | 'M';
}

export type RuleUnit =
  | 'working_day'
  | 'calendar_day'
  | 'month'
  | 'year'
  | 'hour'
  | 'immediately'
  | 'days_per_month'
  | 'days_per_week'
  | 'promptly'
  | 'see_other_law'
  | 'remaining_resolution_time';

export type RuleKind =
  | 'maximum'
  | 'minimum_before_event'
  | 'minimum_duration'
  | 'liability_threshold'
  | 'limitation_period'
  | 'filing_window'
  | 'effect_date'
  | 'alternative_reading'
  | 'internal_until_confirmed'
  | 'minimum_quota'
  | 'cap'
  | 'no_number'
  | 'out_of_scope';

/** `dismissal`: second complaint against a dismissal (LKN Đ.48); the others are findings about the case. */
export type RuleVariant = 'standard' | 'complex' | 'remote' | 'remote_complex' | 'specially_complex' | 'dismissal';

/** One version of one time limit. Versions of the same duty share `ruleId`; `id` is the row of the published table. */
export interface TimeLimitRule {
  readonly id: string;
  readonly ruleId: string;
  /** The pack, i.e. the area of law, whose name is part of the version. */
  readonly pack: string;
  /** The duty in an officer's words: "Thụ lý giải quyết khiếu nại lần đầu". */
  readonly title: string;
  readonly procedure: string;
  readonly stage: string;
  readonly n: number | null;
  readonly unit: RuleUnit;
  readonly fromEvent: string | null;
  readonly kind: RuleKind;
  readonly variants: Readonly<Partial<Record<RuleVariant, number>>>;
  /** Denunciations only: at most `maxTimes` extensions of `n` days. */
  readonly extension?: Readonly<Partial<Record<'complex' | 'specially_complex', { maxTimes: number; n: number }>>>;
  readonly pausableFrom?: LocalDate;
  readonly excludes?: readonly string[];
  readonly guard?: string;
  /** Vietnamese, shown with the answer. */
  readonly note?: string;
  /** Why a missed end is no legal alarm although the table gives a number (text of the circular not confirmed). */
  readonly internal?: string;
  readonly citation: Citation;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  /** Another published reading of the same duty (decree against Law), shown beside it. */
  readonly alternativeReadings: readonly string[];
}

export interface Pause {
  /** Date of the suspension decision: from this day on the limit does not run. */
  readonly from: LocalDate;
  /** Date of the continuation decision: the limit runs again from this day, which counts (NĐ124 Đ.28b k2). `null` while suspended. */
  readonly to: LocalDate | null;
  readonly basis?: string;
}

export interface DeadlineInput {
  readonly ruleId: string;
  readonly startOn: LocalDate;
  readonly variant?: RuleVariant;
  readonly pauses?: readonly Pause[];
  readonly extensions?: number;
  /** Days each order gives, in order, where it gives fewer than the rule; `null` or left out: the rule's own number. */
  readonly extensionDays?: readonly (number | null)[];
  readonly makeup?: MakeupPolicy;
}

export interface RuleReference {
  readonly id: string;
  readonly citation: string;
  readonly version: string;
  readonly kind: RuleKind;
  readonly confirmed: boolean;
  readonly title?: string;
}

export interface DeadlineComputation {
  readonly rule: RuleReference;
  readonly startOn: LocalDate;
  readonly variant: RuleVariant;
  /** Calendar-day limits: the end before rolling off a day off (BLDS Đ.148.5); null for working-day limits. */
  readonly rawEnd: LocalDate | null;
  /** The legal last day. `null` while suspended and for duties without a number. */
  readonly due: LocalDate | null;
  /** Earlier day to warn on, where make-up Saturdays or another reading make a difference. */
  readonly warnOn: LocalDate | null;
  readonly days: readonly ExplainedDay[];
  /** Other published readings of the same duty with their own date, never silently chosen. */
  readonly readings: readonly { readonly rule: RuleReference; readonly due: LocalDate | null }[];
  /** Sentences in Vietnamese: law-in-force remarks, horizon, unconfirmed days. */
  readonly notes: readonly string[];
  /** The answer in the words of the rule's kind: a limit, an effect date, a minimum, a threshold, a window … */
  readonly summary: string;
  /** What the last day would be if a day off that is only proposed were decided. */
  readonly ifDecided?: { readonly days: readonly LocalDate[]; readonly due: LocalDate };
  readonly calendarVersion: string;
}
