import { daysBetween } from './dates.js';

export type Tone = 'calm' | 'soon' | 'late' | 'paused' | 'met' | 'met-late' | 'none';

export interface DeadlineLike {
  readonly state: string;
  readonly dueOn: string | null;
  readonly metOn?: string | null;
  /** RuleKind; lists do not carry it and mean a maximum. */
  readonly kind?: string;
  readonly statutory?: boolean;
}

export interface DeadlineReading {
  readonly tone: Tone;
  readonly words: string;
}

/** Dates of the law that nobody can be late for: what they are called, before and after. */
const NOT_A_LIMIT: Readonly<
  Record<string, { readonly name: string; readonly ahead: (n: number) => string; readonly past: string }>
> = {
  effect_date: { name: 'ngày có hiệu lực', ahead: (n) => `Có hiệu lực sau ${n} ngày`, past: 'Đã có hiệu lực' },
  minimum_duration: { name: 'thời gian tối thiểu', ahead: (n) => `Còn ${n} ngày`, past: 'Đã đủ thời gian' },
  minimum_before_event: { name: 'thời gian tối thiểu', ahead: (n) => `Còn ${n} ngày`, past: 'Đã đủ thời gian' },
  filing_window: { name: 'thời hạn thực hiện quyền', ahead: (n) => `Còn ${n} ngày`, past: 'Đã hết thời hạn' },
  limitation_period: { name: 'thời hiệu', ahead: (n) => `Còn ${n} ngày`, past: 'Đã hết thời hiệu' },
  liability_threshold: { name: 'mốc xem xét trách nhiệm', ahead: (n) => `Còn ${n} ngày`, past: 'Đã qua mốc' },
};

/** What stands beside a date that is no legal limit to be late for; null for one that is. */
export function markOf({ kind, statutory }: DeadlineLike): string | null {
  const other = kind === undefined ? undefined : NOT_A_LIMIT[kind];
  if (other) return other.name;
  if (statutory !== false) return null;
  return kind === undefined ? 'không phải hạn chót theo luật' : 'mục tiêu nội bộ';
}

/** The words of one deadline on a day: ● Còn 5 ngày, ▲ Còn 2 ngày, ■ Quá hạn 3 ngày, ⏸, ✓. */
export function readDeadline(deadline: DeadlineLike, today: string): DeadlineReading {
  const { state, dueOn, metOn, kind = 'maximum' } = deadline;
  if (state === 'void') return { tone: 'none', words: 'Không còn áp dụng' };
  if (state === 'paused') return { tone: 'paused', words: 'Tạm đình chỉ giải quyết' };
  const closed = state === 'met' || state === 'metLate';
  const other = NOT_A_LIMIT[kind];
  if (other) {
    const left = dueOn ? daysBetween(today, dueOn) : 0;
    return !closed && left > 0 ? { tone: 'calm', words: other.ahead(left) } : { tone: 'none', words: other.past };
  }
  if (closed) {
    const late = dueOn && metOn ? daysBetween(dueOn, metOn) : 0;
    return late > 0 ? { tone: 'met-late', words: `Trễ ${late} ngày` } : { tone: 'met', words: 'Đúng hạn' };
  }
  if (!dueOn) return { tone: 'none', words: 'Không tính bằng ngày' };
  const left = daysBetween(today, dueOn);
  if (left < 0) return { tone: 'late', words: `Quá hạn ${-left} ngày` };
  if (left === 0) return { tone: 'soon', words: 'Hết hạn hôm nay' };
  return { tone: state === 'dueSoon' || left <= 3 ? 'soon' : 'calm', words: `Còn ${left} ngày` };
}
