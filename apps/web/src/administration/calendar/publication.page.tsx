import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { Link, useParams } from 'react-router';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { timeWords } from '../../live/progress-bar.js';
import { WORKS_KEY } from '../../live/use-live.js';
import { useUser } from '../../sign-in/session.js';
import { instant } from '../../ui/dates.js';
import { Loaded, ProblemAlert } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { count } from '../../ui/text.js';
import { PreviewRows } from './preview-rows.js';
import { Change } from './preview.page.js';
import { useJob } from './use-job.js';
import { isMoving, JOB, mayPublish } from './words.js';

/** Lives in the address: reloading the page or coming back later finds the work where it is. */
export function PublicationPage() {
  const { id = '' } = useParams();
  const publication = useQuery({
    queryKey: ['calendar-publication', id],
    queryFn: () => ok(api.GET('/api/v1/calendar/publications/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <PageHead
        title={publication.data ? `Công bố lịch lần ${publication.data.number}` : 'Công bố lịch'}
        lead={
          publication.data &&
          `${publication.data.publishedBy} công bố lúc ${instant(publication.data.publishedAt)}: ${publication.data.reason}`
        }
        actions={<Link to="/lich-lam-viec">Về lịch làm việc</Link>}
      />
      <Loaded query={publication}>
        {(data) => (
          <div className="stack">
            <Change entries={data.entries} announcesYear={data.announcesYear} />
            <Job publication={data} />
            {data.job.state === 'done' && <Moved previewId={data.previewId} />}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Job({ publication }: { publication: Dto<'CalendarPublication'> }) {
  const { id, job } = publication;
  const { roles } = useUser();
  const client = useQueryClient();
  const settle = () => {
    void client.invalidateQueries({ queryKey: ['calendar-publication', id] });
    void client.invalidateQueries({ queryKey: ['calendar'] });
  };
  const progress = useJob(isMoving(job.state) ? id : undefined, settle);
  const act = useMutation({
    mutationFn: (what: 'cancel' | 'resume') =>
      ok(api.POST(`/api/v1/calendar/publications/{id}/${what}`, { params: { path: { id } } })),
    onSettled: () => {
      settle();
      void client.invalidateQueries({ queryKey: WORKS_KEY });
    },
  });
  const { done, total } = progress ?? job;
  const percent = total > 0 ? Math.floor((done / total) * 100) : job.state === 'done' ? 100 : 0;
  return (
    <section className="panel" aria-labelledby="job-title">
      <h2 id="job-title">Tính lại thời hạn</h2>
      <Progress
        percent={percent}
        status={job.state === 'done' ? 'success' : isMoving(job.state) ? 'active' : 'exception'}
        aria-label="Tiến độ tính lại thời hạn"
      />
      <p className="num" aria-live="polite">
        {JOB[job.state]}: {count(done)} trong {count(total)} thời hạn đang chạy
        {progress?.secondsLeft ? `, còn khoảng ${timeWords(progress.secondsLeft)}` : ''}. Đã dời {count(job.moved)},
        thành quá hạn {count(job.late)}, hết quá hạn {count(job.timely)}
        {job.failed > 0 && `, không tính lại được ${count(job.failed)} (giữ nguyên hạn cũ)`}.
      </p>
      {isMoving(job.state) && (
        <p className="muted">Có thể rời trang; việc tính lại vẫn chạy tiếp và mở lại ở danh sách các lần công bố.</p>
      )}
      {job.state === 'cancelled' && (
        <Alert
          type="warning"
          showIcon
          title="Việc tính lại đã dừng"
          description="Lịch mới đã có hiệu lực. Thời hạn đã tính lại giữ hạn mới, phần còn lại giữ hạn cũ cho đến khi làm tiếp."
        />
      )}
      {mayPublish(roles) && (
        <div className="row" style={{ marginTop: 8 }}>
          {isMoving(job.state) && (
            <Button danger loading={act.isPending || job.state === 'cancelling'} onClick={() => act.mutate('cancel')}>
              Hủy
            </Button>
          )}
          {job.state === 'cancelled' && (
            <Button type="primary" loading={act.isPending} onClick={() => act.mutate('resume')}>
              Làm tiếp
            </Button>
          )}
        </div>
      )}
      {act.error && <ProblemAlert error={act.error} />}
    </section>
  );
}

function Moved({ previewId }: { previewId: string }) {
  const preview = useQuery({
    queryKey: ['calendar-preview', previewId],
    queryFn: () => ok(api.GET('/api/v1/calendar/previews/{id}', { params: { path: { id: previewId } } })),
  });
  return <Loaded query={preview}>{(data) => <PreviewRows preview={data} />}</Loaded>;
}
