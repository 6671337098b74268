import { Button } from 'antd';
import { useState, type ReactNode } from 'react';

/** Rows of a group before it is unfolded. */
const FIRST = 10;

interface Props<T> {
  readonly id: string;
  readonly title: string;
  readonly none: string;
  readonly items: readonly T[];
  readonly children: (shown: readonly T[]) => ReactNode;
}

/** One group of work with its count; long ones open in steps. */
export function WorkSection<T>({ id, title, none, items, children }: Props<T>) {
  const [limit, setLimit] = useState(FIRST);
  const shown = items.slice(0, limit);
  return (
    <section className="panel flush" id={id} aria-labelledby={`${id}-title`} style={{ scrollMarginTop: 64 }}>
      <h2 id={`${id}-title`} style={{ padding: '10px 14px 6px' }}>
        {title} <span className="muted num">({items.length})</span>
      </h2>
      {items.length === 0 ? (
        <p className="muted" style={{ padding: '0 14px 4px' }}>
          {none}
        </p>
      ) : (
        <div className="table-scroll">
          {children(shown)}
          {shown.length < items.length && (
            <div className="more">
              <Button onClick={() => setLimit(limit + 50)}>Xem thêm, còn {items.length - shown.length}</Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
