import { useQuery } from '@tanstack/react-query';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { instant } from '../../ui/dates.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { Status } from '../../ui/status.js';

/** What was kept and tried, from the records the commands leave: nobody ticks a box here. */
export function BackupRuns() {
  const runs = useQuery({ queryKey: ['backup-runs'], queryFn: () => ok(api.GET('/api/v1/operations/backups')) });
  return (
    <section className="panel flush" id="sao-luu" aria-labelledby="backup-title">
      <h2 id="backup-title" style={{ padding: '12px 16px 8px' }}>
        Sao lưu, diễn tập, khôi phục
      </h2>
      <Loaded query={runs}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Chưa có lần nào. Sao lưu chạy bằng lệnh trên máy chủ, mỗi đêm, vào một đĩa khác.</Empty>
          ) : (
            <table className="data cards-on-phone">
              <thead>
                <tr>
                  <th>Việc</th>
                  <th>Kết quả</th>
                  <th>Xong lúc</th>
                  <th>Bản sao lưu</th>
                  <th>Nơi cất</th>
                </tr>
              </thead>
              <tbody>
                {items.map((run) => (
                  <Row key={`${run.kind}-${run.finishedAt}`} run={run} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}

const Row = ({ run }: { run: Dto<'BackupRun'> }) => (
  <tr>
    <td className="strong">{run.title}</td>
    <td data-label="Kết quả">
      {run.ok ? <Status tone="met">Đạt</Status> : <Status tone="late">Không đạt</Status>}
      <p className="run-detail">{run.detail}</p>
      {run.differences.length > 0 && (
        <ul className="run-differences">
          {run.differences.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </td>
    <td className="num" data-label="Xong lúc">
      {instant(run.finishedAt)}
    </td>
    <td className="num" data-label="Bản sao lưu">
      {run.name}
    </td>
    <td className="run-place" data-label="Nơi cất">
      {run.place}
    </td>
  </tr>
);
