import type { MakeupPolicy, WorkCalendar } from '#libs/calendar';
import { formatDay, isLocalDate, type LocalDate } from '#libs/shared';
import { type CountComputation, type CountInput, countFrom, dayLines, RULE_UNIT_LABELS } from '#libs/statute';
import { UsageError } from '../../exit-code.js';

export const UNITS = ['working_day', 'calendar_day'] as const;
export const MAKEUP_POLICIES = ['ignore', 'count'] as const satisfies readonly MakeupPolicy[];
/** About forty years of working days: past that a count says nothing. */
export const DAYS_RANGE = { min: -10_000, max: 10_000 } as const;

export interface CountAnswer extends Omit<CountComputation, 'days'> {
  readonly rule: null;
  readonly input: Required<CountInput>;
  readonly days: CountComputation['days'];
}

export const answerCount = (input: CountInput, calendar: WorkCalendar): CountAnswer => {
  const { due, rawEnd, ...rest } = countFrom(input, calendar);
  return { due, rawEnd, rule: null, input: { ...input, makeup: input.makeup ?? 'ignore' }, ...rest };
};

/** The answer for a person: the day first, then why. */
export const countLines = ({ input, due, notes, days, calendarVersion }: CountAnswer): readonly string[] => [
  `Ngày ${formatDay(due)}: ${input.days} ${RULE_UNIT_LABELS[input.unit]} kể từ ngày ${formatDay(input.from)}.`,
  ...notes,
  ...dayLines(days),
  `Lịch làm việc: ${calendarVersion}.`,
];

const isOneOf = <T extends string>(choices: readonly T[], value: unknown): value is T =>
  choices.some((c) => c === value);

function dayField(value: unknown): LocalDate {
  if (!isLocalDate(value))
    throw new UsageError(`"from" phải là ngày NNNN-TT-NN, nhận được ${JSON.stringify(value) ?? 'không có'}`);
  return value;
}

function daysField(value: unknown): number {
  const whole =
    typeof value === 'number' && Number.isInteger(value) && value >= DAYS_RANGE.min && value <= DAYS_RANGE.max;
  if (!whole) throw new UsageError(`"days" phải là số nguyên từ ${DAYS_RANGE.min} đến ${DAYS_RANGE.max}`);
  return value;
}

/** One line of a batch. @throws UsageError naming the field. */
export function countInputOf(line: unknown): CountInput & { readonly calendar?: unknown } {
  if (typeof line !== 'object' || line === null || Array.isArray(line))
    throw new UsageError('mỗi dòng là một đối tượng JSON');
  const { from, days, unit = 'working_day', makeup = 'ignore', calendar } = line as Record<string, unknown>;
  if (!isOneOf(UNITS, unit)) throw new UsageError(`"unit" phải là ${UNITS.join(' hoặc ')}`);
  if (!isOneOf(MAKEUP_POLICIES, makeup)) throw new UsageError(`"makeup" phải là ${MAKEUP_POLICIES.join(' hoặc ')}`);
  return { from: dayField(from), days: daysField(days), unit, makeup, calendar };
}
