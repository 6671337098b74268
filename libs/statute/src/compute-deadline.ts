import { horizonWarning, type MakeupPolicy, type WorkCalendar, withPossibleDaysOff } from '#libs/calendar';
import { addDays, formatDay, type LocalDate } from '#libs/shared';
import type { Counting } from './count-days.js';
import { lengthOf, type LimitLength } from './length-of.js';
import { notesOn } from './notes.js';
import { checkPauses, strictly } from './pauses.js';
import { lastNoticeDay, reckon, type Reckoned } from './reckon.js';
import { refusal } from './refusals.js';
import { isInForce, referenceTo, ruleById, ruleInForce, versionsOf } from './rules.js';
import { summarize } from './summary.js';
import type { DeadlineComputation, DeadlineInput, TimeLimitRule } from './types.js';

/** @throws AppError `STATUTE.RULE_UNKNOWN`, `STATUTE.NOT_IN_FORCE` */
function chooseVersion(ruleId: string, on: LocalDate): TimeLimitRule {
  const rule = ruleInForce(ruleId, on);
  if (rule) return rule;
  const versions = versionsOf(ruleId);
  const first = versions[0];
  if (!first) throw refusal('STATUTE.RULE_UNKNOWN', `Không có quy định thời hạn mang mã ${JSON.stringify(ruleId)}.`);
  const last = versions.at(-1)!;
  throw refusal(
    'STATUTE.NOT_IN_FORCE',
    on < first.effectiveFrom
      ? `Ngày ${formatDay(on)} chưa có quy định này: ${first.citation.text} có hiệu lực từ ngày ${formatDay(first.effectiveFrom)}.`
      : `${last.citation.text} hết hiệu lực sau ngày ${formatDay(last.effectiveTo ?? on)}, không có quy định thay thế vào ngày ${formatDay(on)}.`,
  );
}

/** The rows that read the same duty otherwise on that day: readings of a version, or the law beside a reading. */
function otherReadings(rule: TimeLimitRule, on: LocalDate): readonly TimeLimitRule[] {
  if (rule.kind === 'alternative_reading') return versionsOf(rule.id).filter((r) => isInForce(r, on));
  return rule.alternativeReadings.map(ruleById).filter((r) => r !== undefined && isInForce(r, on)) as TimeLimitRule[];
}

interface Question {
  readonly rule: TimeLimitRule;
  readonly startOn: LocalDate;
  readonly length: LimitLength;
  readonly how: Counting;
}

const answer = (q: Question, change: Partial<Counting> = {}): Reckoned =>
  reckon(q.rule, q.startOn, { length: q.length, how: { ...q.how, ...change } });

/** True when the count met a make-up day: only then does the other policy end elsewhere. */
const metMakeupDay = ({ how }: Question, { rawEnd, days }: Reckoned): boolean =>
  days.some((d) => d.reason === 'makeup') ||
  (rawEnd !== null && how.calendar.describe(rawEnd, how.makeup).reason === 'makeup');

/** Days that a careful officer works towards although the limit itself ends later. */
function earlierDays(q: Question, main: Reckoned): readonly (LocalDate | null)[] {
  const { how, rule } = q;
  const otherPolicy = how.makeup === 'ignore' ? 'count' : 'ignore';
  return [
    metMakeupDay(q, main) ? answer(q, { makeup: otherPolicy }).due : null,
    how.pauses.length > 0 ? answer(q, { pauses: strictly(how.pauses, (d) => addDays(d, 1)) }).due : null,
    rule.kind === 'minimum_before_event' && main.due ? lastNoticeDay(main.due, how) : null,
  ];
}

const earliestBefore = (due: LocalDate | null, days: readonly (LocalDate | null)[]): LocalDate | null => {
  const earlier = days.filter((d) => d !== null && due !== null && d < due).toSorted();
  return earlier[0] ?? null;
};

function ifProposedDaysAreOff(q: Question, { due }: Reckoned): DeadlineComputation['ifDecided'] {
  if (due === null) return undefined;
  const [first, last] = q.startOn <= due ? [q.startOn, due] : [due, q.startOn];
  const proposed = (q.how.calendar.possibleDaysOff ?? []).map((e) => e.date).filter((d) => first <= d && d <= last);
  const calendar = proposed.length > 0 ? withPossibleDaysOff(q.how.calendar) : null;
  const decided = calendar && answer(q, { calendar }).due;
  return decided && decided !== due ? { due: decided, days: proposed } : undefined;
}

/**
 * The last day (or effect date, minimum, threshold …) of a duty, with the law in force on the date of its trigger, the
 * day-by-day explanation, other published readings beside it, and the earliest day worth a warning.
 *
 * @throws AppError `STATUTE.RULE_UNKNOWN`, `STATUTE.NOT_IN_FORCE`, `STATUTE.VARIANT_UNKNOWN`,
 * `STATUTE.EXTENSION_NOT_ALLOWED`, `STATUTE.PAUSE_UNKNOWN_TO_LAW`, `STATUTE.PAUSE_INVALID`
 * @example computeDeadline({ ruleId: 'TCD.REPLY', startOn: localDate('2026-02-10') }, vietnamCalendar()).due // 2026-03-03
 */
export function computeDeadline(input: DeadlineInput, calendar: WorkCalendar): DeadlineComputation {
  const { startOn, pauses = [] } = input;
  const makeup: MakeupPolicy = input.makeup ?? 'ignore';
  const rule = chooseVersion(input.ruleId, startOn);
  const length = lengthOf(rule, input);
  const how: Counting = { calendar, makeup, pauses, pauseLaw: checkPauses(rule, startOn, pauses) };
  const q: Question = { rule, startOn, length, how };
  const main = answer(q);
  const readings = otherReadings(rule, startOn).map((other) => ({
    rule: referenceTo(other),
    due: reckon(other, startOn, { length: { n: other.n, extended: 0 }, how: { ...how, pauses: [] } }).due,
  }));
  const warnOn = earliestBefore(main.due, [...readings.map((r) => r.due), ...earlierDays(q, main)]);
  const ifDecided = ifProposedDaysAreOff(q, main);
  return {
    rule: referenceTo(rule),
    startOn,
    variant: length.variant,
    rawEnd: main.rawEnd,
    due: main.due,
    warnOn,
    days: main.days,
    readings,
    notes: notesOn({
      rule,
      input,
      length,
      main,
      warnOn,
      readings,
      horizon: horizonWarning(calendar, startOn, main.due ?? startOn),
      ...(ifDecided ? { ifDecided } : {}),
    }),
    summary: summarize(rule, {
      n: length.n === null ? null : length.n + length.extended,
      startOn,
      rawEnd: main.rawEnd,
      due: main.due,
    }),
    ...(ifDecided ? { ifDecided } : {}),
    calendarVersion: calendar.version,
  };
}
