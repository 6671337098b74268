import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import { keepShown } from '../../api/keep-shown.js';
import type { Dto } from '../../api/types.js';
import { useToday } from '../../sign-in/session.js';
import { day } from '../../ui/dates.js';
import { DayField } from '../../ui/day-field.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { Status } from '../../ui/status.js';
import { count } from '../../ui/text.js';
import { useFilters } from '../../ui/url-filters.js';
import { KIND, LEVEL } from '../words.js';
import { AgencyDrawer } from './agency-drawer.js';
import { treeRows, type AgencyNode } from './tree.js';
import './agencies.css';

/** The agency tree as it stood on a day; an agency that has ended stays readable. */
export function AgenciesPage() {
  const today = useToday();
  const [filters, change] = useFilters(['ngay', 'daKetThuc', 'xem']);
  const on = filters.ngay ?? today;
  const tree = useQuery({
    queryKey: ['agency-tree', on],
    queryFn: () => ok(api.GET('/api/v1/administration/agencies', { params: { query: { on } } })),
    placeholderData: keepShown,
  });
  const chosen = tree.data?.items.find(({ code }) => code === filters.xem);
  return (
    <>
      <PageHead
        title="Cơ quan"
        lead="Cây cơ quan theo ngày: tên, cấp trên và cơ quan kế thừa đúng như hôm đó. Chọn một cơ quan để sửa, thêm đơn vị, ghi sáp nhập."
      />
      <div className="row agency-filters">
        <label htmlFor="tree-day">Cây cơ quan tại ngày</label>
        <DayField
          id="tree-day"
          label="Cây cơ quan tại ngày"
          value={on}
          max={today}
          onChange={(ngay) => change({ ngay: ngay === today ? undefined : ngay })}
        />
        {on !== today && <Button onClick={() => change({ ngay: undefined })}>Về hôm nay</Button>}
        <Checkbox
          checked={filters.daKetThuc === '1'}
          onChange={(event) => change({ daKetThuc: event.target.checked ? '1' : undefined })}
        >
          Hiện cả cơ quan đã kết thúc
        </Checkbox>
      </div>
      <Loaded query={tree}>
        {({ items }) => (
          <Tree
            items={items.filter((item) => item.open || filters.daKetThuc === '1')}
            onOpen={(xem) => change({ xem })}
          />
        )}
      </Loaded>
      <AgencyDrawer agency={chosen ?? null} editable={on === today} onClose={() => change({ xem: undefined })} />
    </>
  );
}

function Tree({ items, onOpen }: { items: readonly AgencyNode[]; onOpen: (code: string) => void }) {
  if (items.length === 0) return <Empty>Ngày này chưa có cơ quan nào trong phạm vi của bạn.</Empty>;
  return (
    <section className="panel flush">
      <table className="data cards-on-phone">
        <caption>{count(items.length)} cơ quan</caption>
        <thead>
          <tr>
            <th>Tên cơ quan</th>
            <th>Mã</th>
            <th>Cấp, loại</th>
            <th>Đơn vị hành chính</th>
            <th>Hoạt động</th>
            <th className="r">Tài khoản</th>
          </tr>
        </thead>
        <tbody>
          {treeRows(items).map(({ node, depth }) => (
            <tr key={node.code}>
              <td>
                <span className="agency-name" style={{ '--depth': depth } as React.CSSProperties}>
                  <button type="button" className="plain-link" onClick={() => onOpen(node.code)}>
                    {node.name}
                  </button>
                  {depth > 0 && <span className="visually-hidden"> (cấp {depth + 1} của cây)</span>}
                </span>
              </td>
              <td className="num nowrap">{node.code}</td>
              <td>
                {LEVEL[node.level]}
                <span className="muted"> · {KIND[node.kind]}</span>
              </td>
              <td data-label="Đơn vị hành chính">{node.unitName ?? <span className="muted">chưa gắn</span>}</td>
              <td>
                <Validity node={node} />
              </td>
              <td className="r num" data-label="Tài khoản">
                <Link
                  to={`/quan-tri/tai-khoan?agency=${node.code}`}
                  aria-label={`${node.people} tài khoản của ${node.name}`}
                >
                  {count(node.people)}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Validity({ node }: { node: Dto<'AgencyNode'> }) {
  if (node.open && node.validTo === null) return <span className="nowrap">từ {day(node.validFrom)}</span>;
  return (
    <>
      <Status tone="none">{node.open ? `Đến hết ${day(node.validTo)}` : `Kết thúc ${day(node.validTo)}`}</Status>
      {node.successorCode && <span className="muted"> kế thừa: {node.successorCode}</span>}
    </>
  );
}
