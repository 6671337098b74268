import { ruleInForce } from '#libs/statute';
import { addDays, addMonths, isoWeekday, localDate, type LocalDate } from '#libs/shared';
import type { ReceptionAgency, SessionRow } from './model.js';

/** Which duty binds the head of an agency, by its level (LTCD Đ.12 k5, Đ.15, Đ.18 k2; NĐ154 Đ.10 k2 for public units). */
const DUTY: Readonly<Record<ReceptionAgency['level'], string>> = {
  province: 'TCD.TINH',
  commune: 'TCD.XA',
  department: 'TCD.HEAD',
  unit: 'TCD.HEAD',
};

export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface Owed {
  readonly ruleId: string;
  readonly citation: string;
  readonly unit: 'days_per_month' | 'days_per_week';
  readonly perUnit: number;
  /** One span a month, or one a week. */
  readonly spans: readonly Span[];
  readonly days: number;
}

/**
 * A week that lies in two months belongs to the one with its Thursday, as the weeks of the calendar do. The law does not
 * say; the reading is the product's.
 */
export function weeksOf(month: LocalDate): readonly Span[] {
  const next = addMonths(month, 1);
  let thursday = addDays(month, (4 - isoWeekday(month) + 7) % 7);
  const weeks: Span[] = [];
  for (; thursday < next; thursday = addDays(thursday, 7))
    weeks.push({ from: addDays(thursday, -3), to: addDays(thursday, 3) });
  return weeks;
}

export const monthOf = (day: LocalDate): LocalDate => localDate(`${day.slice(0, 7)}-01`);

/** Days the head owes in a month, by the law in force on its first day; null where no rule binds that level then. */
export function owedIn(month: LocalDate, level: ReceptionAgency['level']): Owed | null {
  const rule = ruleInForce(DUTY[level], month);
  if (!rule || rule.n === null || (rule.unit !== 'days_per_month' && rule.unit !== 'days_per_week')) return null;
  const spans =
    rule.unit === 'days_per_week' ? weeksOf(month) : [{ from: month, to: addDays(addMonths(month, 1), -1) }];
  return {
    ...{ ruleId: rule.id, citation: rule.citation.text, unit: rule.unit, perUnit: rule.n },
    ...{ spans, days: rule.n * spans.length },
  };
}

export const QUOTA_STATUSES = ['held', 'heldByOther', 'upcoming', 'postponed'] as const;
export type QuotaStatus = (typeof QUOTA_STATUSES)[number];
export interface QuotaDay {
  readonly heldOn: LocalDate;
  readonly status: QuotaStatus;
}

const OVER: ReadonlySet<string> = new Set(['receiving', 'concluded', 'notified', 'finished', 'followedUp']);

/** What a periodic session counts as towards the days its leader owes; null where it was called off. */
export function quotaDayOf({
  heldOn,
  stage,
  leaderId,
  hostedBy,
}: Pick<SessionRow, 'heldOn' | 'stage' | 'leaderId' | 'hostedBy'>): QuotaDay | null {
  if (stage === 'cancelled') return null;
  if (stage === 'postponed') return { heldOn, status: 'postponed' };
  if (!OVER.has(stage)) return { heldOn, status: 'upcoming' };
  return { heldOn, status: hostedBy === leaderId ? 'held' : 'heldByOther' };
}

export interface SpanStanding extends Span {
  readonly owed: number;
  readonly held: number;
  readonly planned: number;
  readonly missing: number;
}

export interface MonthStanding {
  readonly owed: Owed;
  readonly spans: readonly SpanStanding[];
  readonly held: number;
  readonly heldByOther: number;
  readonly planned: number;
  readonly postponed: number;
  /** Days neither held nor planned. */
  readonly missing: number;
  /** Some span is over and short of its days. */
  readonly breached: boolean;
}

/**
 * Sets the days held against the days owed. Only days the head received in person count (trực tiếp), two sessions on one
 * day count once, and a day too many in one week does not make up for another week.
 */
export function standing(owed: Owed, days: readonly QuotaDay[], today: LocalDate): MonthStanding {
  const on = (status: QuotaDay['status'], span?: Span): number =>
    new Set(
      days
        .filter((day) => day.status === status && (!span || (day.heldOn >= span.from && day.heldOn <= span.to)))
        .map(({ heldOn }) => heldOn),
    ).size;
  const spans = owed.spans.map((span) => {
    const held = on('held', span);
    const planned = on('upcoming', span);
    return { ...span, owed: owed.perUnit, held, planned, missing: Math.max(0, owed.perUnit - held - planned) };
  });
  return {
    ...{ owed, spans, held: on('held'), heldByOther: on('heldByOther') },
    ...{ planned: on('upcoming'), postponed: on('postponed') },
    missing: spans.reduce((sum, span) => sum + span.missing, 0),
    breached: spans.some((span) => span.to < today && span.held < span.owed),
  };
}
