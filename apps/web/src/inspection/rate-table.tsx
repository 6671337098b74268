import { Link } from 'react-router';
import { Button } from 'antd';
import type { Dto } from '../api/types.js';
import { saveCsv } from '../ui/csv.js';
import { Empty } from '../ui/feedback.js';
import { count } from '../ui/text.js';
import { figurePage, type FigureFilters } from './figure-link.js';
import { SCROLLS } from '../ui/scrolls.js';

type Row = Dto<'BreakdownRow'>;
const COLUMNS = [
  { title: 'Đơn phải xử lý', measure: 'toHandle' },
  { title: 'Đã xử lý', measure: 'handled' },
  { title: 'Tỷ lệ xử lý đơn', rate: 'handling' },
  { title: 'Thuộc thẩm quyền', measure: 'inCompetence' },
  { title: 'Đã giải quyết', measure: 'resolved' },
  { title: 'Tỷ lệ trên tổng', rate: 'resolution' },
  { title: 'Đã giải quyết hoặc đến hạn', measure: 'resolvedOrDue' },
  { title: 'Tỷ lệ trên số đến hạn', rate: 'resolutionOfDue' },
  { title: 'Đúng hạn', measure: 'onTime' },
  { title: 'Trễ hạn', measure: 'late' },
  { title: 'Đúng hạn trên đã giải quyết', rate: 'onTime' },
  { title: 'Đúng hạn trên số đến hạn', rate: 'onTimeOfDue' },
] as const;

const figureOf = (row: Row, measure: string): number => row.figures.find((one) => one.measure === measure)?.value ?? 0;
const rateOf = (row: Row, rate: string): string => row.rates.find((one) => one.rate === rate)?.text ?? '—';

/** One row for each agency, field, procedure or leader; numbers lead to their lists. */
export function RateTable({
  rows,
  filterName,
  filters,
  heading,
}: {
  rows: readonly Row[];
  filterName: 'agency' | 'field' | 'procedure' | 'leader';
  filters: FigureFilters;
  heading: string;
}) {
  if (rows.length === 0) return <Empty>Không có đơn, vụ việc nào trong kỳ và bộ lọc này.</Empty>;
  return (
    <>
      <div {...SCROLLS} className="table-scroll">
        <table className="data cards-on-phone rate-table">
          <caption className="visually-hidden">{heading}</caption>
          <thead>
            <tr>
              <th scope="col">{heading.replace(/^Theo /, '').replace(/^./, (letter) => letter.toUpperCase())}</th>
              {COLUMNS.map(({ title }) => (
                <th key={title} scope="col" className="num">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                {COLUMNS.map((column) => (
                  <td key={column.title} className="num" data-label={column.title}>
                    {'rate' in column ? (
                      rateOf(row, column.rate)
                    ) : (
                      <Link
                        to={figurePage(column.measure, {
                          ...filters,
                          [filterName]: row.key,
                          ...(filterName === 'agency' ? { reach: 'own' } : {}),
                        })}
                      >
                        {count(figureOf(row, column.measure))}
                      </Link>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        size="small"
        style={{ marginTop: 8 }}
        onClick={() =>
          saveCsv(
            `Tỷ lệ giải quyết ${heading}`,
            [heading, ...COLUMNS.map(({ title }) => title)],
            rows.map((row) => [
              row.name,
              ...COLUMNS.map((column) => ('rate' in column ? rateOf(row, column.rate) : figureOf(row, column.measure))),
            ]),
          )
        }
      >
        Tải CSV
      </Button>
    </>
  );
}
