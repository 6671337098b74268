import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { Status } from '../ui/status.js';
import type { Tone } from '../ui/deadline-words.js';
import './keeping.css';
import { BreachState } from './breaches.page.js';
import { StepForm } from './step-form.js';

type Step = Dto<'BreachStep'>;

const STATE: Record<Step['state'], { readonly tone: Tone; readonly words: string }> = {
  done: { tone: 'met', words: 'Đã làm' },
  doneLate: { tone: 'met-late', words: 'Đã làm, quá giờ' },
  notNeeded: { tone: 'none', words: 'Không cần' },
  running: { tone: 'soon', words: 'Phải làm' },
  late: { tone: 'late', words: 'Quá giờ, chưa làm' },
};

/** The checklist of one breach: each step with its latest moment, and the article or the rule of this house it comes from. */
export function BreachPage() {
  const { id = '' } = useParams();
  const [writing, setWriting] = useState<Step | null>(null);
  const found = useQuery({
    queryKey: ['breach', id],
    queryFn: () => ok(api.GET('/api/v1/breaches/{id}', { params: { path: { id } } })),
  });
  return (
    <Loaded query={found}>
      {(breach) => (
        <>
          <PageHead
            title="Các bước xử lý sự cố lộ dữ liệu"
            lead={`Phát hiện ${instant(breach.discoveredAt)}; ${breach.agencyName}, ${breach.notedByName} ghi`}
            actions={
              <>
                <BreachState breach={breach} />
                <Button onClick={() => window.print()}>In</Button>
              </>
            }
          />
          <div className="stack">
            <section className="panel" aria-label="Chuyện gì đã xảy ra">
              <p className="breach-what">{breach.what}</p>
            </section>
            <ol className="breach-steps" aria-label="Các bước">
              {breach.steps.map((step) => (
                <li key={step.key} className="panel">
                  <StepView step={step} onWrite={breach.mayWrite ? () => setWriting(step) : null} />
                </li>
              ))}
            </ol>
          </div>
          {writing && (
            <StepForm
              breachId={breach.id}
              step={writing}
              now={breach.now}
              onDone={() => {
                setWriting(null);
              }}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

const basisWords = ({ citation, timeByLaw }: Step): string =>
  citation === null
    ? 'Quy định nội bộ.'
    : timeByLaw
      ? `Theo ${citation}.`
      : `Số giờ là mục tiêu nội bộ; việc này theo ${citation}.`;

function StepView({ step, onWrite }: { step: Step; onWrite: (() => void) | null }) {
  const { tone, words } = STATE[step.state];
  const open = step.state === 'running' || step.state === 'late';
  return (
    <>
      <div className="row">
        <h2 className="grow">{step.title}</h2>
        <Status tone={tone}>{words}</Status>
      </div>
      <p>{step.what}</p>
      <p className="muted">
        Trong {step.hours} giờ: chậm nhất <span className="strong num">{instant(step.dueAt)}</span>. {basisWords(step)}{' '}
        {!step.confirmed && <Status tone="soon">Chưa đối chiếu văn bản</Status>}
      </p>
      {step.doneAt && (
        <p>
          <span className="num">{instant(step.doneAt)}</span>: {step.note}{' '}
          <span className="muted">({step.notedByName})</span>
        </p>
      )}
      {open && onWrite && (
        <Button onClick={onWrite} aria-label={`Ghi kết quả: ${step.title}`}>
          Ghi kết quả…
        </Button>
      )}
    </>
  );
}
