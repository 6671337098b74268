import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { instant } from '../../ui/dates.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { Status } from '../../ui/status.js';
import { count } from '../../ui/text.js';
import type { Tone } from '../../ui/deadline-words.js';
import { BackupRuns } from './backup-runs.js';
import { FailedEffects } from './failed-effects.js';
import { StoredFiles } from './stored-files.js';
import './health.css';

type Health = Dto<'SystemHealth'>;
const LOOK_EVERY_MS = 10_000;

const TONE: Record<Health['state'], { readonly tone: Tone; readonly words: string }> = {
  ok: { tone: 'met', words: 'Bình thường' },
  warning: { tone: 'soon', words: 'Cần để ý' },
  problem: { tone: 'late', words: 'Có sự cố' },
};
const QUEUES: Record<string, string> = {
  'nghe-dan-timers': 'Mốc thời hạn, lịch chạy',
  'nghe-dan-effects': 'Việc kéo theo của hồ sơ',
};

/** How the system is, without a word about anybody in it. Looks again by itself. */
export function HealthPage() {
  const health = useQuery({
    queryKey: ['system-health'],
    queryFn: () => ok(api.GET('/api/v1/operations/health')),
    refetchInterval: LOOK_EVERY_MS,
  });
  return (
    <>
      <PageHead
        title="Tình trạng hệ thống"
        lead={
          health.data
            ? `Xem lúc ${instant(health.data.at)}, tự cập nhật. Ngưỡng cảnh báo là quy định nội bộ.`
            : 'Không có dữ liệu cá nhân trên trang này.'
        }
        actions={health.data && <State state={health.data.state} />}
      />
      <Loaded query={health}>
        {(data) => (
          <div className="stack">
            <div className="health-groups">
              {groupsOf(data.items).map(([group, items]) => (
                <Group key={group} group={group} items={items} />
              ))}
            </div>
            <FailedEffects />
            <BackupRuns />
            <Queue queue={data.queue} />
            <Workers workers={data.workers} />
            <StoredFiles />
          </div>
        )}
      </Loaded>
    </>
  );
}

const State = ({ state }: { state: Health['state'] }) => <Status tone={TONE[state].tone}>{TONE[state].words}</Status>;

const groupsOf = (items: Health['items']): [string, Health['items']][] =>
  [...new Set(items.map(({ group }) => group))].map((group) => [group, items.filter((one) => one.group === group)]);

function Group({ group, items }: { group: string; items: Health['items'] }) {
  return (
    <section className="panel" aria-label={group}>
      <h2>{group}</h2>
      <ul className="health-items">
        {items.map((item) => (
          <li key={item.key}>
            <div className="row">
              <span className="strong grow">
                {item.to === null ? (
                  item.title
                ) : item.to.startsWith('#') ? (
                  <a href={item.to}>{item.title}</a>
                ) : (
                  <Link to={item.to}>{item.title}</Link>
                )}
              </span>
              <State state={item.state} />
            </div>
            <p>{item.detail}</p>
            {item.todo && (
              <p className="todo">
                <span className="strong">Cần làm:</span> {item.todo}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Queue({ queue }: { queue: Health['queue'] }) {
  return (
    <section className="panel flush" id="hang-doi" aria-labelledby="queue-title">
      <h2 id="queue-title" style={{ padding: '12px 16px 8px' }}>
        Hàng đợi
      </h2>
      {queue === null ? (
        <Empty>Chưa biết: bộ phận chạy nền không báo.</Empty>
      ) : (
        <table className="data">
          <caption>Chạy trên {queue.backend === 'redis' ? 'Redis' : 'PostgreSQL'}</caption>
          <thead>
            <tr>
              <th>Hàng đợi</th>
              <th className="r">Đang chờ</th>
              <th className="r">Đang làm</th>
              <th className="r">Hẹn giờ</th>
              <th className="r">Lỗi</th>
            </tr>
          </thead>
          <tbody>
            {queue.queues.map((one) => (
              <tr key={one.name}>
                <td>{QUEUES[one.name] ?? 'Việc khác'}</td>
                {[one.waiting, one.active, one.delayed, one.failed].map((n, index) => (
                  <td key={index} className="r num">
                    {count(n)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Workers({ workers }: { workers: Health['workers'] }) {
  return (
    <section className="panel flush" id="bo-phan" aria-labelledby="workers-title">
      <h2 id="workers-title" style={{ padding: '12px 16px 8px' }}>
        Bộ phận chạy nền
      </h2>
      {workers.length === 0 ? (
        <Empty>Không có bộ phận nào. Nhắc việc, báo quá hạn và gửi tin đều dừng cho đến khi có một bộ phận chạy.</Empty>
      ) : (
        <table className="data cards-on-phone">
          <thead>
            <tr>
              <th>Máy, tiến trình</th>
              <th>Tình trạng</th>
              <th>Chạy từ</th>
              <th>Báo gần nhất</th>
              <th>Phiên bản</th>
              <th className="r">Mốc đã xem</th>
              <th className="r">Việc đã giao</th>
            </tr>
          </thead>
          <tbody>
            {workers.map((worker) => (
              <tr key={worker.id}>
                <td className="num">{worker.id}</td>
                <td>
                  {worker.alive ? <Status tone="met">Đang chạy</Status> : <Status tone="late">Không còn báo</Status>}
                </td>
                <td className="num">{instant(worker.startedAt)}</td>
                <td className="num" data-label="Báo gần nhất">
                  {instant(worker.seenAt)}
                </td>
                <td className="num" data-label="Phiên bản">
                  {worker.version}
                </td>
                <td className="r num" data-label="Mốc đã xem">
                  {count(worker.fired)}
                </td>
                <td className="r num" data-label="Việc đã giao">
                  {count(worker.handedOut)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
