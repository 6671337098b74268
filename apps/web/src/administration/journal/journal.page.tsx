import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { useHasRole } from '../../sign-in/session.js';
import { AgencySelect } from '../../ui/agency-select.js';
import { instant } from '../../ui/dates.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { useFilters } from '../../ui/url-filters.js';
import { CLEARS } from '../../ui/text.js';

type Page = Dto<'JournalPage'>;

/** What administrators did, from the same ledger as the cases: it cannot be edited, here or anywhere. */
export function JournalPage() {
  const [filters, change] = useFilters(['agency', 'type', 'user']);
  const administrator = useHasRole('administrator');
  const journal = useInfiniteQuery({
    queryKey: ['administration-journal', filters],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/administration/journal', {
          params: { query: { ...filters, ...(pageParam ? { cursor: pageParam } : {}) } as Record<string, never> },
        }),
      ),
    getNextPageParam: (page: Page) => page.nextCursor ?? undefined,
  });
  return (
    <>
      <PageHead
        title="Nhật ký quản trị"
        lead="Ai đã thay đổi cơ quan, tài khoản, danh sách nào, lúc nào, theo văn bản nào. Nằm trong cùng nhật ký có mã băm với hồ sơ nên không sửa, không xóa được."
      />
      <div className="row filters" style={{ marginBottom: 12 }}>
        <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
        <Select
          aria-label="Loại việc"
          allowClear={CLEARS}
          placeholder="Mọi việc"
          value={filters.type ?? null}
          onChange={(type: string | null) => change({ type: type ?? undefined })}
          style={{ width: 220 }}
          popupMatchSelectWidth={300}
          options={(journal.data?.pages[0]?.types ?? []).map(({ type, title }) => ({ value: type, label: title }))}
        />
        {filters.user && <Button onClick={() => change({ user: undefined })}>Bỏ lọc theo một tài khoản</Button>}
      </div>
      <Loaded query={journal}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return (
              <section className="panel" aria-label="Các việc quản trị">
                <Empty>Chưa có việc quản trị nào như vậy.</Empty>
              </section>
            );
          return (
            <section className="panel flush">
              <table className="data cards-on-phone">
                <thead>
                  <tr>
                    <th>Lúc</th>
                    <th>Người làm</th>
                    <th>Việc đã làm</th>
                    <th>Lý do, văn bản</th>
                    <th>Cơ quan</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((entry) => (
                    <tr key={entry.id}>
                      <td className="num nowrap">{instant(entry.recordedAt)}</td>
                      <td>{entry.actorName}</td>
                      <td>
                        {entry.userId !== null && administrator ? (
                          <Link to={`/quan-tri/tai-khoan/${entry.userId}`}>{entry.sentence}</Link>
                        ) : (
                          entry.sentence
                        )}
                      </td>
                      <td>{entry.reason}</td>
                      <td>{entry.agencyName}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {journal.hasNextPage && (
                <div className="more">
                  <Button loading={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
                    Xem thêm
                  </Button>
                </div>
              )}
            </section>
          );
        }}
      </Loaded>
    </>
  );
}
