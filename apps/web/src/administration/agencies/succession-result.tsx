import { useQuery } from '@tanstack/react-query';
import { Alert, Progress } from 'antd';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import { day } from '../../ui/dates.js';
import { Loaded } from '../../ui/feedback.js';
import { count } from '../../ui/text.js';

/** Lives in the address: reloading finds the work where it is. */
export function SuccessionResult({ changeId }: { changeId: string }) {
  const changes = useQuery({
    queryKey: ['agency-changes'],
    queryFn: () => ok(api.GET('/api/v1/agency-changes')),
    refetchInterval: (query) =>
      query.state.data?.items.some((one) => one.id === changeId && one.settledAt === null) ? 700 : false,
  });
  return (
    <Loaded query={changes}>
      {({ items }) => {
        const change = items.find((one) => one.id === changeId);
        if (!change) return <Alert type="warning" showIcon title="Không có lần thay đổi này trong phạm vi của bạn" />;
        const settled = change.settledAt !== null;
        return (
          <section className="panel" aria-labelledby="result-title">
            <h2 id="result-title">
              {change.oldName} kết thúc sau ngày {day(change.lastDay)}
            </h2>
            <Progress
              percent={settled ? 100 : 50}
              status={settled ? 'success' : 'active'}
              aria-label="Tiến độ chuyển hồ sơ"
            />
            <Alert
              type={!settled ? 'info' : change.kept > 0 ? 'warning' : 'success'}
              showIcon
              role="status"
              title={
                settled
                  ? `Đã chuyển ${count(change.moved)} hồ sơ sang ${change.successorCode ?? ''}` +
                    (change.kept > 0 ? `, còn ${count(change.kept)} hồ sơ chưa chuyển được` : '')
                  : 'Đã ghi; đang chuyển hồ sơ…'
              }
              description={
                settled
                  ? 'Mỗi hồ sơ có một dòng trong diễn biến của nó; hồ sơ được bảo vệ không kể ở đây.'
                  : 'Có thể rời trang; việc chuyển vẫn chạy tiếp.'
              }
            />
            <div className="row" style={{ marginTop: 12 }}>
              <Link to={`/ho-so?agency=${change.successorCode ?? ''}`}>Hồ sơ của cơ quan kế thừa</Link>
              <Link to={`/quan-tri/tai-khoan?agency=${change.agencyCode}`}>Tài khoản còn ở cơ quan cũ</Link>
              <Link to="/quan-tri/co-quan?daKetThuc=1">Cây cơ quan</Link>
              <Link to={`/quan-tri/nhat-ky?agency=${change.agencyCode}`}>Nhật ký quản trị</Link>
            </div>
          </section>
        );
      }}
    </Loaded>
  );
}
