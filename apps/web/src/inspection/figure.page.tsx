import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import type { paths } from '../api/schema.js';
import type { Dto } from '../api/types.js';
import { saveCsv } from '../ui/csv.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { ListFacts } from '../ui/list-facts.js';
import { PageHead } from '../ui/page.js';
import { Status } from '../ui/status.js';
import { useFilters } from '../ui/url-filters.js';
import { FILTERS, type FigureFilters } from './figure-link.js';
import { FreezeList, type Frozen } from './freeze-list.js';
import './inspection.css';
import { SCROLLS } from '../ui/scrolls.js';

type Row = Dto<'FigureRow'>;
type Asked = NonNullable<paths['/api/v1/reports/figures/{measure}/cases']['get']['parameters']['query']>;

const page = (measure: string, filters: FigureFilters, cursor: string, limit: number) =>
  ok(
    api.GET('/api/v1/reports/figures/{measure}/cases', {
      params: { path: { measure }, query: { ...(filters as Asked), limit, ...(cursor ? { cursor } : {}) } },
    }),
  );

/** The list behind a number, as it was known when the number was counted. */
export function FigurePage() {
  const { measure = '' } = useParams();
  const [filters] = useFilters([...FILTERS, 'flow', 'type'] as const);
  const list = useInfiniteQuery({
    queryKey: ['figure', measure, filters],
    queryFn: ({ pageParam }) => page(measure, filters, pageParam, 100),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((one) => one.items) ?? [];
  return (
    <>
      <PageHead
        title={first?.title ?? 'Danh sách của một con số'}
        lead={first?.says}
        actions={
          first && <SaveList measure={measure} filters={{ ...filters, knownAt: first.knownAt }} title={first.title} />
        }
      />
      <Loaded query={{ ...list, data: first }}>
        {(data) => (
          <div className="stack">
            <ListFacts list={data} unit={data.unitTitle} sourceTitle="Nguồn cách đếm" />
            <FreezeList
              list={{
                ...narrowedBy(filters),
                ...{ measure: measure as Frozen['measure'], from: data.from, to: data.to, knownAt: data.knownAt },
              }}
            />
            {rows.length === 0 ? (
              <Empty>Danh sách trống: con số này bằng 0.</Empty>
            ) : (
              <>
                <Rows rows={rows} unit={data.unit} />
                <More shown={rows.length} hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} />
              </>
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

/** The list is frozen with every filter it is shown by. */
function narrowedBy(filters: FigureFilters): Omit<Frozen, 'measure'> {
  const { agency, reach, field, procedure, leader, type, flow } = filters;
  const asked = { agency, reach, field, procedure, leader, type, flow };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value)) as Omit<Frozen, 'measure'>;
}

function RowLink({ row: { caseFileId, petitionId, registerLabel } }: { row: Row }) {
  const to = caseFileId ? `/ho-so/${caseFileId}` : petitionId ? `/don/${petitionId}` : null;
  return to ? <Link to={to}>{registerLabel}</Link> : <>{registerLabel}</>;
}

/** Rows behind a number: of case files with their days, of people with how many. */
export function Rows({ rows, unit }: { rows: readonly Row[]; unit: string }) {
  const ofCases = unit === 'case';
  return (
    <div {...SCROLLS} className="table-scroll panel">
      <table className="data cards-on-phone">
        <thead>
          <tr>
            <th scope="col">Số vào sổ</th>
            <th scope="col">Cơ quan</th>
            <th scope="col">{ofCases ? 'Quy trình, giai đoạn khi đó' : 'Là gì'}</th>
            <th scope="col">Lĩnh vực</th>
            <th scope="col">Ngày nhận</th>
            {ofCases && <th scope="col">Thụ lý</th>}
            {ofCases && <th scope="col">Hạn giải quyết</th>}
            {ofCases && <th scope="col">Giải quyết</th>}
            {unit === 'person' && <th scope="col">Số người</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.caseFileId ?? row.petitionId ?? index}>
              <td data-label="Số vào sổ" className="nowrap">
                <RowLink row={row} />
              </td>
              <td data-label="Cơ quan">{row.agencyName}</td>
              <td data-label={ofCases ? 'Quy trình' : 'Là gì'}>
                {row.title}
                {row.stageTitle && <div className="muted small">{row.stageTitle}</div>}
              </td>
              <td data-label="Lĩnh vực">{row.field}</td>
              <td data-label="Ngày nhận" className="num">
                {day(row.receivedOn)}
              </td>
              {ofCases && (
                <>
                  <td data-label="Thụ lý" className="num">
                    {day(row.acceptedOn)}
                  </td>
                  <td data-label="Hạn giải quyết" className="num">
                    {row.dueOn ? day(row.dueOn) : '—'}
                  </td>
                  <td data-label="Giải quyết" className="num">
                    {row.resolvedOn ? <Resolved row={row} /> : 'chưa'}
                  </td>
                </>
              )}
              {unit === 'person' && (
                <td data-label="Số người" className="num">
                  {row.weight}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Resolved({ row }: { row: Row }) {
  const late = row.dueOn !== null && row.resolvedOn !== null && row.resolvedOn > row.dueOn;
  return (
    <>
      {day(row.resolvedOn)}{' '}
      {row.dueOn && <Status tone={late ? 'met-late' : 'met'}>{late ? 'Trễ hạn' : 'Đúng hạn'}</Status>}
    </>
  );
}

/** The whole list, page by page, so that the file has what was counted. */
function SaveList({ measure, filters, title }: { measure: string; filters: FigureFilters; title: string }) {
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const rows: Row[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const next: Dto<'FigureList'> = await page(measure, filters, cursor, 500);
        rows.push(...next.items);
        cursor = next.nextCursor;
      }
      saveCsv(
        title,
        [
          'Mã',
          'Số vào sổ',
          'Cơ quan',
          'Là gì',
          'Giai đoạn',
          'Lĩnh vực',
          'Ngày nhận',
          'Thụ lý',
          'Hạn',
          'Giải quyết',
          'Đếm là',
        ],
        rows.map((row) => [
          row.caseFileId ?? row.petitionId ?? '',
          ...[row.registerLabel, row.agencyName, row.title, row.stageTitle ?? '', row.field ?? ''],
          ...[day(row.receivedOn), day(row.acceptedOn), day(row.dueOn), day(row.resolvedOn), row.weight],
        ]),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void save()}>
      Tải CSV
    </Button>
  );
}
