import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import '../inspection/inspection.css';
import { day, instant } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';

/** The frozen list behind a cell of a report. */
export function FrozenCellPage() {
  const { id = '', cell = '' } = useParams();
  const [{ line }] = useFilters(['line'] as const);
  const found = useQuery({
    queryKey: ['frozen-cell', id, cell, line],
    queryFn: () =>
      ok(
        api.GET('/api/v1/issued-reports/{id}/cells/{cell}', {
          params: { path: { id, cell }, query: line ? { line } : {} },
        }),
      ),
  });
  const data = found.data;
  return (
    <>
      <PageHead
        title={
          data
            ? `${data.report.formCode}, cột ${data.column.no}: ${[...data.column.group, data.column.title].join(', ')}`
            : 'Danh sách đã chốt'
        }
        lead={data?.column.says}
      />
      <Loaded query={found}>
        {({ report, lineTitle, column, count: rows, listHash, hidden, items }) => (
          <div className="stack">
            <dl className="facts figure-facts panel">
              <dt>Con số</dt>
              <dd className="num strong">
                {column.value === null ? '—' : count(column.value)} {column.unit}
                {column.value !== rows && ` trong ${count(rows)} dòng`}
              </dd>
              <dt>Báo cáo</dt>
              <dd>
                <Link to={`/bao-cao-phat-hanh/${report.id}`}>{report.title}</Link>, {report.agencyName}
                {lineTitle && `, dòng ${lineTitle}`}
              </dd>
              <dt>Biết đến</dt>
              <dd>{instant(report.knownAt)}</dd>
              <dt>Mã băm danh sách</dt>
              <dd>
                <code>{listHash}</code>
              </dd>
            </dl>
            {hidden > 0 && <p role="status">{count(hidden)} dòng của danh sách bạn không được xem.</p>}
            {items.length === 0 ? (
              <Empty>Danh sách trống.</Empty>
            ) : (
              <div className="table-scroll panel">
                <table className="data cards-on-phone">
                  <thead>
                    <tr>
                      <th scope="col">Số vào sổ</th>
                      <th scope="col">Là gì</th>
                      <th scope="col">Cơ quan</th>
                      <th scope="col">Ngày nhận, ngày tiếp</th>
                      <th scope="col">Đếm là</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((row, at) => (
                      <tr key={`${row.registerLabel} ${at}`}>
                        <td data-label="Số vào sổ">
                          {row.caseFileId ? (
                            <Link to={`/ho-so/${row.caseFileId}`}>{row.registerLabel}</Link>
                          ) : (
                            row.registerLabel
                          )}
                        </td>
                        <td data-label="Là gì">{row.title}</td>
                        <td data-label="Cơ quan">{row.agencyName}</td>
                        <td data-label="Ngày nhận" className="num">
                          {day(row.receivedOn)}
                        </td>
                        <td data-label="Đếm là" className="num">
                          {count(row.weight)}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}
