import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { useToday } from '../sign-in/session.js';
import { markOf } from '../ui/deadline-words.js';
import { label, MASKED, PETITION_TYPE } from '../ui/labels.js';
import { DeadlineStatus } from '../ui/status.js';
import { TaskDone } from './task-done.js';

type Item = Dto<'MyWorkItem'>;

/** Files or tasks in one group of work. */
export function WorkTable({ items }: { items: readonly Item[] }) {
  return (
    <table className="data aligned cards-on-phone">
      <thead>
        <tr>
          <th style={{ width: 90 }}>Đơn số</th>
          <th style={{ width: '40%' }}>Việc</th>
          <th style={{ width: '26%' }}>Người đứng đơn</th>
          <th>Thời hạn</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <WorkRow key={`${item.kind}${item.id}`} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function WorkRow({ item }: { item: Item }) {
  const today = useToday();
  return (
    <tr>
      <td className="num strong nowrap">
        <Link to={`/ho-so/${item.caseFileId}`}>{item.registerLabel}</Link>
      </td>
      <td>
        {item.title}
        {item.liability && (
          <div className="small">Quá 45 ngày chưa xử lý: phải xem xét trách nhiệm (NĐ154 Đ.41 k3b)</div>
        )}
        <div className="muted small">
          {!item.title.includes(item.stageTitle) && `${item.stageTitle} · `}
          {item.mine ? 'giao cho tôi' : 'chưa giao đích danh'}
        </div>
      </td>
      <td>
        {item.sealed ? <span className="muted">{MASKED}</span> : item.petitionerName}
        <div className="muted small">{label(PETITION_TYPE, item.petitionType)}</div>
      </td>
      <td>
        {item.deadline && (
          <>
            <DeadlineStatus deadline={item.deadline} today={today} />
            <div className="muted small">
              {item.deadline.title}
              {markOf(item.deadline) && ` · ${markOf(item.deadline)}`}
            </div>
          </>
        )}
        {item.markable && <TaskDone task={item} />}
      </td>
    </tr>
  );
}
