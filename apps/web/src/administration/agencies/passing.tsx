import { Link } from 'react-router';
import type { Dto } from '../../api/types.js';
import { count } from '../../ui/text.js';
import type { AgencyNode } from './tree.js';

/** What passes to the successor, counted and not yet moved. */
export function Passing({
  agency,
  data,
  movePeople,
}: {
  agency: AgencyNode;
  data: Dto<'SuccessionPreview'>;
  movePeople: boolean;
}) {
  const moving = movePeople ? data.peopleMoving : [];
  const staying = movePeople ? data.peopleStaying : [...data.peopleStaying, ...data.peopleMoving];
  return (
    <div className="passing stack">
      <div className="cards">
        <Link className="card" to={`/ho-so?agency=${agency.code}`}>
          <div className="figure">{count(data.cases)}</div>
          <div className="caption">hồ sơ đang mở sẽ chuyển</div>
        </Link>
        <Link className={`card ${data.overdue > 0 ? 'amber' : ''}`} to={`/qua-han?agency=${agency.code}`}>
          <div className="figure">{count(data.deadlines)}</div>
          <div className="caption">thời hạn đang chạy, {count(data.overdue)} đã quá hạn; giữ nguyên ngày</div>
        </Link>
        <Link className="card" to={`/quan-tri/tai-khoan?agency=${agency.code}`}>
          <div className="figure">{count(moving.length)}</div>
          <div className="caption">tài khoản chuyển sang, {count(staying.length)} ở lại</div>
        </Link>
      </div>
      <dl className="facts">
        <dt>Hồ sơ</dt>
        <dd>
          {data.procedures.length === 0
            ? 'không có hồ sơ đang mở'
            : data.procedures.map(({ title, count: n }) => `${title}: ${count(n)}`).join('; ')}
          <span className="muted"> (không kể hồ sơ được bảo vệ; hồ sơ ấy chuyển theo đường riêng)</span>
        </dd>
        <dt>Ở lại</dt>
        <dd>
          {staying.length === 0 ? 'không có ai' : staying.map(({ fullName }) => fullName).join(', ')}
          {staying.length > 0 && <span className="muted"> (chuyển hoặc khóa ở trang Tài khoản)</span>}
        </dd>
        <dt>Sổ, dãy số</dt>
        <dd>
          {data.series.length === 0
            ? 'chưa cấp số nào'
            : data.series
                .map(({ title, year, lastNumber }) => `${title} năm ${year}: dừng ở số ${lastNumber}`)
                .join('; ')}
          <span className="muted"> (sổ cũ vẫn tra cứu được; cơ quan kế thừa tiếp tục sổ của mình)</span>
        </dd>
        <dt>Đơn vị bên dưới</dt>
        <dd>{data.below.length === 0 ? 'không có' : data.below.map(({ name }) => name).join(', ')}</dd>
      </dl>
    </div>
  );
}
