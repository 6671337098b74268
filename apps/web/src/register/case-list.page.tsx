import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import { keepShown } from '../api/keep-shown.js';
import type { Dto } from '../api/types.js';
import { FileActs, useMayLead } from '../boards/file-acts.js';
import { type Picked, usePicked } from '../boards/use-picked.js';
import '../boards/boards.css';
import { useToday } from '../sign-in/session.js';
import { AgencySelect } from '../ui/agency-select.js';
import { useColumns } from '../ui/columns.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { MASKED, PROCEDURE } from '../ui/labels.js';
import { CLEARABLE } from '../ui/named-icons.js';
import { PageHead } from '../ui/page.js';
import { SavedViews } from '../ui/saved-views.js';
import { DeadlineStatus } from '../ui/status.js';
import { CLEARS, shortAgency } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import { LinkedFilters } from './linked-filters.js';

const NAMES = [
  ...(['q', 'agency', 'reach', 'procedure', 'stage', 'type', 'state', 'assignee', 'deadline'] as const),
  ...(['receivedFrom', 'receivedTo', 'closedFrom', 'sealed'] as const),
] as const;
const CASE_PROCEDURES = [
  'petition-handling',
  'complaint',
  'disciplinary-complaint',
  'denunciation',
  'protection',
  'feedback',
  'reception',
] as const;
const NONE = Object.fromEntries(NAMES.map((name) => [name, undefined]));

const COLUMNS = [
  { key: 'received', title: 'Nhận' },
  { key: 'matter', title: 'Người đứng đơn, nội dung' },
  { key: 'stage', title: 'Quy trình, giai đoạn' },
  { key: 'hands', title: 'Người theo dõi' },
  { key: 'deadline', title: 'Thời hạn' },
] as const;
type ColumnKey = (typeof COLUMNS)[number]['key'];

