import type { ExplainedDay, MakeupPolicy } from '#libs/calendar';
import type { LocalDate } from '#libs/shared';

/** Where a rule stands in the law, as an officer would quote it. `mark`: V read in the text, V2 in a secondary text, M unconfirmed. */
export interface Citation {
  readonly text: string;
  readonly mark: 'V' | 'V2' | 'M';
}

export type RuleUnit = 'working_day' | 'calendar_day' | 'month' | 'year' | 'hour' | 'immediately' | 'days_per_month' | 'days_per_week' | 'promptly' | 'see_other_law' | 'remaining_resolution_time';

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

export type RuleVariant = 'standard' | 'complex' | 'remote' | 'remote_complex' | 'specially_complex';

/** One version of one time limit. Versions of the same duty share `ruleId`; `id` is the row of the published table. */
export interface TimeLimitRule {
  readonly id: string;
  readonly ruleId: string;
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
  readonly note?: string;
  readonly citation: Citation;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  /** Another published reading of the same duty (decree against Law), shown beside it. */
  readonly alternativeReadings: readonly string[];
}

export interface Pause {
  /** Date of the suspension decision: not counted as paused. */
  readonly from: LocalDate;
  /** Date of the continuation decision: counted as paused, the clock runs on after it. `null` while suspended. */
  readonly to: LocalDate | null;
  readonly basis?: string;
}

export interface DeadlineInput {
  readonly ruleId: string;
  readonly startOn: LocalDate;
  readonly variant?: RuleVariant;
  readonly pauses?: readonly Pause[];
  readonly extensions?: number;
  readonly makeup?: MakeupPolicy;
}

export interface RuleReference {
  readonly id: string;
  readonly citation: string;
  readonly version: string;
  readonly kind: RuleKind;
  readonly confirmed: boolean;
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
  readonly calendarVersion: string;
}
