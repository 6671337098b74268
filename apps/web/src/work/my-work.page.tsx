import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useHasRole, useToday } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import { WaitingPapers } from './waiting-papers.js';
import { passes, useWorkFilters, WorkFilters } from './work-filters.js';
import { WorkSection } from './work-section.js';
import { WorkTable } from './work-table.js';

type Item = Dto<'MyWorkItem'>;

interface Group {
  readonly key: string;
  readonly title: string;
  readonly items: readonly Item[];
  readonly tone: string;
  readonly none: string;
}

export function MyWorkPage() {
  const today = useToday();
  const work = useQuery({
    queryKey: ['my-work'],
    queryFn: () => ok(api.GET('/api/v1/my-work')),
    refetchInterval: 60_000,
  });
  const papers = useQuery({
    queryKey: ['waiting-papers'],
    queryFn: () => ok(api.GET('/api/v1/documents/waiting')),
    refetchInterval: 60_000,
  });
  return (
    <>
      <PageHead title="Việc của tôi" lead={`Hôm nay ${day(today)}. Việc gấp nhất ở trên cùng.`} />
      <Loaded query={work}>
        {(data) => (
          <Work work={data} papers={papers.data?.items ?? []} morePapers={papers.data?.more === true} today={today} />
        )}
      </Loaded>
    </>
  );
}

interface WorkProps {
  readonly work: Dto<'MyWork'>;
  readonly papers: readonly Dto<'WaitingDocument'>[];
  /** The API has stopped counting. */
  readonly morePapers: boolean;
  readonly today: string;
}

function Work({ work, papers, morePapers, today }: WorkProps) {
  const counter = useHasRole('receptionist');
  const [filter, setFilter] = useWorkFilters();
  const groups = groupsOf(work, today);
  const shown = groups.map((group) => ({ ...group, items: group.items.filter(passes(filter)) }));
  const [late, ...others] = shown;
  const all = groups.flatMap(({ items }) => items);
  const tile = { key: 'van-ban', title: 'Văn bản chờ tôi', items: papers, tone: '', more: morePapers };
  return (
    <>
      <div className="cards" style={{ marginBottom: 12 }}>
        {[...shown.slice(0, 3), tile, ...shown.slice(3)].map(({ key, title, items, tone, ...left }) => (
          <a key={key} className={`card ${items.length > 0 ? tone : ''}`} href={`#${key}`}>
            <span className="figure">
              {'more' in left && left.more && 'hơn '}
              {count(items.length)}
            </span>
            <div className="caption">{title}</div>
          </a>
        ))}
      </div>
      {all.length + papers.length === 0 ? (
        <section className="panel">
          <Empty action={counter ? <Link to="/tiep-nhan">Tiếp nhận đơn mới</Link> : undefined}>
            Không còn việc nào chờ bạn.
          </Empty>
        </section>
      ) : (
        <>
          <WorkFilters
            filter={filter}
            onChange={setFilter}
            procedures={[...new Set(all.map(({ procedure }) => procedure))].sort()}
          />
          <div className="stack">
            {late && <WorkGroup group={late} />}
            {others.slice(0, 2).map((group) => (
              <WorkGroup key={group.key} group={group} />
            ))}
            <WaitingPapers papers={papers} />
            {others.slice(2).map((group) => (
              <WorkGroup key={group.key} group={group} />
            ))}
          </div>
        </>
      )}
    </>
  );
}

const WorkGroup = ({ group: { key, title, none, items } }: { group: Group }) => (
  <WorkSection id={key} title={title} none={none} items={items}>
    {(rows) => <WorkTable items={rows} />}
  </WorkSection>
);

const groupsOf = (work: Dto<'MyWork'>, today: string): Group[] => [
  { key: 'qua-han', title: 'Quá hạn', items: work.overdue, tone: 'red', none: 'Không có việc quá hạn.' },
  {
    key: 'hom-nay',
    title: 'Hết hạn hôm nay',
    items: work.dueSoon.filter((item) => item.deadline?.dueOn === today),
    tone: 'amber',
    none: 'Không có việc hết hạn hôm nay.',
  },
  {
    key: 'ba-ngay',
    title: 'Trong 3 ngày làm việc tới',
    items: work.dueSoon.filter((item) => item.deadline?.dueOn !== today),
    tone: 'amber',
    none: 'Không có việc nào sắp hết hạn.',
  },
  { key: 'nhiem-vu', title: 'Nhiệm vụ được giao', items: work.tasks, tone: '', none: 'Không có nhiệm vụ nào.' },
  { key: 'cho', title: 'Đang chờ tôi', items: work.waiting, tone: '', none: 'Không còn việc nào khác.' },
];
