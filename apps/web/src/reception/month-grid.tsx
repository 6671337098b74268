import { Link } from 'react-router';
import { addDays, day, isoWeekday, weekday, WEEKDAYS } from '../ui/dates.js';
import { Status } from '../ui/status.js';
import { lastOf, type Session, STAGE_TONE } from './reception-queries.js';

/** The month as a wall calendar at the desk, as a list of days on a phone. */
export function MonthGrid({ month, today, sessions }: { month: string; today: string; sessions: readonly Session[] }) {
  const first = `${month}-01`;
  const last = lastOf(month);
  const days: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) days.push(date);
  return (
    <div className="month">
      {WEEKDAYS.map((name) => (
        <div key={name} className="weekday" aria-hidden="true">
          {name}
        </div>
      ))}
      {days.map((date, i) => {
        const here = sessions.filter(({ heldOn }) => heldOn === date);
        return (
          <div
            key={date}
            className={`date ${isoWeekday(date) > 5 ? 'weekend' : ''} ${date === today ? 'today' : ''} ${here.length === 0 ? 'free' : ''}`}
            style={i === 0 ? { gridColumnStart: isoWeekday(date) } : {}}
          >
            <div className="number num">
              <span className="long">{weekday(date)}, </span>
              <span className="long">{day(date)}</span>
              <span className="short">{Number(date.slice(8))}</span>
              {date === today && <span className="muted"> · hôm nay</span>}
            </div>
            {here.map((one) => (
              <Link key={one.id} to={`/tiep-cong-dan/buoi/${one.id}`} className="chip">
                <span className="num">
                  {one.startsAt} {one.kindTitle.replace(/^Tiếp công dân /, 'Tiếp ')}
                </span>
                {one.leader && <span>{one.leader.fullName}</span>}
                <Status tone={STAGE_TONE[one.stage] ?? 'none'}>{one.stageTitle}</Status>
                {one.mode === 'online' && <span className="muted">trực tuyến</span>}
                {one.postingFlaw && <span className="lacks">niêm yết muộn hoặc thiếu</span>}
              </Link>
            ))}
          </div>
        );
      })}
    </div>
  );
}
