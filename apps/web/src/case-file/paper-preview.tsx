import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Problem } from '../api/problem.js';
import { isRecord } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { Loading, ProblemAlert } from '../ui/feedback.js';

/** The paper as it prints, in place. The bytes live in this page's memory only and go with it. */
export function PaperPreview({ paper }: { paper: Dto<'Document'> }) {
  const [open, setOpen] = useState(false);
  const [url, setUrl] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (!open) return;
    let made: string | null = null;
    let left = false;
    setError(null);
    fetchPdf(paper.id)
      .then((bytes) => {
        if (!left) setUrl((made = URL.createObjectURL(bytes)));
      })
      .catch((fault: unknown) => !left && setError(fault));
    return () => {
      left = true;
      if (made) URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [open, paper.id, paper.rev]);
  return (
    <div className="paper-preview">
      <div className="row">
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? 'Đóng xem trước' : 'Xem trước tại đây'}
        </Button>
        {url && <Button onClick={() => frame.current?.contentWindow?.print()}>In</Button>}
        <Button href={`/api/v1/documents/${paper.id}/content.pdf`} target="_blank">
          Mở ở trang riêng
        </Button>
        <Button href={`/api/v1/documents/${paper.id}/content.docx`}>Tải tệp Word</Button>
      </div>
      {open && !url && !error && <Loading words="Đang dựng bản in…" />}
      <ProblemAlert error={error} />
      {url && (
        <>
          {paper.actions.includes('edit') && (
            <p className="small muted" style={{ margin: '6px 0 0' }}>
              Bản in theo lần lưu gần nhất.
            </p>
          )}
          <iframe ref={frame} src={`${url}#toolbar=0&navpanes=0&view=FitH`} title={`Bản in: ${paper.title}`} />
        </>
      )}
    </div>
  );
}

async function fetchPdf(id: string): Promise<Blob> {
  const answer = await fetch(`/api/v1/documents/${id}/content.pdf`, { headers: { 'X-Requested-With': 'nghe-dan' } });
  if (answer.ok) return answer.blob();
  const body: unknown = await answer.json().catch(() => ({}));
  throw new Problem(answer.status, isRecord(body) ? body : {});
}
