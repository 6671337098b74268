import type { Dto } from '../api/types.js';
import { useToday } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { DeadlineStatus } from '../ui/status.js';

/** The limits of a session or a visit with their articles. */
export function LimitsList({ limits }: { limits: readonly Dto<'ReceptionDeadline'>[] }) {
  const today = useToday();
  if (limits.length === 0) return <p className="muted">Không có thời hạn nào đang chạy.</p>;
  return (
    <ul className="plain-list">
      {limits.map(({ ruleId, title, citation, dueOn, state, closedOn }) => (
        <li key={`${ruleId} ${dueOn}`}>
          <div className="row">
            <span>{title}</span>
            <DeadlineStatus deadline={{ state, dueOn, metOn: closedOn }} today={today} />
          </div>
          <div className="small muted num">
            Chậm nhất {day(dueOn)} · {citation}
          </div>
        </li>
      ))}
    </ul>
  );
}
