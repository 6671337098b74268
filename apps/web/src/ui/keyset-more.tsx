import { Button } from 'antd';

/** The next rows of a keyset list; the count grows in place and is announced. */
export function More({
  shown,
  hasMore,
  loading,
  onMore,
}: {
  shown: number;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}) {
  return (
    <div className="more" role="status">
      {hasMore ? (
        <Button onClick={onMore} loading={loading}>
          Xem thêm
        </Button>
      ) : (
        <span className="muted small num">Đã hết danh sách: {shown} dòng</span>
      )}
    </div>
  );
}
