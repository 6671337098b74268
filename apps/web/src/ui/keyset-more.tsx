import { Button } from 'antd';
import { useState } from 'react';
import { afterPaint } from './after-paint.js';

/** The next rows of a keyset list; the count grows in place and is announced. The focus stays on the button while they come. */
export function More({ shown, hasMore, onMore }: { shown: number; hasMore: boolean; onMore: () => Promise<unknown> }) {
  const [busy, setBusy] = useState(false);
  const ask = () => {
    if (busy) return;
    setBusy(true);
    afterPaint(() => void onMore().finally(() => setBusy(false)));
  };
  return (
    <div className="more" role="status">
      {hasMore ? (
        <Button onClick={ask} aria-disabled={busy}>
          {busy ? 'Đang tải…' : 'Xem thêm'}
        </Button>
      ) : (
        <span className="muted small num">Đã hết danh sách: {shown} dòng</span>
      )}
    </div>
  );
}
