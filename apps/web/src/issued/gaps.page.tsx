import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day, instant } from '../ui/dates.js';
import { DayField } from '../ui/day-field.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { PageHead } from '../ui/page.js';
import { Status } from '../ui/status.js';
import { count } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import './issued.css';

type Row = Dto<'AgencyGaps'>;
const GAPS = [
  ['noField', 'Thiếu lĩnh vực'],
  ['noFinding', 'Thiếu điều kiện, thẩm quyền'],
  ['noRecord', 'Buổi tiếp chưa kết thúc sổ'],
] as const;
type Gap = (typeof GAPS)[number][0] | 'entered';

/** Who has not entered what before the figures are handed in; every number opens its list. */
export function GapsPage() {
  const [filters, change] = useFilters(['from', 'to', 'gap', 'agency'] as const);
  const period = { ...(filters.from ? { from: filters.from } : {}), ...(filters.to ? { to: filters.to } : {}) };
  const found = useQuery({
    queryKey: ['data-gaps', period],
    queryFn: () => ok(api.GET('/api/v1/data-gaps', { params: { query: period } })),
  });
  return (
    <>
      <PageHead
        title="Ai chưa nhập liệu"
        lead="Những gì còn thiếu trước khi chốt số liệu, theo từng cơ quan. Bấm một con số để xem danh sách."
      />
      <Loaded query={found}>
        {({ from, to, agencies }) => (
          <div className="stack">
            <div className="row">
              <DayField label="Từ ngày" value={from} onChange={(next) => change({ from: next, to })} />
              <DayField label="Đến ngày" value={to} onChange={(next) => change({ to: next, from })} />
            </div>
            <section className="panel" aria-label="Từng cơ quan">
              <Table rows={agencies} period={{ from, to }} />
            </section>
            {filters.gap && filters.agency && (
              <List gap={filters.gap as Gap} agency={filters.agency} period={{ from, to }} />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

interface Period {
  readonly from: string;
  readonly to: string;
}
function Table({ rows, period }: { rows: readonly Row[]; period: Period }) {
  const list = (row: Row, gap: Gap, title: string) => (
    <Link
      to={`/chua-nhap-lieu?${new URLSearchParams({ ...period, gap, agency: row.agencyCode }).toString()}`}
      aria-label={`${row.agencyName}, ${title}: ${count(row[gap])}`}
    >
      {count(row[gap])}
    </Link>
  );
  return (
    <div className="table-scroll">
      <table className="data cards-on-phone">
        <thead>
          <tr>
            <th scope="col">Cơ quan</th>
            <th scope="col">Lần nhập cuối</th>
            <th scope="col">Đã nhập trong kỳ</th>
            {GAPS.map(([gap, title]) => (
              <th key={gap} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.agencyCode}>
              <td data-label="Cơ quan">{row.agencyName}</td>
              <td data-label="Lần nhập cuối">{row.lastEntryAt ? instant(row.lastEntryAt) : 'Chưa từng nhập'}</td>
              <td data-label="Đã nhập trong kỳ" className="num">
                {row.entered === 0 ? (
                  <Status tone="late">Chưa nhập gì</Status>
                ) : (
                  list(row, 'entered', 'Đã nhập trong kỳ')
                )}
              </td>
              {GAPS.map(([gap, title]) => (
                <td key={gap} data-label={title} className="num">
                  {row[gap] === 0 ? count(0) : list(row, gap, title)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function List({ gap, agency, period }: { gap: Gap; agency: string; period: Period }) {
  const list = useInfiniteQuery({
    queryKey: ['data-gap-rows', gap, agency, period],
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/data-gaps/rows', {
          params: { query: { gap, agency, ...period, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Loaded query={{ ...list, data: list.data?.pages[0] }}>
      {({ title, count: all }) => (
        <section className="panel" aria-labelledby="gap-title">
          <h2 id="gap-title">
            {title}: {count(all)}
          </h2>
          {rows.length === 0 ? (
            <Empty>Không còn thiếu.</Empty>
          ) : (
            <>
              <Rows rows={rows} />
              <More shown={rows.length} hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} />
            </>
          )}
        </section>
      )}
    </Loaded>
  );
}

function Rows({ rows }: { rows: readonly Dto<'GapRow'>[] }) {
  return (
    <div className="table-scroll">
      <table className="data cards-on-phone gap-rows">
        <thead>
          <tr>
            <th scope="col">Số vào sổ, buổi tiếp</th>
            <th scope="col">Ngày</th>
            <th scope="col">Cơ quan</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td data-label="Số vào sổ">
                <RowLink row={row} />
              </td>
              <td data-label="Ngày" className="num">
                {day(row.on)}
              </td>
              <td data-label="Cơ quan">{row.agencyName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowLink({ row: { id, caseFileId, sessionId, label } }: { row: Dto<'GapRow'> }) {
  const to = sessionId ? `/tiep-cong-dan/buoi/${sessionId}` : caseFileId ? `/ho-so/${caseFileId}` : `/don/${id}`;
  return <Link to={to}>{label}</Link>;
}
