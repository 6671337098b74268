import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';

/** Papers that are owed or made, each as Word and PDF. */
export function PapersList({ papers, base }: { papers: readonly Dto<'ReceptionPaper'>[]; base: string }) {
  const unique = papers.filter(({ form }, i) => papers.findIndex((other) => other.form === form) === i);
  if (unique.length === 0) return <p className="muted">Chưa có văn bản nào phải ban hành.</p>;
  return (
    <ul className="plain-list">
      {unique.map(({ form, title, on }) => (
        <li key={form}>
          <div>{title}</div>
          <div className="row small num">
            <span className="muted">phát sinh {day(on)}</span>
            <a href={`${base}/papers/${form}?format=docx`} download>
              Tải Word
            </a>
            <a href={`${base}/papers/${form}?format=pdf`} target="_blank" rel="noreferrer">
              Xem, in PDF
            </a>
          </div>
        </li>
      ))}
    </ul>
  );
}
