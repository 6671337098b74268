import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Fragment, useState } from 'react';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { useToday } from '../../sign-in/session.js';
import { day, instant } from '../../ui/dates.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { Status } from '../../ui/status.js';
import { count } from '../../ui/text.js';
import { useFilters } from '../../ui/url-filters.js';
import { OpeningActs } from './opening-acts.js';
import { OpeningForm, type Editing } from './opening-form.js';
import './lists.css';

type Balance = Dto<'OpeningBalance'>;
type List = Dto<'OpeningList'>;

const STATE: Record<string, { readonly tone: 'met' | 'soon' | 'late'; readonly words: string }> = {
  confirmed: { tone: 'met', words: 'Đã xác nhận, khóa' },
  entered: { tone: 'soon', words: 'Chờ người thứ hai xác nhận' },
  returned: { tone: 'late', words: 'Bị trả lại, cần sửa' },
};

/** What an agency carried into the first period that this system counts: entered by one, confirmed by another, then locked. */
export function OpeningPage() {
  const today = useToday();
  const [filters, change] = useFilters(['nam']);
  const year = Number(filters.nam) || +today.slice(0, 4);
  const [editing, setEditing] = useState<Editing | null>(null);
  const list = useQuery({
    queryKey: ['opening-balances', year],
    queryFn: () => ok(api.GET('/api/v1/administration/opening-balances', { params: { query: { year } } })),
  });
  return (
    <>
      <PageHead
        title="Số dư đầu kỳ"
        lead="Đơn, vụ việc từ kỳ trước chuyển sang, lấy từ sổ hoặc báo cáo cũ. Người nhập và người xác nhận là hai người; xác nhận xong thì khóa."
        actions={
          <>
            <Button aria-label={`Năm ${year - 1}`} onClick={() => change({ nam: String(year - 1) })}>
              ‹ {year - 1}
            </Button>
            <Button aria-label={`Năm ${year + 1}`} onClick={() => change({ nam: String(year + 1) })}>
              {year + 1} ›
            </Button>
            {list.data?.mayEnter && editing === null && (
              <Button type="primary" onClick={() => setEditing({ kind: 'new' })}>
                Nhập số dư
              </Button>
            )}
          </>
        }
      />
      <Loaded query={list}>
        {(data) =>
          editing ? (
            <OpeningForm editing={editing} year={year} list={data} onClose={() => setEditing(null)} />
          ) : (
            <Balances list={data} year={year} onEdit={setEditing} />
          )
        }
      </Loaded>
    </>
  );
}

function Balances({ list, year, onEdit }: { list: List; year: number; onEdit: (editing: Editing) => void }) {
  return (
    <div className="stack">
      {list.missing.length > 0 && (
        <Alert
          type="info"
          role="status"
          showIcon
          title={`${count(list.missing.length)} cơ quan chưa có số dư được xác nhận cho năm ${year}`}
          description={list.missing.map(({ name }) => name).join(', ')}
        />
      )}
      {list.items.length === 0 ? (
        <section className="panel">
          <Empty>Chưa nhập số dư nào cho năm {year}.</Empty>
        </section>
      ) : (
        list.items.map((balance) => <BalancePanel key={balance.id} balance={balance} list={list} onEdit={onEdit} />)
      )}
    </div>
  );
}

function BalancePanel({ balance, list, onEdit }: { balance: Balance; list: List; onEdit: (editing: Editing) => void }) {
  const state = STATE[balance.state] ?? { tone: 'soon' as const, words: '' };
  const values = new Map(balance.figures.map(({ key, value }) => [key, value]));
  return (
    <section className="panel opening-one" aria-labelledby={`balance-${balance.id}`}>
      <h3 id={`balance-${balance.id}`}>
        {balance.agencyName}, kỳ từ {day(balance.startsOn)}
        {balance.version > 1 && ` (đính chính lần ${balance.version - 1})`}
        <Status tone={state.tone}>{state.words}</Status>
      </h3>
      <p className="muted small" style={{ margin: '4px 0 8px' }}>
        {balance.enteredBy} nhập {instant(balance.enteredAt)}, lấy từ: {balance.source}
        {balance.confirmedBy && ` · ${balance.confirmedBy} xác nhận ${instant(balance.confirmedAt)}`}
      </p>
      {balance.correctionReason && <p>Lý do đính chính: {balance.correctionReason}</p>}
      {balance.returnReason && <p>Bị trả lại: {balance.returnReason}</p>}
      <table className="data figures-table">
        <thead>
          <tr>
            <th>Số liệu chuyển sang</th>
            <th className="r">Số</th>
          </tr>
        </thead>
        <tbody>
          {list.counters.map(({ key, title, groupTitle }, i) => (
            <Fragment key={key}>
              {groupTitle !== list.counters[i - 1]?.groupTitle && (
                <tr>
                  <th colSpan={2} scope="rowgroup" className="figures-group">
                    {groupTitle}
                  </th>
                </tr>
              )}
              <tr>
                <td>{title}</td>
                <td className="r num">{count(values.get(key) ?? 0)}</td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
      <OpeningActs
        balance={balance}
        mayCorrect={list.mayEnter && isLast(balance, list)}
        onEdit={() => onEdit({ kind: 'change', balance })}
        onCorrect={() => onEdit({ kind: 'correct', balance })}
      />
    </section>
  );
}

const isLast = (balance: Balance, { items }: List): boolean =>
  balance.state === 'confirmed' &&
  !items.some(
    (one) =>
      one.agencyCode === balance.agencyCode && one.startsOn === balance.startsOn && one.version > balance.version,
  );
