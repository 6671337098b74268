import { Alert, Button, Spin } from 'antd';
import { Component, type ReactNode } from 'react';
import { toProblem } from '../api/problem.js';

export function Loading({ words = 'Đang tải…' }: { words?: string }) {
  return (
    <div className="row" role="status" style={{ padding: 24, justifyContent: 'center' }}>
      <Spin /> <span className="muted">{words}</span>
    </div>
  );
}

export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <svg width="44" height="44" viewBox="0 0 44 44" fill="none" stroke="#93a0ab" strokeWidth="2" aria-hidden="true">
        <path d="M6 24 11 9h22l5 15v11H6z" />
        <path d="M6 24h10l2 5h8l2-5h10" />
      </svg>
      <p style={{ margin: '6px 0 10px', color: 'var(--ink-2)' }}>{children}</p>
      {action}
    </div>
  );
}

/** What the server says is wrong, in its own words, with a way to try again where there is one. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (!error) return null;
  const problem = toProblem(error);
  return (
    <Alert
      type={problem.status === 409 || problem.status === 412 ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={problem.title}
      description={
        problem.detail || problem.unmet.length || problem.faults.length ? (
          <>
            {problem.detail && <p>{problem.detail}</p>}
            {problem.unmet.length > 0 && (
              <ul style={{ margin: 0, paddingLeft: 18 }}>
                {problem.unmet.map((u) => (
                  <li key={u.code}>
                    {u.title} <span className="muted">({u.citation})</span>
                  </li>
                ))}
              </ul>
            )}
            {problem.faults.length > 0 && (
              <ul style={{ margin: 0, paddingLeft: 18 }}>
                {problem.faults.map((f, i) => (
                  <li key={i}>{f.message}</li>
                ))}
              </ul>
            )}
          </>
        ) : undefined
      }
      action={
        onRetry && problem.status !== 403 && problem.status !== 404 ? (
          <Button onClick={onRetry}>Thử lại</Button>
        ) : undefined
      }
    />
  );
}

/** Loading, error, then the data: the three states every list and page has. */
export function Loaded<T>({
  query,
  children,
}: {
  query: { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => query.refetch()} />;
  return <Loading />;
}

/** A fault in one page never takes the navigation with it. */
export class PageGuard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title="Trang này gặp lỗi khi hiển thị"
        description="Dữ liệu trên máy chủ không bị ảnh hưởng. Tải lại trang để làm tiếp; nếu lỗi lặp lại, báo cho quản trị."
        action={<Button onClick={() => window.location.reload()}>Tải lại trang</Button>}
      />
    );
  }
}
