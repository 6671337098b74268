import { Button, Progress } from 'antd';
import { count, fileSize } from '../ui/text.js';
import { cancelUpload, pauseUpload, resumeUpload, type UploadItem } from './upload-manager.js';
import { useUploads } from './use-uploads.js';
import './uploads.css';

const WORDS: Readonly<Record<UploadItem['state'], string>> = {
  preparing: 'Đang chuẩn bị',
  sending: 'Đang tải lên',
  paused: 'Tạm dừng',
  cut: 'Đứt kết nối, sẽ tự tải tiếp',
  done: 'Đã tải xong',
  failed: 'Không nhận',
};

/** Files on their way, over whatever page the officer has gone on to. */
export function UploadTray() {
  const items = useUploads();
  if (items.length === 0) return null;
  const left = items.filter(({ state }) => state !== 'done' && state !== 'failed').length;
  return (
    <details className="upload-tray no-print" open>
      <summary>{left > 0 ? `Đang tải ${count(left)} tài liệu` : `${count(items.length)} tài liệu`}</summary>
      <ul aria-label="Tài liệu đang tải lên">
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </ul>
    </details>
  );
}

function Row({ item }: { item: UploadItem }) {
  const { id, name, size, sent, state, reason } = item;
  const over = state === 'done' || state === 'failed';
  const percent = state === 'done' ? 100 : size > 0 ? Math.floor((sent / size) * 100) : 0;
  return (
    <li>
      <div className="row" style={{ justifyContent: 'space-between', flexWrap: 'nowrap' }}>
        <span className="upload-name" title={name}>
          {name}
        </span>
        <span className="muted small num nowrap">{fileSize(size)}</span>
      </div>
      <Progress
        percent={percent}
        size="small"
        status={state === 'failed' ? 'exception' : state === 'done' ? 'success' : 'normal'}
        aria-label={`Tiến độ tải ${name}`}
      />
      <div className="row" style={{ justifyContent: 'space-between' }}>
        <span className="small" role="status" style={state === 'failed' ? { color: 'var(--red)' } : undefined}>
          {WORDS[state]}
          {reason && `: ${reason}`}
        </span>
        <span className="row" style={{ gap: 4 }}>
          {state === 'sending' && (
            <Button size="small" onClick={() => pauseUpload(id)} aria-label={`Tạm dừng tải ${name}`}>
              Tạm dừng
            </Button>
          )}
          {(state === 'paused' || state === 'cut') && (
            <Button size="small" onClick={() => void resumeUpload(id)} aria-label={`Tải tiếp ${name}`}>
              Tải tiếp
            </Button>
          )}
          <Button
            size="small"
            danger={!over}
            onClick={() => void cancelUpload(id)}
            aria-label={over ? `Bỏ ${name} khỏi danh sách` : `Hủy tải ${name}`}
          >
            {over ? 'Đóng' : 'Hủy'}
          </Button>
        </span>
      </div>
    </li>
  );
}