/** The list behind a number of a board: the same filters, in the address. */
export function CaseListPage() {
  const [filters, change] = useFilters(NAMES);
  const today = useToday();
  const columns = useColumns('ho-so', COLUMNS);
  const mayLead = useMayLead();
  const picked = usePicked();
  const list = useInfiniteQuery({
    queryKey: ['case-files', filters],
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/case-files', {
          params: { query: { ...(filters as object), limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepShown,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const labels = new Map(rows.map((row) => [row.id, `Đơn số ${row.registerLabel}`]));
  const pick = (name: (typeof NAMES)[number], words: string, options: { value: string; label: string }[]) => (
    <Select
      aria-label={words}
      allowClear={CLEARS}
      placeholder={words}
      style={{ minWidth: 170 }}
      value={filters[name] ?? null}
      onChange={(value: string | null) => change({ [name]: value ?? undefined })}
      options={options}
    />
  );
  return (
    <>
      <PageHead
        title="Danh sách hồ sơ"
        lead="Mỗi đơn có một hồ sơ xử lý đơn; đơn được thụ lý mở thêm hồ sơ giải quyết."
        actions={
          <>
            <SavedViews page="ho-so" />
            {columns.picker}
          </>
        }
      />
      <search className="row" style={{ marginBottom: 10 }}>
        <Input.Search
          aria-label="Tìm hồ sơ"
          placeholder="Tìm, không cần dấu"
          defaultValue={filters.q}
          allowClear={CLEARABLE}
          enterButton="Tìm"
          onSearch={(q) => change({ q: q.trim() || undefined })}
          style={{ width: 240 }}
        />
        <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
        {pick(
          'procedure',
          'Mọi quy trình',
          CASE_PROCEDURES.map((value) => ({ value, label: PROCEDURE[value] ?? '' })),
        )}
        {pick('state', 'Mọi tình trạng', [
          { value: 'open', label: 'Đang giải quyết' },
          { value: 'closed', label: 'Đã kết thúc' },
        ])}
        {pick('deadline', 'Mọi thời hạn', [
          { value: 'overdue', label: 'Quá hạn' },
          { value: 'dueSoon', label: 'Sắp đến hạn' },
          { value: 'paused', label: 'Tạm đình chỉ giải quyết' },
          { value: 'prolonged', label: 'Đã kéo dài thời hạn' },
          { value: 'extended', label: 'Đã gia hạn' },
        ])}
        {pick('assignee', 'Mọi người theo dõi', [
          { value: 'me', label: 'Giao cho tôi' },
          { value: 'nobody', label: 'Chưa giao' },
          ...(/^\d+$/.test(filters.assignee ?? '')
            ? [{ value: filters.assignee ?? '', label: rows[0]?.assigneeName ?? 'Một người' }]
            : []),
        ])}
        <LinkedFilters filters={filters} change={change} />
        {Object.keys(filters).length > 0 && (
          <Button type="link" onClick={() => change(NONE)}>
            Bỏ lọc
          </Button>
        )}
      </search>
      <section className="panel flush" aria-label="Danh sách hồ sơ">
        <Loaded query={list}>
          {() =>
            rows.length === 0 ? (
              <Empty>Không có hồ sơ nào khớp với điều kiện.</Empty>
            ) : (
              <>
                <div className="table-scroll">
                  <table className={`data cards-on-phone ${mayLead ? 'limits' : ''}`}>
                    <thead>
                      <tr>
                        {mayLead && <th className="pick" aria-label="Chọn" />}
                        <th>Số</th>
                        {COLUMNS.filter(({ key }) => columns.shows(key)).map(({ key, title }) => (
                          <th key={key}>{title}</th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {rows.map((row) => (
                        <Row
                          key={row.id}
                          row={row}
                          today={today}
                          shows={columns.shows}
                          picked={mayLead ? picked : undefined}
                        />
                      ))}
                    </tbody>
                  </table>
                </div>
                <More shown={rows.length} hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} />
              </>
            )
          }
        </Loaded>
      </section>
      {mayLead && <FileActs picked={picked} nameOf={(id) => labels.get(id) ?? 'Hồ sơ'} />}
    </>
  );
}

function Row({
  row,
  today,
  shows,
  picked,
}: {
  row: Dto<'CaseFileListItem'>;
  today: string;
  picked: Picked | undefined;
  shows: (key: ColumnKey) => boolean;
}) {
  const cells: Record<ColumnKey, ReactNode> = {
    received: <td className="nowrap num">{day(row.receivedOn)}</td>,
    matter: (
      <td style={{ minWidth: 180, maxWidth: 360 }}>
        {row.sealed ? (
          <span className="muted">{MASKED}</span>
        ) : (
          <>
            {row.petitionerName}
            <div className="muted small clamp">{row.excerpt}</div>
          </>
        )}
      </td>
    ),
    stage: (
      <td>
        {row.procedureTitle}
        <div className="muted small">{row.stageTitle}</div>
      </td>
    ),
    hands: (
      <td>
        {row.assigneeName ?? <span className="muted">Chưa giao</span>}
        <div className="muted small">{shortAgency(row.agencyName)}</div>
      </td>
    ),
    deadline: (
      <td>
        {row.deadline ? (
          <>
            <DeadlineStatus deadline={row.deadline} today={today} />
            <div className="muted small">{row.deadline.title}</div>
          </>
        ) : (
          <span className="muted small">Không có hạn đang chạy</span>
        )}
      </td>
    ),
  };
  return (
    <tr className={picked?.has(row.id) ? 'picked' : ''}>
      {picked && (
        <td className="pick">
          <Checkbox
            aria-label={`Chọn hồ sơ ${row.registerLabel}`}
            checked={picked.has(row.id)}
            onChange={({ target }) => picked.set([row.id], target.checked)}
          />
        </td>
      )}
      <td className="nowrap num strong">
        <Link to={`/ho-so/${row.id}`}>{row.registerLabel}</Link>
      </td>
      {COLUMNS.filter(({ key }) => shows(key)).map(({ key }) => (
        <Fragment key={key}>{cells[key]}</Fragment>
      ))}
    </tr>
  );
}
