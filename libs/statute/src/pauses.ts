import { formatDay, type LocalDate } from '#libs/shared';
import { refusal } from './refusals.js';
import type { Pause, TimeLimitRule } from './types.js';

export interface PauseLaw {
  /** The first day on which a suspension can be decided. */
  readonly from: LocalDate;
  readonly dayName: string;
  readonly basis: string;
}

/** What stops a rule's clock, if anything does. */
export function pauseLawOf(rule: TimeLimitRule): PauseLaw | null {
  if (rule.pausableFrom !== undefined)
    return {
      from: rule.pausableFrom,
      dayName: 'Tạm đình chỉ giải quyết khiếu nại',
      basis: 'LKN Đ.11a k4; NĐ124 Đ.28b k2',
    };
  if (rule.excludes?.includes('tam_dinh_chi'))
    return {
      from: rule.effectiveFrom,
      dayName: 'Tạm đình chỉ giải quyết tố cáo hoặc giám định',
      basis: 'LTC Đ.34 k2; NĐ31 Đ.15 k4',
    };
  if (rule.excludes?.includes('objective_obstacle'))
    return { from: rule.effectiveFrom, dayName: 'Trở ngại khách quan', basis: 'LKN Đ.9' };
  return null;
}

function checkOne(pause: Pause, startOn: LocalDate): void {
  if (pause.to !== null && pause.to < pause.from)
    throw refusal(
      'STATUTE.PAUSE_INVALID',
      `Ngày tiếp tục ${formatDay(pause.to)} trước ngày tạm đình chỉ ${formatDay(pause.from)}.`,
    );
  if (pause.from < startOn)
    throw refusal(
      'STATUTE.PAUSE_INVALID',
      `Ngày tạm đình chỉ ${formatDay(pause.from)} trước ngày bắt đầu tính thời hạn ${formatDay(startOn)}.`,
    );
}

/**
 * A suspension is judged by the law on its own date, not by the law on which the limit started (NĐ155 Đ.22 k1): a
 * complaint accepted in June 2026 can be suspended in August, not in June.
 * @throws AppError `STATUTE.PAUSE_UNKNOWN_TO_LAW`, `STATUTE.PAUSE_INVALID`
 */
export function checkPauses(rule: TimeLimitRule, startOn: LocalDate, pauses: readonly Pause[]): PauseLaw | null {
  if (pauses.length === 0) return null;
  const law = pauseLawOf(rule);
  if (!law)
    throw refusal(
      'STATUTE.PAUSE_UNKNOWN_TO_LAW',
      `${rule.title} (${rule.citation.text}): không có quy định tạm đình chỉ hoặc trừ thời gian.`,
    );
  for (const pause of pauses) {
    checkOne(pause, startOn);
    if (pause.from < law.from)
      throw refusal(
        'STATUTE.PAUSE_UNKNOWN_TO_LAW',
        `Ngày ${formatDay(pause.from)} pháp luật chưa có quy định tạm đình chỉ; chỉ áp dụng từ ngày ${formatDay(law.from)} (${law.basis}).`,
      );
  }
  if (pauses.filter((p) => p.to === null).length > 1)
    throw refusal('STATUTE.PAUSE_INVALID', 'Chỉ một lần tạm đình chỉ có thể chưa có ngày tiếp tục.');
  return law;
}

/** The pause that covers a day: from the suspension decision up to, not including, the continuation decision. */
export const pauseOn = (pauses: readonly Pause[], day: LocalDate): Pause | undefined =>
  pauses.find((p) => p.from <= day && (p.to === null || day < p.to));

/** The stricter reading: the day of the suspension decision still counts. */
export const strictly = (pauses: readonly Pause[], nextDay: (d: LocalDate) => LocalDate): readonly Pause[] =>
  pauses.map((p) => (p.to !== null && p.to <= p.from ? p : { ...p, from: nextDay(p.from) }));
