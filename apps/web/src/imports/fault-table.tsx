import type { Dto } from '../api/types.js';
import { Status } from '../ui/status.js';
import { fieldName } from './batch-words.js';

type Fault = Dto<'ImportFault'>;

/** Rows that an error keeps out of the book; the rest are in it and want a second look. */
export const keptOut = (faults: readonly Fault[]): number =>
  new Set(faults.filter((fault) => fault.severity === 'error').map((fault) => fault.row)).size;

export function FaultTable({ faults }: { faults: readonly Fault[] }) {
  const sorted = [...faults].sort((a, b) => rank(a) - rank(b) || a.row - b.row);
  return (
    <div className="preview-scroll">
      <table className="data">
        <thead>
          <tr>
            <th style={{ width: 64 }}>Dòng</th>
            <th style={{ width: 140 }}>Mức</th>
            <th style={{ width: 150 }}>Cột</th>
            <th>Điều cần sửa</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((fault, i) => (
            <tr key={i}>
              <td className="num">{fault.row}</td>
              <td>
                {fault.severity === 'error' ? (
                  <Status tone="late">Không vào sổ</Status>
                ) : (
                  <Status tone="soon">Cần đối chiếu</Status>
                )}
              </td>
              <td>{fieldName(fault.field)}</td>
              <td>{fault.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const rank = (fault: Fault): number => (fault.severity === 'error' ? 0 : 1);
