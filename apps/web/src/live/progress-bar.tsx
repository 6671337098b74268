import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { api, ok } from '../api/client.js';
import { ProblemAlert } from '../ui/feedback.js';
import { count } from '../ui/text.js';
import { WORKS_KEY, type WorkProgress } from './use-live.js';
import { isOver } from './use-progress.js';

/** Step, rows, time left and Hủy of a long piece of work. */
export function ProgressBar({ progress }: { progress: WorkProgress }) {
  const client = useQueryClient();
  const { step, state, stateTitle, done, total, secondsLeft, cancelPath } = progress;
  const cancel = useMutation({
    // The server says where its work is stopped; every such path answers a POST.
    mutationFn: (path: string) => ok(api.POST(path as '/api/v1/live/works' as never, {} as never)),
    onSettled: () => client.invalidateQueries({ queryKey: WORKS_KEY }),
  });
  const percent = total > 0 ? Math.floor((done / total) * 100) : state === 'done' ? 100 : 0;
  const status =
    state === 'failed' ? 'exception' : state === 'done' ? 'success' : isOver(progress) ? 'normal' : 'active';
  return (
    <div className="stack" style={{ gap: 4 }}>
      <Progress percent={percent} status={status} aria-label={`Tiến độ: ${step}`} />
      <p className="num" style={{ margin: 0 }} aria-live="polite">
        <span className="strong">{state === 'running' ? step : stateTitle}</span>
        {total > 0 && ` · ${count(done)} trong ${count(total)} dòng`}
        {secondsLeft !== null && ` · còn khoảng ${timeWords(secondsLeft)}`}
      </p>
      {cancelPath && (
        <div>
          <Button danger loading={cancel.isPending} onClick={() => cancel.mutate(cancelPath)}>
            Hủy
          </Button>
        </div>
      )}
      {cancel.error && <ProblemAlert error={cancel.error} />}
    </div>
  );
}

export const timeWords = (seconds: number): string =>
  seconds > 90 ? `${count(Math.round(seconds / 60))} phút` : `${count(Math.max(1, seconds))} giây`;
