import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import type { paths } from '../api/schema.js';
import { day, instant } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import { Rows } from './figure.page.js';
import { FreezeList } from './freeze-list.js';
import './inspection.css';

type Asked = NonNullable<paths['/api/v1/reports/{form}/cells/{cell}']['get']['parameters']['query']>;

/** The list behind a cell of a form, as it was known when the form was counted. */
export function FormCellPage() {
  const { form = '', cell = '' } = useParams();
  const [filters] = useFilters(['from', 'to', 'knownAt', 'knownOn', 'agency', 'line'] as const);
  const list = useInfiniteQuery({
    queryKey: ['form-cell', form, cell, filters],
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/reports/{form}/cells/{cell}', {
          params: {
            path: { form, cell },
            query: { ...(filters as Asked), limit: 100, ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((one) => one.items) ?? [];
  const heading = first && [...first.column.group, first.column.title].join(', ');
  return (
    <>
      <PageHead
        title={first ? `${first.formCode}, cột ${first.column.no}: ${heading}` : 'Danh sách của một ô'}
        lead={first?.column.says}
      />
      <Loaded query={{ ...list, data: first }}>
        {(data) => (
          <div className="stack">
            <dl className="facts figure-facts panel">
              <dt>Con số</dt>
              <dd className="num strong">
                {data.column.value === null ? '—' : count(data.column.value)} {data.column.unit}
                {(data.column.value ?? 0) - data.opening !== data.count && ` trong ${count(data.count)} dòng`}
                {data.opening > 0 &&
                  `, gồm ${count(data.opening)} theo số dư đầu kỳ đã xác nhận (không có danh sách trong phần mềm)`}
              </dd>
              <dt>Kỳ</dt>
              <dd>
                {day(data.from)} – {day(data.to)}
              </dd>
              <dt>Biết đến</dt>
              <dd>{instant(data.knownAt)}</dd>
              <dt>Cơ quan</dt>
              <dd>
                {data.agencyName}
                {data.lineTitle !== data.agencyName && `, dòng ${data.lineTitle}`}
              </dd>
              <dt>Mã băm danh sách</dt>
              <dd>
                <code>{data.listHash}</code>
              </dd>
              <dt>Nguồn</dt>
              <dd className="muted">{data.notice}</dd>
            </dl>
            <FreezeList
              list={{
                ...{ form, cell: data.column.no, from: data.from, to: data.to, knownAt: data.knownAt },
                ...(filters.agency ? { agency: filters.agency } : {}),
                ...(filters.line ? { line: filters.line } : {}),
              }}
            />
            {rows.length === 0 ? (
              <Empty>Danh sách trống.</Empty>
            ) : (
              <>
                <Rows rows={rows} unit={unitOf(data.column.unit, rows[0]?.caseFileId ?? null)} />
                <More shown={rows.length} hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} />
              </>
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

/** Which columns the list has: of case files, of people, or neither. */
const unitOf = (unit: string, caseFileId: string | null): string =>
  caseFileId !== null ? 'case' : unit === 'người' ? 'person' : 'petition';
