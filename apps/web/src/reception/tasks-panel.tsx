import { Button } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useToday } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { Empty } from '../ui/feedback.js';
import { DeadlineStatus } from '../ui/status.js';
import { ActDrawer, type Fields } from './act-drawer.js';
import type { SessionFile } from './reception-queries.js';

const TASK: Fields = [
  { name: 'content', label: 'Nội dung chỉ đạo', kind: 'longText', required: true },
  { name: 'body', label: 'Cơ quan, đơn vị thực hiện', kind: 'text', required: true },
  { name: 'contact', label: 'Người liên hệ để biết kết quả', kind: 'text', required: false },
  { name: 'dueOn', label: 'Thời hạn thực hiện', kind: 'date', required: true },
  { name: 'followUpOn', label: 'Ngày kiểm tra lại', kind: 'date', required: false },
];
const RESULT: Fields = [{ name: 'result', label: 'Kết quả thực hiện', kind: 'longText', required: true }];

/** What the conclusion orders: who does what until when, and what came of it. */
export function TasksPanel({ session, own }: { session: SessionFile; own: boolean }) {
  const [adding, setAdding] = useState(false);
  const [finishing, setFinishing] = useState<Dto<'ReceptionTask'> | null>(null);
  const today = useToday();
  const directs = own && ['receiving', 'concluded'].includes(session.stage);
  return (
    <section className="panel" aria-labelledby="tasks-title">
      <div className="panel-head">
        <h2 id="tasks-title">Việc giao theo kết luận ({session.tasks.length})</h2>
        {directs && (
          <Button className="after" onClick={() => setAdding(true)}>
            Thêm việc
          </Button>
        )}
      </div>
      {session.tasks.length === 0 ? (
        <Empty>Chưa có ý kiến chỉ đạo nào.</Empty>
      ) : (
        <ul className="plain-list">
          {session.tasks.map((task) => (
            <li key={task.id}>
              <div>{task.content}</div>
              <div className="row small">
                <span className="muted">
                  {task.body}
                  {task.contact && ` · liên hệ ${task.contact}`} · hạn {day(task.dueOn)}
                  {task.followUpOn && ` · kiểm tra lại ${day(task.followUpOn)}`}
                </span>
                <DeadlineStatus
                  deadline={{ state: task.doneOn ? 'met' : 'running', dueOn: task.dueOn, metOn: task.doneOn }}
                  today={today}
                />
              </div>
              {task.doneOn ? (
                <div className="small">
                  Xong {day(task.doneOn)}: {task.result}
                </div>
              ) : (
                own && (
                  <Button size="small" onClick={() => setFinishing(task)}>
                    Ghi kết quả
                  </Button>
                )
              )}
            </li>
          ))}
        </ul>
      )}
      {adding && (
        <ActDrawer
          title="Ghi ý kiến chỉ đạo"
          fields={TASK}
          send={(values, key) =>
            ok(
              api.POST('/api/v1/reception/sessions/{id}/tasks', {
                params: { path: { id: session.id }, header: { 'Idempotency-Key': key } },
                body: values as never,
              }),
            )
          }
          onClose={() => setAdding(false)}
        />
      )}
      {finishing && (
        <ActDrawer
          title="Ghi kết quả thực hiện"
          lead={finishing.content}
          fields={RESULT}
          send={(values, key) =>
            ok(
              api.POST('/api/v1/reception/tasks/{id}/result', {
                params: { path: { id: finishing.id }, header: { 'Idempotency-Key': key } },
                body: values as never,
              }),
            )
          }
          onClose={() => setFinishing(null)}
        />
      )}
    </section>
  );
}
