import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useToday } from '../sign-in/session.js';
import { day, daysBetween } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { markOf } from '../ui/deadline-words.js';
import { DeadlineStatus } from '../ui/status.js';
import { DeadlineCalendar } from './deadline-calendar.js';

type Deadline = Dto<'Deadline'>;
const OPEN = new Set(['running', 'dueSoon', 'overdue', 'escalated', 'paused']);

export function DeadlinesPanel({ caseFileId, rev }: { caseFileId: string; rev: number }) {
  const deadlines = useQuery({
    queryKey: ['deadlines', caseFileId, rev],
    queryFn: () => ok(api.GET('/api/v1/case-files/{id}/deadlines', { params: { path: { id: caseFileId } } })),
    placeholderData: (previous) => previous,
  });
  return (
    <section className="panel" aria-labelledby="deadlines-title">
      <h2 id="deadlines-title">Thời hạn</h2>
      <Loaded query={deadlines}>
        {(all) => {
          const open = all.filter((d) => OPEN.has(d.state));
          const done = all.filter((d) => !OPEN.has(d.state));
          return (
            <>
              {all.length === 0 && <Empty>Hồ sơ này chưa mở thời hạn nào.</Empty>}
              {open.map((d, i) => (
                <DeadlineCard key={d.id} deadline={d} startsOpen={i === 0} />
              ))}
              {done.length > 0 && (
                <details open={open.length === 0}>
                  <summary>Thời hạn đã xong ({done.length})</summary>
                  {done.map((d) => (
                    <DeadlineCard key={d.id} deadline={d} startsOpen={false} />
                  ))}
                </details>
              )}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function DeadlineCard({ deadline, startsOpen }: { deadline: Deadline; startsOpen: boolean }) {
  const today = useToday();
  const [open, setOpen] = useState(startsOpen);
  const { explanation } = deadline;
  const unconfirmed = explanation?.rule.confirmed === false;
  return (
    <article className="deadline" style={{ borderTop: '1px solid var(--line-2)', padding: '10px 0' }}>
      <div className="row" style={{ alignItems: 'baseline' }}>
        <h3>{deadline.title}</h3>
        <DeadlineStatus deadline={deadline} today={today} />
        {markOf(deadline) && <span className="mark">{markOf(deadline)}</span>}
        {unconfirmed && <span className="mark amber">chưa xác nhận</span>}
        {deadline.metRecordedLate && <span className="mark">hoàn thành đúng hạn, ghi nhận muộn</span>}
        {deadline.rung > 0 && OPEN.has(deadline.state) && (
          <span className="mark amber">đã báo cáo lãnh đạo nấc {deadline.rung} (quy định nội bộ)</span>
        )}
      </div>
      <div className="small muted" style={{ margin: '2px 0 6px' }}>
        {deadline.citation}
      </div>
      <Days deadline={deadline} />
      {explanation?.summary && <p style={{ margin: '4px 0 0' }}>{explanation.summary}</p>}
      {explanation && explanation.readings.length > 0 && <Readings explanation={explanation} title={deadline.title} />}
      {explanation && explanation.notes.length > 0 && (
        <ul className="small" style={{ margin: '6px 0', paddingLeft: 18, color: 'var(--ink-2)' }}>
          {explanation.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {explanation && explanation.days.length > 0 && (
        <>
          <Button size="small" onClick={() => setOpen(!open)} aria-expanded={open} style={{ margin: '6px 0' }}>
            {open ? 'Thu gọn lịch' : 'Vì sao ra ngày này: xem từng ngày'}
          </Button>
          {open && <DeadlineCalendar explanation={explanation} pauses={deadline.pauses} today={today} />}
        </>
      )}
    </article>
  );
}

function Days({ deadline }: { deadline: Deadline }) {
  const rolled = deadline.rawEnd && deadline.dueOn && deadline.rawEnd !== deadline.dueOn;
  const parts: [string, string][] = [['Bắt đầu', day(deadline.startOn)]];
  if (rolled) parts.push(['Hết số ngày', `${day(deadline.rawEnd)} (ngày nghỉ)`]);
  parts.push([
    'Hết hạn',
    deadline.dueOn
      ? day(deadline.dueOn)
      : deadline.state === 'paused'
        ? 'tính lại khi tiếp tục'
        : 'không tính bằng ngày',
  ]);
  if (deadline.warnOn && deadline.warnOn !== deadline.dueOn) parts.push(['Nên xong trước', day(deadline.warnOn)]);
  if (deadline.metOn) parts.push(['Hoàn thành', day(deadline.metOn)]);
  return (
    <>
      <div className="row num" style={{ gap: '2px 18px' }}>
        {parts.map(([name, value]) => (
          <span key={name}>
            <span className="muted">{name}: </span>
            {value}
          </span>
        ))}
      </div>
      {deadline.pauses.map((pause, i) => (
        <div key={i} className="small num">
          Tạm đình chỉ giải quyết từ {day(pause.from)}{' '}
          {pause.to ? `đến ${day(pause.to)} (${daysBetween(pause.from, pause.to)} ngày không tính)` : 'đến nay'}
        </div>
      ))}
    </>
  );
}

/** Law and decree side by side where they can be read differently; none is chosen in silence. */
function Readings({ explanation, title }: { explanation: Dto<'DeadlineExplanation'>; title: string }) {
  const rows = [
    { rule: explanation.rule, due: explanation.due, applied: true },
    ...explanation.readings.map((reading) => ({ ...reading, applied: false })),
  ];
  return (
    <div style={{ margin: '8px 0' }}>
      <Alert
        type="info"
        title="Có hơn một cách hiểu về thời hạn này"
        description={
          <table className="data" style={{ background: 'transparent' }}>
            <caption className="visually-hidden">Các cách hiểu của {title}</caption>
            <thead>
              <tr>
                <th>Căn cứ</th>
                <th>Hết hạn</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.rule.id}>
                  <td>
                    {row.rule.citation} {!row.rule.confirmed && <span className="mark amber">chưa xác nhận</span>}
                  </td>
                  <td className="num nowrap">{row.due ? day(row.due) : 'không tính bằng ngày'}</td>
                  <td className="small">{row.applied ? 'đang áp dụng' : 'để đối chiếu'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        }
      />
    </div>
  );
}
