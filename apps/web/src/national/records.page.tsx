import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { AgencySelect } from '../ui/agency-select.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { Status } from '../ui/status.js';
import { CLEARS, count } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import { AgencyCounts } from './agency-counts.js';
import { NationalHead } from './national-head.js';
import { GROUPS, RECORD_STATES, RecordState } from './words.js';

type Page = Dto<'NationalRecordList'>;
const FILTERS = ['agency', 'reach', 'group', 'state', 'stale', 'late', 'package'] as const;

/** What is to stand in the national database, and what of it does: every count opens the list below it. */
export function RecordsPage() {
  const [filters, change] = useFilters(FILTERS);
  const summary = useQuery({
    queryKey: ['national-summary'],
    queryFn: () => ok(api.GET('/api/v1/national/summary')),
    refetchInterval: 15_000,
  });
  return (
    <>
      <NationalHead
        title="Cập nhật Cơ sở dữ liệu quốc gia"
        lead="Bản ghi nào đến lúc cập nhật, đã gửi, đã được xác nhận. Danh tính người tố cáo không đi theo bản ghi nào."
        notice={summary.data?.notice}
        actions={summary.data?.mayMake && <MakePackage filters={filters} />}
      />
      <div className="stack">
        <Loaded query={summary}>{(data) => <AgencyCounts summary={data} />}</Loaded>
        <div className="row filters">
          <AgencySelect value={filters.agency} onChange={(agency) => change({ agency, reach: undefined })} />
          <Choice
            label="Phần"
            all="Mọi phần"
            words={GROUPS}
            value={filters.group}
            onChange={(group) => change({ group })}
          />
          <Choice
            {...{ label: 'Tình trạng', all: 'Mọi tình trạng', words: RECORD_STATES, value: filters.state }}
            onChange={(state) => change({ state, stale: undefined, late: undefined })}
          />
          {filters.reach === 'own' && (
            <Button onClick={() => change({ reach: undefined })}>Bỏ lọc: riêng cơ quan này</Button>
          )}
          {(filters.stale ?? filters.late) && (
            <Button onClick={() => change({ stale: undefined, late: undefined })}>
              {filters.stale ? 'Bỏ lọc: cần cập nhật lại' : 'Bỏ lọc: quá mục tiêu nội bộ'}
            </Button>
          )}
          {filters.package && (
            <Button onClick={() => change({ package: undefined })}>Bỏ lọc: bản ghi của một gói</Button>
          )}
        </div>
        <Records filters={filters} />
      </div>
    </>
  );
}

type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

function Choice({
  label,
  all,
  words,
  value,
  onChange,
}: {
  label: string;
  all: string;
  words: Readonly<Record<string, string>>;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  return (
    <Select
      aria-label={label}
      allowClear={CLEARS}
      placeholder={all}
      value={value ?? null}
      onChange={(next: string | null) => onChange(next ?? undefined)}
      style={{ width: 210 }}
      popupMatchSelectWidth={280}
      options={Object.entries(words).map(([of, text]) => ({ value: of, label: text }))}
    />
  );
}

function MakePackage({ filters }: { filters: Filters }) {
  const client = useQueryClient();
  const making = useMutation({
    mutationFn: () =>
      ok(api.POST('/api/v1/national/packages', { body: filters.agency ? { agency: filters.agency } : {} })),
    onSettled: () =>
      Promise.all(
        ['national-summary', 'national-records', 'national-packages'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
  const query = new URLSearchParams(filters as Record<string, string>);
  return (
    <>
      {(['xlsx', 'csv', 'json'] as const).map((format) => (
        <a
          key={format}
          className="link-button"
          href={`/api/v1/national/export?${query.toString()}&format=${format}`}
          download
        >
          {format === 'xlsx' ? 'Tải Excel' : `Tải ${format.toUpperCase()}`}
        </a>
      ))}
      <Button type="primary" loading={making.isPending} onClick={() => making.mutate()}>
        Lập gói cập nhật
      </Button>
      <ProblemAlert error={making.error} />
      {making.data && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={
            <>
              Đã lập gói gồm {count(making.data.records)} bản ghi. <Link to="/csdl-quoc-gia/goi">Xem gói</Link>
            </>
          }
        />
      )}
    </>
  );
}

function Records({ filters }: { filters: Filters }) {
  const list = useInfiniteQuery({
    queryKey: ['national-records', filters],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/national/records', {
          params: { query: { ...filters, ...(pageParam ? { cursor: pageParam } : {}) } as Record<string, never> },
        }),
      ),
    getNextPageParam: (page: Page) => page.nextCursor ?? undefined,
  });
  return (
    <section className="panel flush" aria-label="Các bản ghi">
      <Loaded query={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>Không có bản ghi nào như vậy.</Empty>;
          return (
            <>
              <RecordTable items={items} />
              <More shown={items.length} hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function RecordTable({ items }: { items: readonly Dto<'NationalRecord'>[] }) {
  return (
    <table className="data cards-on-phone">
      <thead>
        <tr>
          <th>Số vào sổ</th>
          <th>Phần</th>
          <th>Cơ quan</th>
          <th>Nhận ngày</th>
          <th>Phải cập nhật từ</th>
          <th>Tình trạng</th>
        </tr>
      </thead>
      <tbody>
        {items.map((record) => (
          <tr key={record.id}>
            <td className="strong num">
              <Link to={record.kind === 'case' ? `/ho-so/${record.id}` : `/tiep-cong-dan/luot/${record.id}`}>
                {record.registerLabel}
              </Link>
            </td>
            <td data-label="Phần">
              {record.group}
              {record.protected && (
                <span className="national-why">
                  <Status tone="paused">Danh tính được bảo vệ</Status>
                </span>
              )}
            </td>
            <td data-label="Cơ quan">{record.agencyName}</td>
            <td data-label="Nhận ngày" className="num nowrap">
              {day(record.receivedOn)}
            </td>
            <td data-label="Phải cập nhật từ">
              <span className="num">{record.dueOn ? day(record.dueOn) : 'Chưa đến lúc'}</span>
              <span className="small muted national-why">
                {record.dueText} ({record.citation})
              </span>
            </td>
            <td data-label="Tình trạng">
              <RecordState record={record} />
              {record.late && record.targetOn && (
                <span className="small muted national-why">Mục tiêu nội bộ {day(record.targetOn)}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
