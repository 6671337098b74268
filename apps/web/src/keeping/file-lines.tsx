import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { count } from '../ui/text.js';

/** Files with the rule that each is past, and the paper it comes from. */
export function FileLines({ lines }: { lines: readonly Dto<'PastKeeping'>[] }) {
  return (
    <table className="data cards-on-phone">
      <caption>{count(lines.length)} hồ sơ</caption>
      <thead>
        <tr>
          <th>Hồ sơ</th>
          <th>Cơ quan</th>
          <th>Kết thúc</th>
          <th>Giữ đến hết</th>
          <th>Thời hạn, căn cứ</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.caseFileId}>
            <td>
              <Link to={`/ho-so/${line.caseFileId}`}>Đơn số {line.registerLabel}</Link>
              <div className="muted small">{line.title}</div>
            </td>
            <td data-label="Cơ quan">{line.agencyName}</td>
            <td className="num" data-label="Kết thúc">
              {day(line.closedOn)}
            </td>
            <td className="num" data-label="Giữ đến hết">
              {day(line.keepUntil)}
            </td>
            <td data-label="Thời hạn, căn cứ">
              {count(line.years)} năm
              <div className="muted small">{line.basis}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
