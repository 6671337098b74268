import { Button, Modal } from 'antd';
import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { Status } from '../ui/status.js';

interface Props {
  readonly results: Dto<'LineResults'> | null;
  /** What each line is called. */
  readonly nameOf: (id: string) => string;
  readonly onClose: () => void;
}

/** What became of each file or paper, the refused ones first: nothing of those has changed. */
export function LineResults({ results, nameOf, onClose }: Props) {
  const lines = [...(results?.lines ?? [])].sort((a, b) => Number(a.done) - Number(b.done));
  return (
    <Modal
      className="sheet"
      open={results !== null}
      title="Kết quả từng dòng"
      onCancel={onClose}
      footer={
        <Button type="primary" size="large" onClick={onClose}>
          Đóng
        </Button>
      }
    >
      {results && (
        <>
          <p role="status">
            Đã làm {results.done}, không làm được {results.refused}.
            {results.refused > 0 && ' Dòng không làm được giữ nguyên như cũ, không ghi gì.'}
          </p>
          <ul className="line-results">
            {lines.map((line) => (
              <li key={line.id}>
                <Status tone={line.done ? 'met' : 'late'}>{line.done ? 'Đã làm' : 'Không làm được'}</Status>{' '}
                <span className="strong">{nameOf(line.id)}</span>
                <div>{line.detail}</div>
                {line.unmet.map((one) => (
                  <div key={one.code} className="small">
                    {one.title} <span className="muted">({one.citation})</span>
                  </div>
                ))}
                {line.paperId && <Link to="/trinh-ky">Xem trong Trình ký</Link>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
