import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useToday } from '../sign-in/session.js';
import { AgencySelect } from '../ui/agency-select.js';
import { day } from '../ui/dates.js';
import { DayField } from '../ui/day-field.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { PageHead } from '../ui/page.js';
import { useFilters } from '../ui/url-filters.js';
import './reception.css';

const BOOKS = [
  { value: 'all', label: 'Cả hai sổ' },
  { value: 'main', label: 'Sổ chung' },
  { value: 'sealed', label: 'Sổ riêng của tố cáo' },
];
const FORMATS = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
] as const;
type Page = Dto<'ReceptionBook'>;

/** Sổ tiếp công dân 03/TCD: thirteen columns as on paper; who denounces is masked by the API. */
export function BookPage() {
  const today = useToday();
  const [filters, change] = useFilters(['agency', 'from', 'to', 'book'] as const);
  const from = filters.from ?? `${today.slice(0, 7)}-01`;
  const to = filters.to ?? today;
  const query = {
    ...{ from, to, limit: 200 },
    ...(filters.agency ? { agency: filters.agency } : {}),
    ...(filters.book ? { book: filters.book as 'all' | 'main' | 'sealed' } : {}),
  };
  const book = useInfiniteQuery({
    queryKey: ['reception', 'book', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/reception/register', {
          params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const first = book.data?.pages[0];
  const lines = book.data?.pages.flatMap(({ items }) => items) ?? [];
  const file = (format: string) => {
    const { limit: _, ...period } = query;
    return `/api/v1/reception/register/export?${new URLSearchParams({ ...period, format }).toString()}`;
  };
  return (
    <div className="reception">
      <div className="no-print">
        <PageHead
          title="Sổ tiếp công dân"
          lead={first ? `${first.form}, ${first.citation}. Người tố cáo được che.` : undefined}
          actions={
            <>
              {FORMATS.map(([format, title]) => (
                <a key={format} className="link-button" href={file(format)} download>
                  Tải {title}
                </a>
              ))}
              <Button onClick={() => window.print()}>In sổ</Button>
            </>
          }
        />
        <search className="row" style={{ marginBottom: 10 }}>
          <DayField label="Từ ngày" value={from} onChange={(day_) => change({ from: day_ })} />
          <DayField label="Đến ngày" value={to} onChange={(day_) => change({ to: day_ })} />
          <Select
            aria-label="Sổ"
            value={filters.book ?? 'all'}
            onChange={(value: string) => change({ book: value === 'all' ? undefined : value })}
            options={BOOKS}
            style={{ width: 180 }}
          />
          <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
        </search>
      </div>
      <Loaded query={book}>
        {() =>
          lines.length === 0 || !first ? (
            <section className="panel">
              <Empty>
                Không có lượt tiếp nào từ {day(from)} đến {day(to)}.
              </Empty>
            </section>
          ) : (
            <section className="panel book" aria-label="Sổ tiếp công dân" tabIndex={0}>
              <div className="paper-head">
                <div>{first.agency.name}</div>
                <h2>{first.title.toUpperCase()}</h2>
                <div>
                  Từ ngày {day(from)} đến ngày {day(to)} ({first.form})
                </div>
              </div>
              <BookTable page={first} lines={lines} />
              <div className="no-print">
                <More shown={lines.length} hasMore={book.hasNextPage} onMore={() => book.fetchNextPage()} />
              </div>
            </section>
          )
        }
      </Loaded>
    </div>
  );
}

function BookTable({ page, lines }: { page: Page; lines: Page['items'] }) {
  return (
    <table>
      <thead>
        <tr>
          {page.columns.map(({ no, title }) => (
            <th key={no} scope="col">
              {title}
            </th>
          ))}
        </tr>
        <tr className="numbers">
          {page.columns.map(({ no }) => (
            <td key={no}>({no})</td>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ visitId, cells }) => (
          <tr key={visitId}>
            {cells.map((cell, i) => (
              <td key={i}>{i === 0 ? <Link to={`/tiep-cong-dan/luot/${visitId}`}>{cell}</Link> : cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
