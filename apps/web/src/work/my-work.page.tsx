import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useHasRole, useToday } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { label, MASKED, PETITION_TYPE } from '../ui/labels.js';
import { PageHead } from '../ui/page.js';
import { markOf } from '../ui/deadline-words.js';
import { DeadlineStatus } from '../ui/status.js';

type Item = Dto<'MyWorkItem'>;
/** Rows of a group before it is unfolded. */
const FIRST = 10;

interface Group {
  readonly key: string;
  readonly title: string;
  readonly items: readonly Item[];
  readonly tone: string;
  readonly none: string;
}

export function MyWorkPage() {
  const today = useToday();
  const counter = useHasRole('receptionist');
  const work = useQuery({
    queryKey: ['my-work'],
    queryFn: () => ok(api.GET('/api/v1/my-work')),
    refetchInterval: 60_000,
  });
  return (
    <>
      <PageHead title="Việc của tôi" lead={`Hôm nay ${day(today)}. Việc gấp nhất ở trên cùng.`} />
      <Loaded query={work}>
        {(data) => {
          const dueToday = data.dueSoon.filter((item) => item.deadline?.dueOn === today);
          const soon = data.dueSoon.filter((item) => item.deadline?.dueOn !== today);
          const groups: Group[] = [
            { key: 'qua-han', title: 'Quá hạn', items: data.overdue, tone: 'red', none: 'Không có việc quá hạn.' },
            {
              key: 'hom-nay',
              title: 'Hết hạn hôm nay',
              items: dueToday,
              tone: 'amber',
              none: 'Không có việc hết hạn hôm nay.',
            },
            {
              key: 'ba-ngay',
              title: 'Trong 3 ngày tới',
              items: soon,
              tone: 'amber',
              none: 'Không có việc nào sắp hết hạn.',
            },
            {
              key: 'nhiem-vu',
              title: 'Nhiệm vụ được giao',
              items: data.tasks,
              tone: '',
              none: 'Không có nhiệm vụ nào.',
            },
            { key: 'cho', title: 'Đang chờ tôi', items: data.waiting, tone: '', none: 'Không còn việc nào khác.' },
          ];
          const empty = groups.every((group) => group.items.length === 0);
          return (
            <>
              <div className="cards" style={{ marginBottom: 12 }}>
                {groups.map((group) => (
                  <a
                    key={group.key}
                    className={`card ${group.items.length > 0 ? group.tone : ''}`}
                    href={`#${group.key}`}
                  >
                    <span className="figure">{group.items.length}</span>
                    <div className="caption">{group.title}</div>
                  </a>
                ))}
              </div>
              {empty ? (
                <section className="panel">
                  <Empty action={counter ? <Link to="/tiep-nhan">Tiếp nhận đơn mới</Link> : undefined}>
                    Không còn việc nào chờ bạn.
                  </Empty>
                </section>
              ) : (
                <div className="stack">
                  {groups.map((group) => (
                    <WorkGroup key={group.key} group={group} today={today} />
                  ))}
                </div>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function WorkGroup({ group, today }: { group: Group; today: string }) {
  const [limit, setLimit] = useState(FIRST);
  const shown = group.items.slice(0, limit);
  return (
    <section
      className="panel flush"
      id={group.key}
      aria-labelledby={`${group.key}-title`}
      style={{ scrollMarginTop: 64 }}
    >
      <h2 id={`${group.key}-title`} style={{ padding: '10px 14px 6px' }}>
        {group.title} <span className="muted num">({group.items.length})</span>
      </h2>
      {group.items.length === 0 ? (
        <p className="muted" style={{ padding: '0 14px 4px' }}>
          {group.none}
        </p>
      ) : (
        <div className="table-scroll">
          <table className="data aligned cards-on-phone">
            <thead>
              <tr>
                <th style={{ width: 90 }}>Đơn số</th>
                <th style={{ width: '38%' }}>Việc</th>
                <th style={{ width: '26%' }}>Người đứng đơn</th>

                <th>Thời hạn</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((item) => (
                <tr key={`${item.kind}${item.id}`}>
                  <td className="num strong nowrap">
                    <Link to={`/ho-so/${item.caseFileId}`}>{item.registerLabel}</Link>
                  </td>
                  <td>
                    {item.title}
                    {item.liability && (
                      <div className="small">Quá 45 ngày chưa xử lý: phải xem xét trách nhiệm (NĐ154 Đ.41 k3b)</div>
                    )}
                    {!item.title.includes(item.stageTitle) && <div className="muted small">{item.stageTitle}</div>}
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
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length < group.items.length && (
            <div className="more">
              <Button onClick={() => setLimit(limit + 50)}>Xem thêm, còn {group.items.length - shown.length}</Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
