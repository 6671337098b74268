import type { Dto } from '../api/types.js';
import { fieldName } from './batch-words.js';

export function FaultTable({ faults }: { faults: readonly Dto<'ImportFault'>[] }) {
  return (
    <div className="preview-scroll">
      <table className="data">
        <thead>
          <tr>
            <th style={{ width: 70 }}>Dòng</th>
            <th style={{ width: 140 }}>Cột</th>
            <th>Lỗi và cách sửa</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, i) => (
            <tr key={i}>
              <td className="num">{fault.row}</td>
              <td>{fieldName(fault.field)}</td>
              <td>{fault.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
