import { Button } from 'antd';
import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { saveCsv } from '../ui/csv.js';
import { SCROLLS } from '../ui/scrolls.js';
import { count, shortAgency } from '../ui/text.js';
import { pageOf } from './board-queries.js';

type Figure = Dto<'Figure'>;

/** What each officer has before them, the most burdened first; every number leads to its list. */
export function LoadAhead({ rows }: { rows: readonly Dto<'LoadAhead'>[] }) {
  if (rows.length === 0) return null;
  const windows = rows[0]?.windows ?? [];
  const titles = [
    'Đang giải quyết',
    'Thời hạn đã quá',
    ...windows.map(({ workingDays }) => `Hết trong ${workingDays} ngày làm việc`),
  ];
  const figures = (row: Dto<'LoadAhead'>): readonly Figure[] => [row.open, row.overdue, ...row.windows];
  return (
    <section className="panel" aria-labelledby="ahead-title" style={{ marginTop: 12 }}>
      <div className="row">
        <h2 id="ahead-title" className="grow">
          Việc phía trước của từng người
        </h2>
        <Button
          size="small"
          onClick={() =>
            saveCsv(
              'Việc phía trước của từng người',
              ['Người được giao', 'Cơ quan', ...titles],
              rows.map((row) => [row.name, row.agencyName ?? '', ...figures(row).map((figure) => figure.count)]),
            )
          }
        >
          Tải CSV
        </Button>
      </div>
      <p className="small muted">Số hồ sơ đang giữ, và số thời hạn theo luật đã quá hoặc sẽ hết nếu không làm gì.</p>
      <div {...SCROLLS} className="table-scroll">
        <table className="data cards-on-phone load-ahead">
          <thead>
            <tr>
              <th scope="col">Người được giao</th>
              {titles.map((title) => (
                <th key={title} scope="col" className="num">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={String(row.userId)}>
                <td data-label="Người được giao">
                  <strong>{row.name}</strong>
                  {row.agencyName && <div className="small muted">{shortAgency(row.agencyName)}</div>}
                </td>
                {figures(row).map((figure, i) => (
                  <td key={titles[i]} className="num" data-label={titles[i]}>
                    <Link to={pageOf(figure.list)}>{count(figure.count)}</Link>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
