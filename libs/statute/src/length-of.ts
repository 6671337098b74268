import { refusal } from './refusals.js';
import { RULE_VARIANT_LABELS } from './labels.js';
import type { DeadlineInput, RuleVariant, TimeLimitRule } from './types.js';

export interface LimitLength {
  readonly n: number | null;
  readonly variant: RuleVariant;
  /** Days added by extensions; they start after the previous raw end. */
  readonly extended: number;
  readonly note: string | null;
}

const CLASS_BY_COUNT = ['standard', 'complex', 'specially_complex'] as const;

function extensionNote(rule: TimeLimitRule, input: DeadlineInput, cls: 'complex' | 'specially_complex'): string {
  const times = input.extensions ?? 0;
  const inferred = input.variant === undefined ? ' (suy ra từ số lần gia hạn)' : '';
  const most = rule.extension?.[cls]?.n ?? 0;
  const days = Array.from({ length: times }, (_, i) => input.extensionDays?.[i] ?? most);
  const each = days.every((n) => n === most) ? `mỗi lần ${most} ngày` : `lần lượt ${days.join(', ')} ngày`;
  return `Gia hạn ${times} lần, ${each}, áp dụng cho ${RULE_VARIANT_LABELS[cls]}${inferred}; mỗi lần tính tiếp từ ngày kết thúc theo ngày lịch của thời hạn trước.`;
}

/** What the orders give together: each at most the rule's number, which counts where an order names none. */
function daysOf(
  rule: TimeLimitRule,
  { times, most, given }: { times: number; most: number; given: readonly (number | null)[] },
): number {
  if (given.length > times) throw refusal('STATUTE.EXTENSION_NOT_ALLOWED', 'Số ngày gia hạn nhiều hơn số lần gia hạn.');
  const wrong = given.find((n) => n !== null && (!Number.isInteger(n) || n < 1 || n > most));
  if (wrong !== undefined)
    throw refusal(
      'STATUTE.EXTENSION_NOT_ALLOWED',
      `${rule.citation.text}: mỗi lần gia hạn từ 1 đến ${most} ngày, yêu cầu ${wrong} ngày.`,
    );
  return Array.from({ length: times }, (_, i) => given[i] ?? most).reduce((sum, n) => sum + n, 0);
}

/** Denunciations: once when complex, twice when specially complex (LTC Đ.30). The class is inferred where it is not given. */
function extended(rule: TimeLimitRule, input: DeadlineInput): LimitLength {
  const times = input.extensions ?? 0;
  if (!Number.isInteger(times) || times < 0)
    throw refusal('STATUTE.EXTENSION_NOT_ALLOWED', 'Số lần gia hạn phải là số nguyên không âm.');
  const given = input.variant ?? CLASS_BY_COUNT[times] ?? 'specially_complex';
  if (given !== 'standard' && given !== 'complex' && given !== 'specially_complex') throw unknownVariant(rule, given);
  const law = given === 'standard' ? { maxTimes: 0, n: 0 } : (rule.extension?.[given] ?? { maxTimes: 0, n: 0 });
  if (times > law.maxTimes)
    throw refusal(
      'STATUTE.EXTENSION_NOT_ALLOWED',
      `${rule.citation.text}: ${RULE_VARIANT_LABELS[given]} được gia hạn tối đa ${law.maxTimes} lần, yêu cầu ${times} lần.`,
    );
  const days = daysOf(rule, { times, most: law.n, given: input.extensionDays ?? [] });
  const note = times === 0 || given === 'standard' ? null : extensionNote(rule, input, given);
  return { n: rule.n, variant: given, extended: days, note };
}

const unknownVariant = (rule: TimeLimitRule, variant: RuleVariant) =>
  refusal(
    'STATUTE.VARIANT_UNKNOWN',
    `${rule.title} (${rule.citation.text}) không có mức riêng cho ${RULE_VARIANT_LABELS[variant]}.`,
  );

/**
 * How long the limit is for this case.
 * @throws AppError `STATUTE.VARIANT_UNKNOWN`, `STATUTE.EXTENSION_NOT_ALLOWED`
 */
export function lengthOf(rule: TimeLimitRule, input: DeadlineInput): LimitLength {
  if (rule.extension) return extended(rule, input);
  if ((input.extensions ?? 0) !== 0)
    throw refusal(
      'STATUTE.EXTENSION_NOT_ALLOWED',
      rule.procedure.startsWith('khieu_nai') || rule.procedure === 'ky_luat'
        ? 'Khiếu nại không có gia hạn: thời hạn chỉ kéo dài một lần khi có văn bản xác định vụ việc phức tạp (NĐ124 Đ.3a k2).'
        : `${rule.title} (${rule.citation.text}) không có quy định gia hạn.`,
    );
  const variant = input.variant ?? 'standard';
  if (variant === 'standard') return { n: rule.n, variant, extended: 0, note: null };
  const n = rule.variants[variant];
  if (n === undefined) throw unknownVariant(rule, variant);
  return { n, variant, extended: 0, note: `Áp dụng mức ${n} cho ${RULE_VARIANT_LABELS[variant]}.` };
}

/** The closest class a rule knows to a case's class: a remote, complex case has a remote effect date, and a standard notice. */
export function variantFor(rule: TimeLimitRule, caseVariant: RuleVariant): RuleVariant {
  const known = (v: RuleVariant): boolean =>
    rule.variants[v] !== undefined ||
    ((v === 'complex' || v === 'specially_complex') && rule.extension?.[v] !== undefined);
  if (known(caseVariant)) return caseVariant;
  if (caseVariant === 'remote_complex') return (['remote', 'complex'] as const).find(known) ?? 'standard';
  if (caseVariant === 'specially_complex' && known('complex')) return 'complex';
  return 'standard';
}
