import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { count } from '../ui/text.js';
import { pageOf } from './board-queries.js';

const HANDS = 4;

/** What turns overdue in 3, 5 and 10 working days if nothing is done, and in whose hands. */
export function ForecastWindows({ data, all = false }: { data: Dto<'Forecast'>; all?: boolean }) {
  return (
    <div className="windows">
      {data.windows.map((one) => {
        const hands = all ? one.hands : one.hands.slice(0, HANDS);
        const left = one.hands.length - hands.length;
        return (
          <div key={one.workingDays} className="window">
            <Link className={`window-figure ${one.count > 0 ? 'some' : ''}`} to={pageOf(one.list)}>
              <span className="figure num">{count(one.count)}</span>
              <span>
                trong {one.workingDays} ngày làm việc
                <span className="muted small"> đến hết {day(one.until)}</span>
              </span>
            </Link>
            <ul className="hands">
              {hands.map((hand) => (
                <li key={String(hand.userId)}>
                  <Link to={pageOf(hand.list)}>
                    <span>{hand.name}</span>
                    <span className="num strong">{count(hand.count)}</span>
                  </Link>
                </li>
              ))}
              {left > 0 && (
                <li>
                  <Link to="/du-bao">và {left} người khác</Link>
                </li>
              )}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
