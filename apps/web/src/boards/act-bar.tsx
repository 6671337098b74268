import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Picked } from './use-picked.js';

/** What can be done with everything picked; on a phone it stays under the thumb. */
export function ActBar({ picked, what, children }: { picked: Picked; what: string; children: ReactNode }) {
  if (picked.ids.length === 0) return null;
  return (
    <section className="act-bar" aria-label={`Việc với ${what} đã chọn`}>
      <span className="num strong" role="status">
        Đã chọn {picked.ids.length} {what}
      </span>
      <div className="act-buttons">
        {children}
        <Button onClick={picked.clear}>Bỏ chọn</Button>
      </div>
    </section>
  );
}
