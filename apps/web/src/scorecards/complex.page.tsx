import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import { keepShown } from '../api/keep-shown.js';
import type { paths } from '../api/schema.js';
import type { Dto } from '../api/types.js';
import { AgencySelect } from '../ui/agency-select.js';
import { saveCsv } from '../ui/csv.js';
import { WorkbookLink } from '../ui/workbook-link.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { PageHead } from '../ui/page.js';
import { SCROLLS } from '../ui/scrolls.js';
import { capital, CLEARS, count } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import './scorecards.css';

type Case = Dto<'ComplexCase'>;
type Cases = Dto<'ComplexCases'>;
type Filters = { kind?: string; criterion?: string; agency?: string };
type Asked = NonNullable<paths['/api/v1/complex-cases']['get']['parameters']['query']>;

const page = (filters: Filters, cursor: string, limit: number) =>
  ok(
    api.GET('/api/v1/complex-cases', {
      params: { query: { ...(filters as Asked), limit, ...(cursor ? { cursor } : {}) } },
    }),
  );
const at = (filters: Filters): string =>
  `/vu-viec-phuc-tap?${new URLSearchParams(Object.entries(filters).filter(([, value]) => value)).toString()}`;

/** What a leader must look at first: cases that are complex, drag on or came over somebody's head. */
export function ComplexPage() {
  const [filters, change] = useFilters(['kind', 'criterion', 'agency'] as const);
  const list = useInfiniteQuery({
    queryKey: ['complex-cases', filters],
    queryFn: ({ pageParam }) => page(filters as Filters, pageParam, 50),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepShown,
  });
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead
        title="Vụ việc phức tạp, kéo dài, vượt cấp"
        lead={first && `Tính đến ${day(first.asOf)}: chưa giải quyết xong, nhận đơn lâu nhất ở trên.`}
        actions={
          <>
            <WorkbookLink path="complex-cases/export" filters={filters} />
            <SaveCases filters={filters as Filters} />
          </>
        }
      />
      <div className="row filters">
        <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
        <Select
          aria-label="Tiêu chí"
          allowClear={CLEARS}
          placeholder="Mọi tiêu chí"
          style={{ width: 320, maxWidth: '100%' }}
          value={filters.criterion ?? null}
          options={(first?.criteria ?? []).map(({ criterion, title }) => ({ value: criterion, label: title }))}
          onChange={(criterion: string | null) => change({ criterion: criterion ?? undefined, kind: undefined })}
        />
        {(filters.kind ?? filters.criterion) && (
          <Button onClick={() => change({ kind: undefined, criterion: undefined })}>Bỏ lọc</Button>
        )}
      </div>
      <Loaded query={{ ...list, data: first }}>
        {(data) => (
          <div className="stack" style={{ marginTop: 12 }}>
            <Kinds data={data} filters={filters as Filters} />
            <p className="small muted num" role="status">
              {count(data.count)} hồ sơ
            </p>
            {rows.length === 0 ? (
              <Empty>Không có vụ việc nào thuộc các tiêu chí này.</Empty>
            ) : (
              <>
                <Rows rows={rows} />
                <More shown={rows.length} hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} />
              </>
            )}
            <Criteria data={data} filters={filters as Filters} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function Kinds({ data, filters }: { data: Cases; filters: Filters }) {
  const place = filters.agency ? { agency: filters.agency } : {};
  return (
    <ul className="complex-kinds">
      {data.kinds.map(({ kind, title, count: many }) => (
        <li key={kind} className="panel">
          <Link to={at({ ...place, kind })} className="complex-number num" aria-label={`${many} vụ việc ${title}`}>
            {count(many)}
          </Link>
          <span>{title}</span>
        </li>
      ))}
    </ul>
  );
}

function Rows({ rows }: { rows: readonly Case[] }) {
  return (
    <div {...SCROLLS} className="table-scroll panel">
      <table className="data cards-on-phone complex-table">
        <thead>
          <tr>
            <th scope="col">Đơn</th>
            <th scope="col">Vì sao trong danh sách</th>
            <th scope="col">Tuổi</th>
            <th scope="col">Đã qua</th>
            <th scope="col">Chịu trách nhiệm</th>
            <th scope="col">Việc kế tiếp</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.caseFileId ?? index}>
              <td data-label="Đơn">
                <Link className="strong num" to={`/ho-so/${row.caseFileId}`}>
                  {row.registerLabel}
                </Link>
                {row.people > 1 && <span className="small"> · {count(row.people)} người</span>}
                <div className="small muted">
                  {row.procedureTitle}: {row.stageTitle}
                </div>
                <div className="small muted">
                  {row.agencyName}
                  {row.field && ` · ${row.field}`}
                </div>
              </td>
              <td data-label="Vì sao trong danh sách">
                <ul className="plain">
                  {row.criteria.map((title) => (
                    <li key={title}>{title}</li>
                  ))}
                </ul>
              </td>
              <td data-label="Tuổi" className="num nowrap">
                {count(row.ageDays)} ngày
                <div className="small muted">nhận {day(row.receivedOn)}</div>
              </td>
              <td data-label="Đã qua">
                {row.history.length === 0 ? (
                  <span className="muted">Chưa thụ lý</span>
                ) : (
                  <ul className="plain small">
                    {row.history.map(({ on, title }, step) => (
                      <li key={step}>
                        <span className="num">{day(on)}</span> {title}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td data-label="Chịu trách nhiệm">
                {row.leaderName ?? 'Chưa có người'}
                <div className="small muted">{capital(row.inHandsOf)}</div>
              </td>
              <td data-label="Việc kế tiếp">
                {row.nextStep}
                {row.nextDueOn && <div className="num">trước hết ngày {day(row.nextDueOn)}</div>}
                {row.nextCitation && <div className="small muted">{row.nextCitation}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Criteria({ data, filters }: { data: Cases; filters: Filters }) {
  const place = filters.agency ? { agency: filters.agency } : {};
  return (
    <section className="panel" aria-labelledby="criteria-title">
      <h2 id="criteria-title">Tiêu chí và căn cứ</h2>
      <table className="data cards-on-phone">
        <thead>
          <tr>
            <th scope="col">Loại</th>
            <th scope="col">Tiêu chí</th>
            <th scope="col">Căn cứ</th>
            <th scope="col" className="num">
              Số hồ sơ
            </th>
          </tr>
        </thead>
        <tbody>
          {data.criteria.map(({ criterion, kind, title, source, count: many }) => (
            <tr key={criterion}>
              <td data-label="Loại">{data.kinds.find((one) => one.kind === kind)?.title}</td>
              <td data-label="Tiêu chí">{title}</td>
              <td data-label="Căn cứ" className="small muted">
                {source}
              </td>
              <td data-label="Số hồ sơ" className="num">
                <Link to={at({ ...place, criterion })}>{count(many)}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SaveCases({ filters }: { filters: Filters }) {
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const rows: Case[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const next: Cases = await page(filters, cursor, 500);
        rows.push(...next.items);
        cursor = next.nextCursor;
      }
      saveCsv(
        'Vụ việc phức tạp, kéo dài, vượt cấp',
        [
          ...['Số vào sổ', 'Cơ quan', 'Quy trình', 'Giai đoạn', 'Lĩnh vực', 'Số người', 'Ngày nhận', 'Tuổi (ngày)'],
          ...['Tiêu chí', 'Đã qua', 'Chịu trách nhiệm', 'Đang ở ai', 'Việc kế tiếp', 'Hết hạn'],
        ],
        rows.map((row) => [
          ...[row.registerLabel, row.agencyName, row.procedureTitle, row.stageTitle, row.field ?? '', row.people],
          ...[day(row.receivedOn), row.ageDays, row.criteria.join('; ')],
          row.history.map(({ on, title }) => `${day(on)} ${title}`).join('; '),
          ...[row.leaderName ?? '', row.inHandsOf, row.nextStep, day(row.nextDueOn)],
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
