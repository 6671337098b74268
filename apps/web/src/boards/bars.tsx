import { Link } from 'react-router';
import { count } from '../ui/text.js';
import './boards.css';

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly link: string;
  readonly current: boolean;
}

/** Sorted bars; the number stands beside each bar and leads to its list. */
export function Bars({ bars, unit, labelledBy }: { bars: readonly Bar[]; unit: string; labelledBy: string }) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <ul className="bars" aria-labelledby={labelledBy}>
      {[...bars]
        .sort((a, b) => b.value - a.value)
        .map((bar) => (
          <li key={bar.key} className={bar.current ? 'current' : ''}>
            <Link to={bar.link} {...(bar.current ? { 'aria-current': 'true' as const } : {})}>
              <span className="bar-name">{bar.name}</span>{' '}
              <span className="bar-track" aria-hidden="true">
                {bar.value > 0 && <span className="bar-fill" style={{ width: `${(bar.value / most) * 100}%` }} />}
              </span>
              <span className="bar-value num">
                {count(bar.value)} <span className="visually-hidden">{unit}</span>
              </span>
            </Link>
          </li>
        ))}
    </ul>
  );
}
