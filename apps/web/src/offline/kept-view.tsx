import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { PageHead } from '../ui/page.js';
import type { KeptPetition } from './outbox.js';

/** After saving without the network: the petition is safe here and has no number; nothing about this page looks registered. */
export function KeptView({ kept, onNext }: { kept: KeptPetition; onNext: () => void }) {
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  const at = new Date(kept.savedAt).toLocaleTimeString('vi-VN', { hour12: false });
  return (
    <>
      <PageHead title="Đơn được giữ trên máy này, CHƯA đăng ký" lead="Chưa có số tiếp nhận, chưa có biên nhận." />
      <div className="stack">
        <Alert
          type="warning"
          showIcon
          role="status"
          title={`Đã giữ lúc ${at}${kept.files.length > 0 ? `, cùng ${kept.files.length} tài liệu` : ''}`}
          description="Có mạng trở lại, máy tự gửi đơn này một lần và báo số tiếp nhận. Nếu phiên làm việc đã hết, hãy đăng nhập lại bằng chính tài khoản này. Đừng đăng xuất và đừng nhập lại đơn ở máy khác."
        />
        <div className="row">
          <Button ref={next} type="primary" onClick={onNext}>
            Nhận đơn tiếp theo <kbd>Alt+N</kbd>
          </Button>
          <Link to="/don-cho-gui">Xem các đơn chờ gửi</Link>
        </div>
      </div>
    </>
  );
}
