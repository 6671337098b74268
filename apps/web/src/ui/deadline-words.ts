import { daysBetween } from './dates.js';

export type Tone = 'calm' | 'soon' | 'late' | 'paused' | 'met' | 'met-late' | 'none';

export interface DeadlineLike {
  readonly state: string;
  readonly dueOn: string | null;
  readonly metOn?: string | null;
}

export interface DeadlineReading {
  readonly tone: Tone;
  readonly words: string;
}

/** The words of one deadline on a day: ● Còn 5 ngày, ▲ Còn 2 ngày, ■ Quá hạn 3 ngày, ⏸, ✓. */
export function readDeadline(deadline: DeadlineLike, today: string): DeadlineReading {
  const { state, dueOn, metOn } = deadline;
  if (state === 'void') return { tone: 'none', words: 'Không còn áp dụng' };
  if (state === 'paused') return { tone: 'paused', words: 'Tạm đình chỉ giải quyết' };
  if (state === 'met' || state === 'metLate') {
    const late = dueOn && metOn ? daysBetween(dueOn, metOn) : 0;
    return late > 0 ? { tone: 'met-late', words: `Trễ ${late} ngày` } : { tone: 'met', words: 'Đúng hạn' };
  }
  if (!dueOn) return { tone: 'none', words: 'Không tính bằng ngày' };
  const left = daysBetween(today, dueOn);
  if (left < 0) return { tone: 'late', words: `Quá hạn ${-left} ngày` };
  if (left === 0) return { tone: 'soon', words: 'Hết hạn hôm nay' };
  return { tone: state === 'dueSoon' || left <= 3 ? 'soon' : 'calm', words: `Còn ${left} ngày` };
}
