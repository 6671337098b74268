import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Problem } from '../api/problem.js';
import { Loaded } from '../ui/feedback.js';

/** A paper in place. Its bytes are fetched, so that a refusal is said in words and not shown as an empty frame. */
export function PdfView({ path, title, height = 560 }: { path: string; title: string; height?: number }) {
  const file = useQuery({ queryKey: ['pdf', path], queryFn: () => bytesOf(path), staleTime: Infinity });
  return <Loaded query={file}>{(blob) => <Frame blob={blob} title={title} height={height} />}</Loaded>;
}

function Frame({ blob, title, height }: { blob: Blob; title: string; height: number }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  if (!url) return null;
  return (
    <>
      <iframe
        title={title}
        src={`${url}#toolbar=0&navpanes=0&view=FitH`}
        style={{ width: '100%', height, border: '1px solid var(--line)', borderRadius: 6, display: 'block' }}
      />
      <p className="small" style={{ margin: '6px 0 0' }}>
        <a href={url} target="_blank" rel="noreferrer">
          Mở ở cửa sổ khác
        </a>
      </p>
    </>
  );
}

async function bytesOf(path: string): Promise<Blob> {
  const answer = await fetch(path, { credentials: 'same-origin', headers: { 'X-Requested-With': 'nghe-dan' } });
  if (answer.ok) return answer.blob();
  throw new Problem(answer.status, (await answer.json().catch(() => ({}))) as Record<string, unknown>);
}
