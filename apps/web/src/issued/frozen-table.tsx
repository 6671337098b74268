import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { SCROLLS } from '../ui/scrolls.js';
import { count } from '../ui/text.js';

type Detail = Dto<'IssuedReportDetail'>;
const place = (line: string, no: number): string => `${line} ${no}`;

/** The form as it was frozen; every number leads to its frozen list, what differs is marked. */
export function FrozenTable({ report, marked }: { report: Detail; marked: readonly Dto<'CellDifference'>[] }) {
  const depth = Math.max(...report.heads.map(({ row, rows }) => row + rows));
  const several = report.lines.length > 1;
  const differs = new Set(marked.map(({ line, no }) => place(line, no)));
  const titles = new Map(report.cells.map(({ no, group, title }) => [no, [...group, title].join(', ')]));
  return (
    <div {...SCROLLS} className="table-scroll">
      <table className="data paper-form">
        <caption className="visually-hidden">{report.formTitle}</caption>
        <thead>
          {Array.from({ length: depth }, (_, row) => (
            <tr key={row}>
              {several && row === 0 && (
                <th rowSpan={depth} scope="col">
                  Đơn vị
                </th>
              )}
              {report.heads
                .filter((head) => head.row === row)
                .map((head) => (
                  <th
                    key={head.no}
                    colSpan={head.columns}
                    rowSpan={head.rows}
                    scope={head.columns > 1 ? 'colgroup' : 'col'}
                  >
                    {head.title}
                  </th>
                ))}
            </tr>
          ))}
          <tr className="muted">
            {several && <td>MS</td>}
            {report.cells.map(({ no, unit }) => (
              <td key={no}>
                {no}
                <br />
                {unit}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.lines.map(({ key, kind, title, ordinal, cells }) => (
            <tr key={key} className={kind === 'below' ? '' : 'strong'}>
              {several && (
                <th scope="row" className="line-title">
                  {ordinal && `${ordinal}. `}
                  {title}
                </th>
              )}
              {cells.map(({ no, value }) => (
                <td key={no} className={differs.has(place(key, no)) ? 'num differs' : 'num'}>
                  {value === null ? (
                    '—'
                  ) : (
                    <Link
                      to={`/bao-cao-phat-hanh/${report.id}/${no}${key ? `?line=${encodeURIComponent(key)}` : ''}`}
                      aria-label={`${several ? `${title}, ` : ''}cột ${no}, ${titles.get(no) ?? ''}: ${count(value)}${differs.has(place(key, no)) ? ' (khác)' : ''}`}
                    >
                      {count(value)}
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
