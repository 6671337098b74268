import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { Empty } from '../ui/feedback.js';
import { SCROLLS } from '../ui/scrolls.js';
import { count } from '../ui/text.js';

type Agency = Dto<'AgencyEntry'>;

/** Who has not entered what, agency by agency; each number is the list behind it. */
export function AgencyCounts({ summary }: { summary: Dto<'NationalSummary'> }) {
  return (
    <section className="panel flush" aria-label="Từng cơ quan">
      {summary.agencies.length === 0 ? (
        <Empty>Chưa có hồ sơ, lượt tiếp nào trong phạm vi của bạn.</Empty>
      ) : (
        <div {...SCROLLS} className="table-scroll">
          <table className="data cards-on-phone num">
            <caption>
              Chưa cập nhật theo từng cơ quan. “Quá mục tiêu” là {summary.internalTarget}; văn bản nói “ngay”.
            </caption>
            <thead>
              <tr>
                <th>Cơ quan</th>
                <th className="r">Chưa cập nhật</th>
                <th className="r">Quá mục tiêu</th>
                <th className="r">Cần cập nhật lại</th>
                <th className="r">Chờ xác nhận</th>
                <th className="r">Đã xác nhận</th>
                <th className="r">Lỗi</th>
                <th className="r">Chưa đến lúc</th>
                <th>Để trống lâu nhất từ</th>
              </tr>
            </thead>
            <tbody>
              {summary.agencies.map((agency) => (
                <tr key={agency.code}>
                  <td className="strong">{agency.name}</td>
                  <Count agency={agency} label="Chưa cập nhật" n={agency.counts.due} to="state=due" />
                  <Count agency={agency} label="Quá mục tiêu" n={agency.late} to="late=true" />
                  <Count agency={agency} label="Cần cập nhật lại" n={agency.stale} to="stale=true" />
                  <Count agency={agency} label="Chờ xác nhận" n={agency.counts.exported} to="state=exported" />
                  <Count agency={agency} label="Đã xác nhận" n={agency.counts.confirmed} to="state=confirmed" />
                  <Count agency={agency} label="Lỗi" n={agency.counts.error} to="state=error" />
                  <Count agency={agency} label="Chưa đến lúc" n={agency.counts.not_due} to="state=not_due" />
                  <td data-label="Để trống lâu nhất từ">{day(agency.oldestDueOn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Count({ agency, label, n, to }: { agency: Agency; label: string; n: number; to: string }) {
  return (
    <td className="r" data-label={label}>
      {n === 0 ? (
        0
      ) : (
        <Link
          to={`/csdl-quoc-gia?agency=${agency.code}&reach=own&${to}`}
          aria-label={`${label}, ${agency.name}: ${count(n)}`}
        >
          {count(n)}
        </Link>
      )}
    </td>
  );
}
