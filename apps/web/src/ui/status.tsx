import { daysBetween } from './dates.js';

export type Tone = 'calm' | 'soon' | 'late' | 'paused' | 'met' | 'met-late' | 'none';

const SHAPES: Record<Tone, React.ReactNode> = {
  calm: <circle cx="6" cy="6" r="5" />,
  soon: <path d="M6 1 11.5 11H.5z" />,
  late: <rect x="1" y="1" width="10" height="10" rx="1" />,
  paused: <path d="M2 1h3v10H2zM7 1h3v10H7z" />,
  met: <path d="M1 6.5 4.500 10 11 2.500" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  'met-late': (
    <path
      d="M.5 6.500 3.500 10 8 2.500M10.700 1v6.500M10.700 9.500v2"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    />
  ),
  none: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
};

/** Icon, words and colour together: no meaning hangs on colour alone. */
export function Status({ tone, children, title }: { tone: Tone; children: React.ReactNode; title?: string }) {
  return (
    <span className={`status ${tone}`} title={title}>
      <svg viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
        {SHAPES[tone]}
      </svg>
      {children}
    </span>
  );
}

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

export function DeadlineStatus({ deadline, today }: { deadline: DeadlineLike; today: string }) {
  const { tone, words } = readDeadline(deadline, today);
  return <Status tone={tone}>{words}</Status>;
}
