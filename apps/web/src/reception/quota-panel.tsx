import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { useQuota } from './reception-queries.js';

export function QuotaPanel({ month, agency }: { month: string; agency: string | undefined }) {
  const quota = useQuota({ from: `${month}-01`, agency, below: false });
  return (
    <section className="panel" aria-labelledby="quota-title">
      <h2 id="quota-title">Số ngày tiếp của người đứng đầu</h2>
      <Loaded query={quota}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>Cơ quan này không có người đứng đầu phải tiếp công dân định kỳ theo luật.</Empty>
          ) : (
            <table className="data cards-on-phone">
              <thead>
                <tr>
                  <th scope="col">Người đứng đầu</th>
                  <th scope="col">Phải tiếp</th>
                  <th scope="col">Đã tiếp</th>
                  <th scope="col">Theo lịch</th>
                  <th scope="col">Đã lùi</th>
                  <th scope="col">Còn thiếu</th>
                  <th scope="col">Căn cứ</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <QuotaRow key={`${row.agency.code} ${row.leader?.id}`} row={row} month={month} agency={agency} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}

type Span = Pick<Dto<'QuotaSpan'>, 'from' | 'to'>;
/** Weeks belong whole to a month: the days counted may lie past its edges. */
const wholeOf = ({ spans, month }: Dto<'Quota'>): Span => ({
  from: spans[0]?.from ?? month,
  to: spans.at(-1)?.to ?? month,
});

function QuotaRow({ row, month, agency }: { row: Dto<'Quota'>; month: string; agency: string | undefined }) {
  const list = (quota?: string, { from, to }: Span = wholeOf(row)) =>
    `/tiep-cong-dan?${new URLSearchParams({
      thang: month,
      ...(agency ? { agency } : {}),
      ...(row.leader ? { leader: String(row.leader.id) } : {}),
      ...(quota ? { quota, tu: from, den: to } : {}),
    }).toString()}`;
  const unit = row.unit === 'days_per_week' ? 'mỗi tuần' : 'mỗi tháng';
  const spans = row.unit === 'days_per_week' ? row.spans.filter(({ missing }) => missing > 0) : [];
  return (
    <tr>
      <td data-label="Người đứng đầu">
        <div className="strong">{row.leader?.fullName ?? 'Chưa có người đứng đầu'}</div>
        <div className="small muted">{row.agency.name}</div>
      </td>
      <td data-label="Phải tiếp" className="num">
        <Link to={list()}>{row.owed} ngày</Link>
        <div className="small muted">{unit}</div>
      </td>
      <td data-label="Đã tiếp" className="num">
        <Link to={list('held')}>{row.held}</Link>
        {row.heldByOther > 0 && (
          <div className="small">
            người khác tiếp thay <Link to={list('heldByOther')}>{row.heldByOther} ngày</Link>, không tính
          </div>
        )}
      </td>
      <td data-label="Theo lịch" className="num">
        <Link to={list('upcoming')}>{row.planned}</Link>
      </td>
      <td data-label="Đã lùi" className="num">
        <Link to={list('postponed')}>{row.postponed}</Link>
      </td>
      <td data-label="Còn thiếu">
        {row.missing > 0 ? (
          <Link to={`/tiep-cong-dan/lap-lich?thang=${month}`} className="lacks">
            ■ {row.breached ? `Hết kỳ mà thiếu ${row.missing} ngày` : `Còn thiếu ${row.missing} ngày, chưa có lịch`}
          </Link>
        ) : (
          <span className="enough">✓ Đủ ngày</span>
        )}
        {spans.map(({ from, to, missing }) => (
          <div key={from} className="small lacks num">
            {day(from)}–{day(to)}: thiếu {missing} ngày
          </div>
        ))}
      </td>
      <td data-label="Căn cứ" className="small muted">
        {row.citation}
        {row.note && <div>{row.note}</div>}
      </td>
    </tr>
  );
}
