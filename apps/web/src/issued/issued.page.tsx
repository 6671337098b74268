import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { LEADERS } from '../layout/area.js';
import { useSession } from '../sign-in/session.js';
import { AgencySelect } from '../ui/agency-select.js';
import { day, instant } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { PageHead } from '../ui/page.js';
import { CLEARS } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import './issued.css';
import { NewDraft } from './new-draft.js';
import { ReportState, ShortHash } from './report-state.js';

type Report = Dto<'IssuedReport'>;

/** What was issued, adjusted and drafted: each is what it was on its day. */
export function IssuedPage() {
  const { user } = useSession();
  const drafts = ((user?.roles ?? []) as readonly string[]).some((role) => LEADERS.includes(role));
  const [drafting, setDrafting] = useState(false);
  const [filters, change] = useFilters(['state', 'agency'] as const);
  const list = useInfiniteQuery({
    queryKey: ['issued-reports', filters],
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/issued-reports', {
          params: {
            query: {
              ...(filters.state ? { state: filters.state as Report['state'] } : {}),
              ...(filters.agency ? { agency: filters.agency } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead
        title="Báo cáo phát hành"
        lead="Số liệu đã chốt cùng danh sách đứng sau từng ô và mã băm. Việc ghi sổ về sau không làm thay đổi báo cáo; cần sửa thì phát hành bản điều chỉnh."
        actions={
          drafts &&
          !drafting && (
            <Button type="primary" onClick={() => setDrafting(true)}>
              Lập dự thảo
            </Button>
          )
        }
      />
      <div className="stack">
        {drafting && <NewDraft onDone={() => setDrafting(false)} />}
        <div className="row">
          <Select
            aria-label="Tình trạng"
            style={{ width: 200 }}
            placeholder="Mọi tình trạng"
            allowClear={CLEARS}
            value={filters.state ?? null}
            onChange={(state: string | null) => change({ state: state ?? undefined })}
            options={[
              { value: 'issued', label: 'Đã phát hành' },
              { value: 'draft', label: 'Dự thảo' },
              { value: 'replaced', label: 'Đã được thay thế' },
            ]}
          />
          <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
        </div>
        <Loaded query={{ ...list, data: list.data }}>
          {() =>
            items.length === 0 ? (
              <section className="panel" aria-label="Các báo cáo">
                <Empty>Chưa có báo cáo nào.</Empty>
              </section>
            ) : (
              <div className="panel">
                <Reports reports={items} />
                <More shown={items.length} hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} />
              </div>
            )
          }
        </Loaded>
      </div>
    </>
  );
}

export function Reports({ reports }: { reports: readonly Report[] }) {
  return (
    <div className="table-scroll">
      <table className="data cards-on-phone">
        <thead>
          <tr>
            <th scope="col">Báo cáo</th>
            <th scope="col">Biểu</th>
            <th scope="col">Kỳ</th>
            <th scope="col">Cơ quan</th>
            <th scope="col">Tình trạng</th>
            <th scope="col">Lập, phát hành</th>
            <th scope="col">Mã băm</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((one) => (
            <tr key={one.id}>
              <td data-label="Báo cáo">
                <Link to={`/bao-cao-phat-hanh/${one.id}`} aria-label={`${one.title}, biểu ${one.formCode}`}>
                  {one.title}
                </Link>
              </td>
              <td data-label="Biểu">
                {one.formCode}
                <div className="muted small">{one.formTitle}</div>
              </td>
              <td data-label="Kỳ" className="num">
                {day(one.from)} – {day(one.to)}
              </td>
              <td data-label="Cơ quan">{one.agencyName}</td>
              <td data-label="Tình trạng">
                <ReportState report={one} />
              </td>
              <td data-label="Lập, phát hành">
                {instant(one.issuedAt ?? one.madeAt)}
                <div className="muted small">{one.issuedByName ?? one.madeForName}</div>
              </td>
              <td data-label="Mã băm">
                <ShortHash hash={one.hash} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
