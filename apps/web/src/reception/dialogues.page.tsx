import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import { useUser } from '../sign-in/session.js';
import { AgencySelect } from '../ui/agency-select.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { PageHead } from '../ui/page.js';
import { Status } from '../ui/status.js';
import { useFilters } from '../ui/url-filters.js';
import { LinkButton } from '../ui/link-button.js';
import { STAGE_TONE } from './reception-queries.js';
import './reception.css';

/** Dialogues with citizens, the newest first. */
export function DialoguesPage() {
  const user = useUser();
  const [filters, change] = useFilters(['agency'] as const);
  const list = useInfiniteQuery({
    queryKey: ['reception', 'dialogues', filters.agency],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/reception/dialogues', {
          params: {
            query: {
              ...(filters.agency ? { agency: filters.agency } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="reception">
      <PageHead
        title="Đối thoại với công dân"
        lead="Thành phần dự, ý kiến nêu ra, trả lời và việc giao theo kết luận."
        actions={
          !user.roles.every((role) => role === 'inspector') && (
            <LinkButton primary to="/tiep-cong-dan/mo-buoi?loai=doi-thoai">
              Lập buổi đối thoại
            </LinkButton>
          )
        }
      />
      <search className="row" style={{ marginBottom: 10 }}>
        <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
      </search>
      <section className="panel flush" aria-label="Danh sách đối thoại">
        <Loaded query={list}>
          {() =>
            rows.length === 0 ? (
              <Empty>Chưa có buổi đối thoại nào.</Empty>
            ) : (
              <>
                <table className="data cards-on-phone">
                  <thead>
                    <tr>
                      <th scope="col">Ngày</th>
                      <th scope="col">Nơi đối thoại</th>
                      <th scope="col">Chủ trì</th>
                      <th scope="col">Tình trạng</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((one) => (
                      <tr key={one.id}>
                        <td data-label="Ngày" className="num">
                          <Link to={`/tiep-cong-dan/buoi/${one.id}`}>{day(one.heldOn)}</Link> {one.startsAt}
                        </td>
                        <td data-label="Nơi đối thoại">
                          {one.place}
                          <div className="small muted">{one.agency.name}</div>
                        </td>
                        <td data-label="Chủ trì">{one.hostedBy?.fullName ?? one.leader?.fullName ?? 'Chưa ghi'}</td>
                        <td data-label="Tình trạng">
                          <Status tone={STAGE_TONE[one.stage] ?? 'none'}>{one.stageTitle}</Status>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                <More shown={rows.length} hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} />
              </>
            )
          }
        </Loaded>
      </section>
    </div>
  );
}
