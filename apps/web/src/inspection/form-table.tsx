import { Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { count } from '../ui/text.js';

type Form = Dto<'CountedForm'>;
type Line = Dto<'FormLine'>;
type Column = Dto<'FormColumn'>;
interface Shown {
  readonly form: Form;
  /** The address of what was counted. */
  readonly scope: string;
}

const nameOf = ({ ordinal, title }: Line): string => `${ordinal ? `${ordinal}. ` : ''}${title}`;
const headingOf = ({ group, title }: Column): string => [...group, title].join(', ');

/** The form as on paper: merged headings, units, column numbers, a line for each agency. */
export function FormTable({ form, scope }: Shown) {
  const depth = Math.max(...form.heads.map(({ row, rows }) => row + rows));
  return (
    <table className="data paper-form">
      <caption className="visually-hidden">{form.title}</caption>
      <thead>
        {Array.from({ length: depth }, (_, row) => (
          <tr key={row}>
            {row === 0 && (
              <th rowSpan={depth} scope="col" className="unit-name">
                Đơn vị
              </th>
            )}
            {form.heads
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
          <td className="unit-name">Mã số, đơn vị tính</td>
          {form.cells.map(({ no, unit }) => (
            <td key={no}>
              {no}
              <br />
              {unit}
            </td>
          ))}
        </tr>
      </thead>
      <tbody>
        {form.lines.map((line) => (
          <tr key={line.key} className={`line-${line.kind}`}>
            <th scope="row" className="unit-name">
              {nameOf(line)}
            </th>
            {line.cells.map(({ no, value }, place) => (
              <td key={no} className="num" title={form.cells[place]?.says}>
                <Value {...{ form, scope, line, value }} column={form.cells[place]!} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same on a narrow screen: one agency at a time, its columns below each other. */
export function FormOnPhone({ form, scope }: Shown) {
  const [key, setKey] = useState('');
  const line = form.lines.find((one) => one.key === key) ?? form.lines.at(-1);
  if (!line) return null;
  return (
    <div className="narrow-form">
      {form.lines.length > 1 && (
        <Select
          aria-label="Dòng của biểu"
          style={{ width: '100%' }}
          value={line.key}
          options={form.lines.map((one) => ({ value: one.key, label: nameOf(one) }))}
          onChange={setKey}
        />
      )}
      <ul className="plain-list form-columns">
        {form.cells.map((column, place) => (
          <li key={column.no}>
            <span className="muted num">{column.no}</span>
            <span>{headingOf(column)}</span>
            <span className="num strong">
              <Value {...{ form, scope, line, column }} value={line.cells[place]?.value ?? null} /> {column.unit}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Value({ form, scope, line, column, value }: Shown & { line: Line; column: Column; value: number | null }) {
  if (value === null) return '—';
  const of = form.lines.length > 1 ? `${line.title}, cột` : 'Cột';
  return (
    <Link
      to={`/bieu-mau/${form.id}/${column.no}?${scope}${line.key ? `&line=${encodeURIComponent(line.key)}` : ''}`}
      aria-label={`${of} ${column.no}, ${headingOf(column)}: ${count(value)}`}
    >
      {count(value)}
    </Link>
  );
}
