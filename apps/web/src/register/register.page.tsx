import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { api, ok } from '../api/client.js';
import { keepShown } from '../api/keep-shown.js';
import { AgencySelect, useAgencies } from '../ui/agency-select.js';
import { useColumns } from '../ui/columns.js';
import { DayField } from '../ui/day-field.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { PETITION_TYPE } from '../ui/labels.js';
import { CLEARABLE } from '../ui/named-icons.js';
import { LinkButton } from '../ui/link-button.js';
import { PageHead } from '../ui/page.js';
import { SavedViews } from '../ui/saved-views.js';
import { addressNow, useFilters } from '../ui/url-filters.js';
import { PETITION_COLUMNS, PetitionTable } from './petition-table.js';
import { CLEARS } from '../ui/text.js';

type PetitionType = 'complaint' | 'denunciation' | 'feedback' | 'mixed';
const NAMES = ['q', 'agency', 'type', 'state', 'from', 'to'] as const;
const STATES = [
  { value: 'open', label: 'Đang giải quyết' },
  { value: 'closed', label: 'Đã kết thúc' },
  { value: 'voided', label: 'Số đã hủy' },
];

export function RegisterPage() {
  const [filters, change] = useFilters(NAMES);
  const location = useLocation();
  const agencies = useAgencies();
  const manyAgencies = (agencies.data?.items.length ?? 0) > 1;
  const list = useInfiniteQuery({
    queryKey: ['petitions', filters],
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/petitions', {
          params: {
            query: {
              ...filters,
              type: filters.type as PetitionType,
              limit: 50,
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepShown,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(filters).length > 0;
  const columns = useColumns('so-tiep-nhan', PETITION_COLUMNS);
  return (
    <>
      <PageHead
        title="Sổ tiếp nhận"
        lead="Tìm theo họ tên, nội dung, số tiếp nhận; không cần gõ dấu."
        actions={
          <>
            <LinkButton to={`/so-tiep-nhan/in${location.search}`}>In sổ</LinkButton>
            <SavedViews page="so-tiep-nhan" />
            {columns.picker}
          </>
        }
      />
      <search className="row" style={{ marginBottom: 10 }}>
        <SearchBox value={filters.q ?? ''} onSearch={(q) => change({ q: q || undefined })} busy={list.isFetching} />
        <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
        <Select
          aria-label="Loại đơn"
          allowClear={CLEARS}
          placeholder="Mọi loại đơn"
          style={{ width: 165 }}
          value={filters.type ?? null}
          onChange={(type: string | null) => change({ type: type ?? undefined })}
          options={Object.entries(PETITION_TYPE).map(([value, text]) => ({ value, label: text }))}
        />
        <Select
          aria-label="Tình trạng"
          allowClear={CLEARS}
          placeholder="Mọi tình trạng"
          style={{ width: 150 }}
          value={filters.state ?? null}
          onChange={(state: string | null) => change({ state: state ?? undefined })}
          options={STATES}
        />
        <DayField label="Nhận từ ngày" value={filters.from} onChange={(from) => change({ from })} />
        <DayField label="Nhận đến ngày" value={filters.to} onChange={(to) => change({ to })} />
        {filtered && (
          <Button
            type="link"
            onClick={() =>
              change({
                q: undefined,
                agency: undefined,
                type: undefined,
                state: undefined,
                from: undefined,
                to: undefined,
              })
            }
          >
            Bỏ lọc
          </Button>
        )}
      </search>
      <section className="panel flush" aria-label="Danh sách đơn">
        <Loaded query={list}>
          {() =>
            rows.length === 0 ? (
              <Empty>{filtered ? 'Không có đơn nào khớp với điều kiện tìm.' : 'Sổ chưa có đơn nào.'}</Empty>
            ) : (
              <>
                <PetitionTable
                  pages={list.data?.pages ?? []}
                  shows={(key) => columns.shows(key) && (key !== 'agency' || manyAgencies)}
                />
                <More shown={rows.length} hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} />
              </>
            )
          }
        </Loaded>
      </section>
    </>
  );
}

function SearchBox({ value, onSearch, busy }: { value: string; onSearch: (q: string) => void; busy: boolean }) {
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(value);
  const composing = useRef(false);
  const input = useRef<InputRef>(null);
  const search = useRef(onSearch);
  search.current = onSearch;
  const wanted = params.has('tim');
  useEffect(() => {
    if (!wanted) return;
    input.current?.focus({ cursor: 'all' });
    setParams(
      () => {
        const now = addressNow();
        now.delete('tim');
        return now;
      },
      { replace: true },
    );
  }, [wanted, setParams]);
  const shown = useRef(value);
  shown.current = value;
  useEffect(() => {
    // Taken back by another hand (“Bỏ lọc”, a kept filter): the box shows it and does not search for the old words again.
    if (value === '' && !input.current?.input?.matches(':focus')) setTyped('');
  }, [value]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!composing.current && typed.trim() !== shown.current) search.current(typed.trim());
    }, 300);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Input
      ref={input}
      type="search"
      aria-label="Tìm trong sổ"
      placeholder="nguyen thi hoa, 12/2026…"
      value={typed}
      allowClear={CLEARABLE}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={(event) => {
        composing.current = false;
        setTyped(event.currentTarget.value);
      }}
      onPressEnter={() => !composing.current && onSearch(typed.trim())}
      suffix={busy ? <span className="muted small">đang tìm</span> : <kbd>F2</kbd>}
      style={{ width: 262, maxWidth: '100%' }}
    />
  );
}
