import { useQueryClient } from '@tanstack/react-query';
import type { Dto } from '../api/types.js';
import { ProgressBar } from '../live/progress-bar.js';
import { useProgress } from '../live/use-progress.js';
import { Loading } from '../ui/feedback.js';

export function ImportRunning({ batch }: { batch: Dto<'ImportProgress'> }) {
  const client = useQueryClient();
  const progress = useProgress('import', batch.batchId, () => {
    void client.invalidateQueries({ queryKey: ['import', batch.batchId] });
  });
  return (
    <section className="panel" aria-labelledby="running-title">
      <h2 id="running-title">Đang đăng ký</h2>
      {progress ? <ProgressBar progress={progress} /> : <Loading words="Đang bắt đầu…" />}
      <p className="muted" style={{ marginBottom: 0 }}>
        Có thể rời trang hoặc tải lại trang; việc đăng ký vẫn chạy tiếp và mở lại ở danh sách đợt nhập.
      </p>
    </section>
  );
}
