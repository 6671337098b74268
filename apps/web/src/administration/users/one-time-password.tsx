import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Dto } from '../../api/types.js';

/** Shown once: the server keeps no copy that could be shown again. */
export function OneTimePassword({ issued }: { issued: Dto<'OneTimePassword'> }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="stack">
      <Alert
        type="warning"
        showIcon
        role="status"
        title={`Mật khẩu dùng một lần của ${issued.fullName}`}
        description="Chỉ hiện lần này. Trao tận tay hoặc đọc cho đúng người; người ấy phải đổi ngay ở lần đăng nhập đầu."
      />
      <div>
        Tên đăng nhập: <span className="strong num">{issued.username}</span>
      </div>
      <div className="row">
        <output className="once" aria-label="Mật khẩu dùng một lần">
          {issued.password}
        </output>
        <Button
          onClick={() => {
            void navigator.clipboard?.writeText(issued.password).then(() => setCopied(true));
          }}
        >
          {copied ? 'Đã chép' : 'Chép'}
        </Button>
      </div>
    </div>
  );
}
