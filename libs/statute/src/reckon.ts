import { addWorkingDays, explainDays, rollBackward, type ExplainedDay } from '#libs/calendar';
import { addDays, addMonths, type LocalDate } from '#libs/shared';
import { asCalendarDay, type Counting, countForward, rollEnd } from './count-days.js';
import type { RuleKind, RuleUnit, TimeLimitRule } from './types.js';

export interface Reckoned {
  readonly rawEnd: LocalDate | null;
  readonly due: LocalDate | null;
  readonly days: readonly ExplainedDay[];
}

interface Length {
  readonly n: number | null;
  readonly extended: number;
}

/** Kinds whose end moves off a day off. A minimum, an effect date, a threshold stay where the count ends. */
const ROLLS: ReadonlySet<RuleKind> = new Set([
  'maximum',
  'internal_until_confirmed',
  'alternative_reading',
  'limitation_period',
  'filing_window',
]);

const NOTHING: Reckoned = { rawEnd: null, due: null, days: [] };
const MONTHS: Partial<Record<RuleUnit, number>> = { month: 1, year: 12 };

function backward(rule: TimeLimitRule, eventOn: LocalDate, how: Counting): Reckoned {
  const n = rule.n ?? 0;
  if (rule.unit === 'hour') return { rawEnd: eventOn, due: eventOn, days: [] };
  const due =
    rule.unit === 'working_day'
      ? addWorkingDays(how.calendar, { from: eventOn, days: -n, makeup: how.makeup })
      : addDays(eventOn, -n);
  const days = explainDays(how.calendar, { from: eventOn, to: due, makeup: how.makeup });
  if (rule.unit === 'working_day') return { rawEnd: null, due, days };
  return { rawEnd: due, due, days: days.map(asCalendarDay) };
}

function finish(
  rule: TimeLimitRule,
  counted: { end: LocalDate; days: readonly ExplainedDay[] },
  how: Counting,
): Reckoned {
  const rawEnd = counted.end;
  if (rule.kind === 'effect_date') {
    const due = addDays(rawEnd, 1);
    return {
      rawEnd,
      due,
      days: [...counted.days, { date: due, counted: false, name: 'Có hiệu lực pháp luật', basis: rule.citation.text }],
    };
  }
  if (!ROLLS.has(rule.kind)) return { rawEnd, due: rawEnd, days: counted.days };
  const rolled = rollEnd(rawEnd, how);
  return { rawEnd, due: rolled.end, days: [...counted.days, ...rolled.days] };
}

/** The dates of one rule from one day: pure arithmetic, no choice of law. */
export function reckon(rule: TimeLimitRule, startOn: LocalDate, options: { length: Length; how: Counting }): Reckoned {
  const { length, how } = options;
  if (length.n === null || rule.kind === 'minimum_quota' || rule.kind === 'out_of_scope') return NOTHING;
  if (rule.kind === 'minimum_before_event') return backward(rule, startOn, how);
  const total = length.n + length.extended;
  const months = MONTHS[rule.unit];
  if (months !== undefined) return finish(rule, { end: addMonths(startOn, total * months), days: [] }, how);
  // Hours run from a moment that only the caller knows; the day they end on is not moved.
  if (rule.unit === 'hour') {
    const end = addDays(startOn, Math.ceil(total / 24));
    return { rawEnd: end, due: end, days: [] };
  }
  if (rule.unit === 'immediately') return { rawEnd: startOn, due: startOn, days: [] };
  if (rule.unit !== 'working_day' && rule.unit !== 'calendar_day') return NOTHING;
  const counted = countForward(startOn, { n: total, unit: rule.unit }, how);
  if (counted.end === null) return { rawEnd: null, due: null, days: counted.days };
  if (rule.unit === 'working_day') return { rawEnd: null, due: counted.end, days: counted.days };
  return finish(rule, { end: counted.end, days: counted.days }, how);
}

/** The last working day on which a notice can really go out, where the calendar-day minimum ends on a day off. */
export const lastNoticeDay = (due: LocalDate, how: Counting): LocalDate => rollBackward(how.calendar, due, how.makeup);
