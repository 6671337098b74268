import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { count } from '../ui/text.js';

type Difference = Dto<'CellDifference'>;
const shown = (value: number | null): string => (value === null ? '—' : count(value));

/** Cell by cell what is other than before, with the rows that came and went. */
export function Differences({
  differences,
  was,
  now,
}: {
  differences: readonly Difference[];
  was: string;
  now: string;
}) {
  return (
    <div className="table-scroll">
      <table className="data cards-on-phone">
        <thead>
          <tr>
            <th scope="col">Ô</th>
            <th scope="col">{was}</th>
            <th scope="col">{now}</th>
            <th scope="col">Thêm</th>
            <th scope="col">Bớt</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((one) => (
            <tr key={`${one.line} ${one.no}`}>
              <td data-label="Ô">
                Cột {one.no}, {one.lineTitle}
                <div className="muted small">{one.columnTitle}</div>
              </td>
              <td data-label={was} className="num">
                {shown(one.was)}
              </td>
              <td data-label={now} className="num">
                {shown(one.now)}
              </td>
              <td data-label="Thêm">
                <Rows rows={[...one.came, ...one.reweighed]} />
              </td>
              <td data-label="Bớt">
                <Rows rows={one.went} />
                {one.hidden > 0 && <div className="muted small">{count(one.hidden)} dòng bạn không được xem</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const MOST = 12;
function Rows({ rows }: { rows: readonly Dto<'MovedRow'>[] }) {
  if (rows.length === 0) return <span aria-label="không có">—</span>;
  return (
    <>
      {rows.slice(0, MOST).map((row, at) => (
        <span key={`${row.registerLabel} ${at}`}>
          {at > 0 && ', '}
          {row.caseFileId ? <Link to={`/ho-so/${row.caseFileId}`}>{row.registerLabel}</Link> : row.registerLabel}
        </span>
      ))}
      {rows.length > MOST && <span className="muted"> và {count(rows.length - MOST)} dòng nữa</span>}
    </>
  );
}
