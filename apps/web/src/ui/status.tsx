import { readDeadline, type DeadlineLike, type Tone } from './deadline-words.js';

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

export function DeadlineStatus({ deadline, today }: { deadline: DeadlineLike; today: string }) {
  const { tone, words } = readDeadline(deadline, today);
  return <Status tone={tone}>{words}</Status>;
}
