import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useRef } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ProblemAlert } from '../ui/feedback.js';
import { count } from '../ui/text.js';

export function ImportRunning({ batch }: { batch: Dto<'ImportProgress'> }) {
  const client = useQueryClient();
  const first = useRef({ at: Date.now(), rows: batch.doneRows });
  const cancel = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/imports/{id}/cancel', { params: { path: { id: batch.batchId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['import', batch.batchId] }),
  });
  const percent = batch.totalRows > 0 ? Math.floor((batch.doneRows / batch.totalRows) * 100) : 0;
  return (
    <section className="panel" aria-labelledby="running-title">
      <h2 id="running-title">Đang đăng ký</h2>
      <Progress percent={percent} status="active" aria-label="Tiến độ đăng ký" />
      <p className="num" aria-live="polite">
        {count(batch.doneRows)} trong {count(batch.totalRows)} dòng{timeLeft(batch, first.current)}
      </p>
      <p className="muted">Có thể rời trang; việc đăng ký vẫn chạy tiếp và mở lại ở danh sách đợt nhập.</p>
      <Button danger loading={cancel.isPending} onClick={() => cancel.mutate()}>
        Hủy
      </Button>
      {cancel.error && <ProblemAlert error={cancel.error} />}
    </section>
  );
}

function timeLeft(batch: Dto<'ImportProgress'>, first: { at: number; rows: number }): string {
  const rate = (batch.doneRows - first.rows) / (Date.now() - first.at);
  if (!(rate > 0)) return '';
  const seconds = Math.ceil((batch.totalRows - batch.doneRows) / rate / 1000);
  return seconds > 90 ? `, còn khoảng ${Math.round(seconds / 60)} phút` : `, còn khoảng ${seconds} giây`;
}
