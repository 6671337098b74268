import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { ChartOption } from './chart-canvas.js';
import { saveCsv } from './csv.js';
import { Loading } from './feedback.js';
import { SCROLLS } from './scrolls.js';

const ChartCanvas = lazy(() => import('./chart-canvas.js').then((m) => ({ default: m.ChartCanvas })));

export interface ChartRow {
  readonly key: string;
  /** One value a column; a number may lead to the list it counts. */
  readonly cells: readonly (string | number | { readonly value: number; readonly to: string })[];
}

export interface ChartProps {
  readonly title: string;
  /** How it was counted and as of when, in a sentence. */
  readonly note?: ReactNode;
  readonly option: ChartOption;
  readonly height?: number;
  readonly columns: readonly string[];
  readonly rows: readonly ChartRow[];
  /** Called with the index of the series' data item that was pressed. */
  readonly onPick?: (picked: { readonly name: string; readonly index: number; readonly data: unknown }) => void;
}

/** A plot and its twin: the same figures as a table whose numbers lead to their lists, and as CSV. */
export function Chart({ title, note, option, height = 280, columns, rows, onPick }: ChartProps) {
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="panel chart" aria-label={title}>
      <figcaption className="row">
        <h2 className="grow">{title}</h2>
        <Button size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Xem biểu đồ' : 'Xem bảng số'}
        </Button>
        <Button
          size="small"
          onClick={() =>
            saveCsv(
              title,
              columns,
              rows.map(({ cells }) => cells.map(plain)),
            )
          }
        >
          Tải CSV
        </Button>
      </figcaption>
      {note && <p className="muted small">{note}</p>}
      {asTable ? (
        <ChartTable columns={columns} rows={rows} />
      ) : (
        <Suspense fallback={<Loading words="Đang vẽ…" />}>
          <ChartCanvas option={option} height={height} label={title} {...(onPick ? { onPick } : {})} />
        </Suspense>
      )}
    </figure>
  );
}

export function ChartTable({ columns, rows }: Pick<ChartProps, 'columns' | 'rows'>) {
  return (
    <div {...SCROLLS} className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) => (
                <td key={index} className={typeof cell === 'string' ? '' : 'num'}>
                  {typeof cell === 'object' ? <Link to={cell.to}>{plain(cell)}</Link> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const plain = (cell: ChartRow['cells'][number]): string | number => (typeof cell === 'object' ? cell.value : cell);
