import { addDays, assertNever, formatDay, type LocalDate } from '#libs/shared';
import { fromEventLabel, RULE_UNIT_LABELS } from './labels.js';
import type { TimeLimitRule } from './types.js';

interface Answer {
  readonly n: number | null;
  readonly startOn: LocalDate;
  readonly rawEnd: LocalDate | null;
  readonly due: LocalDate | null;
}

const amount = (rule: TimeLimitRule, n: number | null): string =>
  n === null || n === 0 ? RULE_UNIT_LABELS[rule.unit] : `${String(n).padStart(2, '0')} ${RULE_UNIT_LABELS[rule.unit]}`;

function withoutDate(rule: TimeLimitRule): string {
  if (rule.kind === 'cap')
    return rule.unit === 'remaining_resolution_time'
      ? `${rule.title}: không vượt quá thời gian giải quyết còn lại.`
      : `${rule.title}: theo pháp luật được dẫn chiếu, nhập tay kèm căn cứ.`;
  if (rule.kind === 'no_number') return `${rule.title}: pháp luật yêu cầu kịp thời, không ấn định số ngày.`;
  if (rule.kind === 'minimum_quota') return `${rule.title}: ít nhất ${amount(rule, rule.n)}.`;
  if (rule.kind === 'out_of_scope') return `${rule.title}: ngoài phạm vi của phần mềm.`;
  return `${rule.title}: đang tạm đình chỉ, chưa xác định được ngày hết hạn.`;
}

const maximum = (rule: TimeLimitRule, answer: Answer & { due: LocalDate }): string => {
  const day = formatDay(answer.due);
  if (rule.unit === 'immediately') return `${rule.title}: phải thực hiện ngay trong ngày ${day}.`;
  const since = `${fromEventLabel(rule.fromEvent)} (${formatDay(answer.startOn)})`;
  if (rule.unit === 'hour')
    return `${rule.title}: trong ${amount(rule, answer.n)} kể từ ${since}, chậm nhất cùng giờ ngày ${day}.`;
  return `${rule.title}: chậm nhất hết ngày ${day}, ${amount(rule, answer.n)} kể từ ${since}.`;
};

function withDate(rule: TimeLimitRule, answer: Answer & { due: LocalDate }): string {
  const day = formatDay(answer.due);
  switch (rule.kind) {
    case 'maximum':
      return maximum(rule, answer);
    case 'alternative_reading':
      return `Cách tính khác. ${maximum(rule, answer)}`;
    case 'internal_until_confirmed':
      return `Mục tiêu nội bộ, không phải thời hạn luật định. ${maximum(rule, answer)}`;
    case 'minimum_before_event':
      return rule.unit === 'hour'
        ? `${rule.title}: chậm nhất ${amount(rule, answer.n)} trước giờ bắt đầu ngày ${day}.`
        : `${rule.title}: chậm nhất ngày ${day}, ít nhất ${amount(rule, answer.n)} trước ${fromEventLabel(rule.fromEvent)} (${formatDay(answer.startOn)}).`;
    case 'minimum_duration':
      return `${rule.title}: liên tục đến hết ngày ${day}; sớm nhất được kết thúc ngày ${formatDay(addDays(answer.due, 1))}.`;
    case 'effect_date':
      return `${rule.title} từ ngày ${day}, sau ${amount(rule, answer.n)} kể từ ${fromEventLabel(rule.fromEvent)} (${formatDay(answer.startOn)}).`;
    case 'liability_threshold':
      return `${rule.title}: vượt ngưỡng ${amount(rule, answer.n)} sau ngày ${day}.`;
    case 'limitation_period':
      return `${rule.title}: còn đến hết ngày ${day}; thời gian có trở ngại khách quan không tính.`;
    case 'filing_window':
      return `${rule.title}: thực hiện quyền đến hết ngày ${day}.`;
    case 'minimum_quota':
    case 'cap':
    case 'no_number':
    case 'out_of_scope':
      return withoutDate(rule);
    default:
      return assertNever(rule.kind);
  }
}

/** The answer as one Vietnamese sentence in the words of the rule's kind. */
export const summarize = (rule: TimeLimitRule, answer: Answer): string =>
  answer.due === null ? withoutDate(rule) : withDate(rule, { ...answer, due: answer.due });
