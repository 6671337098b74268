import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Radio, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { AgencySelect } from '../ui/agency-select.js';
import { pageOfList } from '../ui/api-link.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { MASKED, PROCEDURE } from '../ui/labels.js';
import { PageHead } from '../ui/page.js';
import { DeadlineStatus } from '../ui/status.js';
import { capital, count, placeOf, shortAgency } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import { Bars } from './bars.js';
import './boards.css';

type Item = Dto<'OverdueItem'>;
type Scope = 'overdue' | 'dueSoon' | 'all';
const SCOPES: { value: Scope; label: string }[] = [
  { value: 'overdue', label: 'Đã quá hạn' },
  { value: 'dueSoon', label: 'Còn 3 ngày làm việc' },
  { value: 'all', label: 'Đang chạy' },
];
const SHOWN_PROCEDURES = ['petition-handling', 'complaint'] as const;

export function OverduePage() {
  const [filters, change] = useFilters(['agency', 'procedure', 'scope'] as const);
  const scope = (filters.scope as Scope | undefined) ?? 'overdue';
  const agency = filters.agency ? { agency: filters.agency } : {};
  const procedure = filters.procedure ? { procedure: filters.procedure as 'complaint' } : {};
  const summary = useQuery({
    queryKey: ['board', 'summary', filters.agency ?? ''],
    queryFn: () => ok(api.GET('/api/v1/boards/summary', { params: { query: agency } })),
    placeholderData: (previous) => previous,
  });
  const everywhere = useQuery({
    queryKey: ['board', 'summary', ''],
    queryFn: () => ok(api.GET('/api/v1/boards/summary')),
  });
  const list = useInfiniteQuery({
    queryKey: ['board', 'overdue', filters],
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/boards/overdue', {
          params: { query: { ...agency, ...procedure, scope, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total;
  const asOf = list.data?.pages[0]?.asOf;
  return (
    <>
      <PageHead
        title="Bảng quá hạn"
        lead={
          asOf
            ? `Tính đến ${day(asOf)}. Chỉ gồm thời hạn theo luật; bấm một con số để xem đúng danh sách của nó.`
            : undefined
        }
      />
      <Loaded query={summary}>{(data) => <Tiles summary={data} />}</Loaded>
      <div className="board">
        <div className="stack">
          <div className="row">
            <Radio.Group
              optionType="button"
              buttonStyle="solid"
              options={SCOPES}
              value={scope}
              onChange={(event) =>
                change({ scope: event.target.value === 'overdue' ? undefined : (event.target.value as Scope) })
              }
              aria-label="Phạm vi"
            />
            <AgencySelect value={filters.agency} onChange={(code) => change({ agency: code })} />
            <Select
              aria-label="Quy trình"
              allowClear
              placeholder="Mọi quy trình"
              style={{ width: 150 }}
              value={filters.procedure ?? null}
              onChange={(next: string | null) => change({ procedure: next ?? undefined })}
              options={SHOWN_PROCEDURES.map((value) => ({ value, label: PROCEDURE[value] }))}
            />
          </div>
          <section className="panel flush" aria-label="Danh sách thời hạn">
            <Loaded query={list}>
              {() =>
                rows.length === 0 ? (
                  <Empty>
                    {scope === 'overdue'
                      ? 'Không có thời hạn nào quá hạn trong phạm vi này.'
                      : 'Không có thời hạn nào trong phạm vi này.'}
                  </Empty>
                ) : (
                  <>
                    <LateTable rows={rows} total={total ?? rows.length} asOf={asOf ?? ''} />
                    <More
                      shown={rows.length}
                      hasMore={list.hasNextPage}
                      loading={list.isFetchingNextPage}
                      onMore={() => void list.fetchNextPage()}
                    />
                  </>
                )
              }
            </Loaded>
          </section>
        </div>
        <aside className="side">
          <Loaded query={everywhere}>{(data) => <ByAgency summary={data} agency={filters.agency} />}</Loaded>
        </aside>
      </div>
    </>
  );
}

function Tiles({ summary }: { summary: Dto<'Summary'> }) {
  return (
    <div className="cards">
      {summary.tiles.map((tile) => {
        const page = pageOfList(tile.list);
        const tone =
          /overdue|escalated/i.test(tile.key) && tile.count > 0
            ? 'red'
            : /soon/i.test(tile.key) && tile.count > 0
              ? 'amber'
              : '';
        const inside = (
          <>
            <span className="figure">{count(tile.count)}</span>
            <div className="caption">{tile.title}</div>
          </>
        );
        return page ? (
          <Link key={tile.key} className={`card ${tone}`} to={page} title={tile.note}>
            {inside}
          </Link>
        ) : (
          <div key={tile.key} className={`card ${tone}`} title={tile.note}>
            {inside}
          </div>
        );
      })}
    </div>
  );
}

function LateTable({ rows, total, asOf }: { rows: readonly Item[]; total: number; asOf: string }) {
  return (
    <div className="table-scroll">
      <table className="data cards-on-phone">
        <caption className="num" role="status">
          {count(total)} thời hạn, trễ nhất ở trên. Nấc: đã báo cáo lên cấp lãnh đạo thứ mấy (quy định nội bộ).
        </caption>
        <thead>
          <tr>
            <th>Tình trạng</th>
            <th>Đơn</th>
            <th>Thời hạn</th>
            <th>Đang ở ai</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.deadlineId}>
              <td className="nowrap">
                <DeadlineStatus deadline={row} today={asOf} />
                <div className="muted small num">hạn {day(row.dueOn)}</div>
                {row.workingDaysLate > 0 && (
                  <div className="muted small num">
                    {row.workingDaysLate} ngày làm việc{row.rung > 0 && `, nấc ${row.rung}`}
                  </div>
                )}
              </td>
              <td style={{ minWidth: 150 }}>
                <Link className="strong num" to={`/ho-so/${row.caseFileId}`}>
                  {row.registerLabel}
                </Link>{' '}
                {row.sealed ? <span className="muted">{MASKED}</span> : row.petitionerName}
                <div className="muted small">{row.stageTitle}</div>
              </td>
              <td style={{ minWidth: 160 }}>
                {row.title}
                <div className="muted small">{row.citation}</div>
              </td>
              <td>
                {capital(row.inHandsOf)}
                <div className="muted small">{shortAgency(row.agencyName)}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ByAgency({ summary, agency }: { summary: Dto<'Summary'>; agency: string | undefined }) {
  const [asTable, setAsTable] = useState(false);
  const rows = [...summary.byAgency].sort((a, b) => b.overdue - a.overdue || b.open - a.open);
  if (rows.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="by-agency">
      <div className="panel-head">
        <h2 id="by-agency">Quá hạn theo cơ quan</h2>
        <Button className="after" size="small" onClick={() => setAsTable(!asTable)} aria-pressed={asTable}>
          {asTable ? 'Xem biểu đồ' : 'Xem bảng'}
        </Button>
      </div>
      {asTable ? (
        <table className="data">
          <thead>
            <tr>
              <th>Cơ quan</th>
              <th className="r">Đang giải quyết</th>
              <th className="r">Quá hạn</th>
              <th className="r">Sắp đến</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.agencyCode}>
                <td>{shortAgency(row.agencyName)}</td>
                <td className="r num">
                  <Link to={`/ho-so?agency=${row.agencyCode}&state=open`}>{count(row.open)}</Link>
                </td>
                <td className="r num">
                  <Link to={`/qua-han?agency=${row.agencyCode}`}>{count(row.overdue)}</Link>
                </td>
                <td className="r num">
                  <Link to={`/qua-han?agency=${row.agencyCode}&scope=dueSoon`}>{count(row.dueSoon)}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Bars
          labelledBy="by-agency"
          unit="thời hạn quá hạn"
          bars={rows.map((row) => ({
            key: row.agencyCode,
            name: placeOf(row.agencyName),
            value: row.overdue,
            link: `/qua-han?agency=${row.agencyCode}`,
            current: row.agencyCode === agency,
          }))}
        />
      )}
    </section>
  );
}
