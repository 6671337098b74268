import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import { keepShown } from '../../api/keep-shown.js';
import type { Dto } from '../../api/types.js';
import { useSession } from '../../sign-in/session.js';
import { AgencySelect } from '../../ui/agency-select.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { CLEARS, count } from '../../ui/text.js';
import { useFilters } from '../../ui/url-filters.js';
import { AddUser } from './add-user.js';
import { AccountStatus, RoleNames, STATE_FILTER, useRoles } from './account-words.js';
import './users.css';

type Filter = 'agency' | 'role' | 'state' | 'q';
type Page = Dto<'AccountPage'>;
type Account = Dto<'Account'>;

export function UsersPage() {
  const [filters, change] = useFilters<Filter>(['agency', 'role', 'state', 'q']);
  const [adding, setAdding] = useState(false);
  const roles = useRoles();
  const users = useInfiniteQuery({
    queryKey: ['accounts', filters],
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/administration/users', {
          params: { query: { ...filters, ...(pageParam ? { after: pageParam } : {}) } as Record<string, never> },
        }),
      ),
    getNextPageParam: (page: Page) => page.nextAfter ?? undefined,
    placeholderData: keepShown,
  });
  const first = users.data?.pages[0];
  return (
    <>
      <PageHead
        title="Tài khoản"
        lead="Người dùng của cơ quan bạn quản trị và đơn vị bên dưới. Mọi việc làm ở đây đều ghi vào nhật ký quản trị."
        actions={
          <>
            <Link to="/quan-tri/tai-khoan/nhap-excel">Nhập từ Excel</Link>
            <Button type="primary" onClick={() => setAdding(true)}>
              Thêm tài khoản
            </Button>
          </>
        }
      />
      {first && <Counts counts={first.counts} state={filters.state} agency={filters.agency} />}
      <div className="row filters" style={{ margin: '12px 0' }}>
        <Find value={filters.q} onFind={(q) => change({ q })} />
        <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
        <Select
          aria-label="Vai trò"
          allowClear={CLEARS}
          placeholder="Mọi vai trò"
          value={filters.role ?? null}
          onChange={(role: string | null) => change({ role: role ?? undefined })}
          style={{ width: 220 }}
          popupMatchSelectWidth={320}
          options={(roles.data?.items ?? []).map(({ role, title }) => ({ value: role, label: title }))}
        />
      </div>
      <Loaded query={{ ...users, data: users.data }}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty>Không có tài khoản nào như vậy.</Empty>;
          return (
            <section className="panel flush">
              <AccountTable items={items} />
              {users.hasNextPage && (
                <div className="more">
                  <Button loading={users.isFetchingNextPage} onClick={() => void users.fetchNextPage()}>
                    Xem thêm
                  </Button>
                </div>
              )}
            </section>
          );
        }}
      </Loaded>
      <AddUser open={adding} onClose={() => setAdding(false)} />
    </>
  );
}

/** Searches when the person stops or presses Enter, never while a syllable is being composed. */
function Find({ value, onFind }: { value: string | undefined; onFind: (q: string | undefined) => void }) {
  return (
    <Input.Search
      key={value ?? ''}
      aria-label="Tìm theo tên, tên đăng nhập"
      placeholder="Tên, không cần dấu"
      defaultValue={value ?? ''}
      onSearch={(text) => onFind(text.trim() || undefined)}
      style={{ width: 290 }}
      enterButton="Tìm"
    />
  );
}

function Counts({
  counts,
  state,
  agency,
}: {
  counts: Dto<'AccountCounts'>;
  state: string | undefined;
  agency: string | undefined;
}) {
  return (
    <div className="cards">
      {STATE_FILTER.map(([key, words]) => (
        <Link
          key={key}
          className={`card ${state === key ? 'current' : ''} ${key === 'locked' && counts.locked > 0 ? 'amber' : ''}`}
          to={`?${new URLSearchParams({ ...(state === key ? {} : { state: key }), ...(agency ? { agency } : {}) }).toString()}`}
          aria-current={state === key}
        >
          <div className="figure">{count(counts[key])}</div>
          <div className="caption">{words}</div>
        </Link>
      ))}
    </div>
  );
}

function AccountTable({ items }: { items: readonly Account[] }) {
  // In the demo everybody is invented; where work is real, an invented account is a fault.
  const real = useSession().info.mode === 'production';
  return (
    <table className="data cards-on-phone">
      <thead>
        <tr>
          <th>Họ và tên</th>
          <th>Tên đăng nhập</th>
          <th>Cơ quan</th>
          <th>Vai trò</th>
          <th>Tình trạng</th>
          <th className="r">Phiên mở</th>
          <th className="r">Hồ sơ đang giữ</th>
        </tr>
      </thead>
      <tbody>
        {items.map((account) => (
          <tr key={account.id}>
            <td>
              <Link className="strong" to={`/quan-tri/tai-khoan/${account.id}`}>
                {account.fullName}
              </Link>
              {account.title && <div className="muted small">{account.title}</div>}
            </td>
            <td className="num">
              {account.username}
              {real && account.demo && <span className="mark demo-mark">dùng thử</span>}
            </td>
            <td>{account.agencyName}</td>
            <td>
              <RoleNames roles={account.roles} />
            </td>
            <td>
              <AccountStatus account={account} />
            </td>
            <td className="r num" data-label="Phiên mở">
              <Link
                to={`/quan-tri/tai-khoan/${account.id}`}
                aria-label={`${account.sessions} phiên của ${account.fullName}`}
              >
                {count(account.sessions)}
              </Link>
            </td>
            <td className="r num" data-label="Hồ sơ đang giữ">
              <Link
                to={`/ho-so?assignee=${account.id}`}
                aria-label={`${account.openCases} hồ sơ của ${account.fullName}`}
              >
                {count(account.openCases)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
