import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { day } from '../../ui/dates.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { More } from '../../ui/keyset-more.js';
import { Status } from '../../ui/status.js';
import { useFilters } from '../../ui/url-filters.js';
import { BECOMES } from './words.js';
import { CLEARS } from '../../ui/text.js';

/** Every limit that moves, with the days that move it. The filters are in the address. */
export function PreviewRows({ preview }: { preview: Dto<'Preview'> }) {
  const [filters, change] = useFilters(['agency', 'becomes']);
  const list = useInfiniteQuery({
    queryKey: ['calendar-preview-rows', preview.id, filters],
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/calendar/previews/{id}/rows', {
          params: {
            path: { id: preview.id },
            query: { ...(filters as object), limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="panel flush" aria-labelledby="rows-title">
      <div className="row" style={{ padding: '12px 16px 8px' }}>
        <h2 id="rows-title" className="grow">
          Thời hạn dời ngày
        </h2>
        <Select
          aria-label="Cơ quan"
          allowClear={CLEARS}
          placeholder="Mọi cơ quan"
          style={{ minWidth: 190 }}
          value={filters.agency ?? null}
          onChange={(agency: string | null) => change({ agency: agency ?? undefined })}
          options={preview.byAgency.map((one) => ({ value: one.agencyCode, label: one.agencyName }))}
        />
        <Select
          aria-label="Thay đổi tình trạng"
          allowClear={CLEARS}
          placeholder="Mọi thay đổi"
          style={{ minWidth: 160 }}
          value={filters.becomes ?? null}
          onChange={(becomes: string | null) => change({ becomes: becomes ?? undefined })}
          options={Object.entries(BECOMES).map(([value, label]) => ({ value, label }))}
        />
        {Object.keys(filters).length > 0 && (
          <Button type="link" onClick={() => change({ agency: undefined, becomes: undefined })}>
            Bỏ lọc
          </Button>
        )}
      </div>
      <Loaded query={list}>
        {() =>
          rows.length === 0 ? (
            <Empty>Không có thời hạn nào dời ngày.</Empty>
          ) : (
            <>
              <RowTable rows={rows} />
              <More shown={rows.length} hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function RowTable({ rows }: { rows: readonly Dto<'PreviewRow'>[] }) {
  return (
    <table className="data cards-on-phone">
      <thead>
        <tr>
          <th>Hồ sơ</th>
          <th>Thời hạn</th>
          <th>Hạn cũ</th>
          <th>Hạn mới</th>
          <th>Vì sao</th>
          <th>Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.deadlineId}>
            <td>
              <Link to={`/ho-so/${row.caseFileId}`}>Đơn số {row.registerLabel}</Link>
              <div className="muted small">
                {row.procedureTitle}, {row.stageTitle.toLowerCase()}
              </div>
            </td>
            <td>{row.title}</td>
            <td className="num nowrap" data-label="Hạn cũ">
              {day(row.fromDue)}
            </td>
            <td className="num nowrap strong" data-label="Hạn mới">
              {day(row.toDue)}
            </td>
            <td>
              {row.days.map((why) => (
                <div key={why.date}>
                  <span className="num">{day(why.date)}</span> {why.counted ? 'được tính' : 'không tính'}
                  {why.name && `: ${why.name}`}
                  {why.basis && <span className="muted"> ({why.basis})</span>}
                </div>
              ))}
            </td>
            <td>
              {row.becomes ? (
                <Status tone={row.becomes === 'late' ? 'late' : 'calm'}>{BECOMES[row.becomes]}</Status>
              ) : (
                <span className="muted">không đổi</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
