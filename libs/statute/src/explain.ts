import type { ExplainedDay } from '#libs/calendar';
import { formatDay, isoWeekday } from '#libs/shared';
import { RULE_VARIANT_LABELS } from './labels.js';
import type { DeadlineComputation } from './types.js';

const WEEKDAYS = ['', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const REASONS: Readonly<Record<NonNullable<ExplainedDay['reason']>, string>> = {
  weekend: 'nghỉ hằng tuần',
  holiday: 'nghỉ lễ',
  makeup: 'làm bù',
  suspended: 'tạm đình chỉ',
  start: 'ngày bắt đầu',
  rolled: 'hết hạn',
};

/** One line a day: date, weekday, its number in the count or why it is not counted, and the paper that says so. */
export function dayLine(day: ExplainedDay, ordinal: number): string {
  // A suspension names itself; the other reasons need their word beside the name.
  const reason = day.reason === 'suspended' && day.name ? undefined : day.reason;
  const why = [reason ? REASONS[reason] : undefined, day.name].filter((word) => word !== undefined).join(', ');
  const what = day.counted ? `tính, ngày thứ ${ordinal}` : 'không tính';
  const named = why === '' ? '' : `: ${why}`;
  const paper = day.basis ? ` (${day.basis}${day.confirmed === false ? ', chưa xác nhận' : ''})` : '';
  return `${formatDay(day.date)} ${WEEKDAYS[isoWeekday(day.date)]}: ${what}${named}${paper}`;
}

/** The days of a count as lines, numbered as they count. */
export function dayLines(days: readonly ExplainedDay[]): readonly string[] {
  let ordinal = 0;
  return days.map((day) => dayLine(day, day.counted ? (ordinal += 1) : ordinal));
}

/** The whole answer as Vietnamese lines, fit for a screen or the back of a receipt. */
export function explain(computation: DeadlineComputation): readonly string[] {
  const { rule } = computation;
  return [
    computation.summary,
    `Căn cứ: ${rule.citation} (${rule.id}, bản ${rule.version})${rule.confirmed ? '' : ', chưa xác nhận'}.`,
    ...(computation.variant === 'standard' ? [] : [`Mức áp dụng: ${RULE_VARIANT_LABELS[computation.variant]}.`]),
    ...computation.notes,
    ...dayLines(computation.days),
    `Lịch làm việc: ${computation.calendarVersion}.`,
  ];
}
