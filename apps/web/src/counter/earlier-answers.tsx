import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { ProblemAlert } from '../ui/feedback.js';

type Answers = Dto<'EarlierAnswers'>;

export const useEarlierAnswers = (petitionId: string) =>
  useQuery({
    queryKey: ['earlier-answers', petitionId],
    queryFn: () => ok(api.GET('/api/v1/petitions/{id}/answers', { params: { path: { id: petitionId } } })),
    staleTime: 60_000,
  });

/** What became of the earlier petition, and what the law has for one that repeats it; in short, or with every paper. */
export function EarlierAnswers({ petitionId, full = false }: { petitionId: string; full?: boolean }) {
  const answers = useEarlierAnswers(petitionId);
  if (answers.error) return full ? <ProblemAlert error={answers.error} /> : null;
  if (!answers.data) return <div className="muted small">Đang xem đã trả lời thế nào…</div>;
  if (answers.data.sealed)
    return <div className="small strong">Đã gửi trước; thông tin của đơn trước được bảo mật.</div>;
  return (
    <>
      {!full && <div className="strong small">Đơn trước đã giải quyết đến đâu</div>}
      <WhatHappened answers={answers.data} full={full} />
      <NextSteps answers={answers.data} />
    </>
  );
}

function WhatHappened({ answers, full }: { answers: Answers; full: boolean }) {
  const files = full ? answers.files : answers.files.slice(-1);
  const papers = full ? answers.papers : answers.papers.slice(-1);
  return (
    <ul className="answered">
      {answers.notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
      {files.map((file) => (
        <li key={file.id}>
          <Link to={`/ho-so/${file.id}`} target="_blank" className="strong">
            {file.stageTitle}
          </Link>{' '}
          <span className="num">
            ({file.procedureTitle}, từ {day(file.since)})
          </span>
        </li>
      ))}
      {papers.length === 0 && <li className="muted">Chưa có văn bản trả lời nào được phát hành.</li>}
      {papers.map((paper) => (
        <li key={paper.id} className="num">
          {paper.title} {paper.number ? `số ${paper.number} ` : ''}ngày {day(paper.issuedOn)}
        </li>
      ))}
    </ul>
  );
}

function NextSteps({ answers }: { answers: Answers }) {
  return (
    <div className="next-steps" role="note" aria-label="Bước tiếp theo đúng luật">
      <div className="strong small">Nếu là đơn gửi lại</div>
      {answers.nextSteps.length === 0 && (
        <div>Không có cách xử lý riêng cho đơn gửi lại: xem xét theo trình tự chung như đơn mới.</div>
      )}
      {answers.nextSteps.map((step) => (
        <div key={step.id}>
          {step.advice}{' '}
          <span className="muted small">
            ({step.citation}
            {!step.confirmed && !/chưa đối chiếu/.test(step.citation) && '; chưa đối chiếu toàn văn'})
          </span>
        </div>
      ))}
    </div>
  );
}
