import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { instant } from '../../ui/dates.js';
import { Empty, Loaded } from '../../ui/feedback.js';

/** What a rule refused: it is not tried again until somebody has looked. */
export function FailedEffects() {
  const list = useQuery({
    queryKey: ['failed-effects'],
    queryFn: () => ok(api.GET('/api/v1/operations/failed-effects')),
    refetchInterval: 10_000,
  });
  return (
    <section className="panel flush" id="viec-bi-tu-choi" aria-labelledby="failed-title">
      <h2 id="failed-title" style={{ padding: '12px 16px 8px' }}>
        Việc bị từ chối, chờ người xem lại
      </h2>
      <Loaded query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Không có việc nào bị từ chối.</Empty>
          ) : (
            <table className="data cards-on-phone">
              <thead>
                <tr>
                  <th>Việc</th>
                  <th>Hồ sơ</th>
                  <th>Vì sao bị từ chối</th>
                  <th>Từ lúc</th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.id}>
                    <td>{one.title}</td>
                    <td>
                      <WhichFile effect={one} />
                    </td>
                    <td>
                      {one.reason}
                      {one.code && <div className="muted small num">{one.code}</div>}
                    </td>
                    <td className="num">{instant(one.failedAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}

function WhichFile({ effect }: { effect: Dto<'FailedEffect'> }) {
  if (effect.caseFileId) return <Link to={`/ho-so/${effect.caseFileId}`}>Đơn số {effect.registerLabel}</Link>;
  return <span className="muted">{effect.protected ? 'Hồ sơ được bảo vệ, không nêu' : 'Không gắn hồ sơ'}</span>;
}
