import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { count } from '../ui/text.js';

const REASONS: Readonly<Record<string, string>> = {
  first: 'Khóa đầu tiên',
  rotated: 'Khóa trước ký nhận',
  lost: 'Khóa trước đã mất, không ký nhận',
};

/** Keys of the heads, one after the other: an old head is still checked with the key of its time. */
export function KeysPanel({ keys }: { keys: readonly Dto<'AuditKey'>[] }) {
  return (
    <section className="panel" aria-labelledby="keys-title">
      <h2 id="keys-title">Sổ khóa ký</h2>
      <p>
        Khóa thay bằng lệnh <code>audit rotate-key</code> trên máy chủ: khóa cũ ký lần cuối và ký nhận khóa mới, nên ai
        tin một khóa thì kiểm được cả gốc cây ký bằng khóa sau.
      </p>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">Khóa</th>
              <th scope="col">Dùng từ</th>
              <th scope="col" className="num">
                Sau sự kiện
              </th>
              <th scope="col">Vì sao</th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ keyId, since, treeSize, reason }) => (
              <tr key={keyId}>
                <td>
                  <code>{keyId}</code>
                </td>
                <td className="num nowrap">{instant(since)}</td>
                <td className="num">{count(treeSize)}</td>
                <td className={reason === 'lost' ? 'broken' : undefined}>{REASONS[reason] ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
