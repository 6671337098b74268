import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { Loaded } from '../ui/feedback.js';
import { label, ROLE } from '../ui/labels.js';
import { ActDrawer } from './act-drawer.js';
import type { SessionFile } from './reception-queries.js';

type Step = Dto<'AvailableEvent'>;

/** What the law lets this person do with the session now, and why the rest must wait. */
export function StepsPanel({ session }: { session: SessionFile }) {
  const [chosen, setChosen] = useState<Step | null>(null);
  const steps = useQuery({
    queryKey: ['reception', 'steps', session.id, session.rev, session.visits.length, session.tasks.length],
    queryFn: () =>
      ok(api.GET('/api/v1/reception/sessions/{id}/events/available', { params: { path: { id: session.id } } })),
  });
  return (
    <section className="panel" aria-labelledby="steps-title">
      <h2 id="steps-title">Việc có thể làm</h2>
      <Loaded query={steps}>
        {(all) => (
          <>
            {!all.some(({ allowed }) => allowed) && <p className="muted">Lúc này không có bước nào để làm.</p>}
            <ul className="acts-list">
              {all
                .filter(({ allowed }) => allowed)
                .map((step) => (
                  <li key={step.type}>
                    <button type="button" onClick={() => setChosen(step)}>
                      {step.title}
                      <small>{step.citation}</small>
                    </button>
                  </li>
                ))}
            </ul>
            <Waiting steps={all.filter(({ allowed }) => !allowed)} open={!all.some(({ allowed }) => allowed)} />
          </>
        )}
      </Loaded>
      {chosen && (
        <ActDrawer
          key={chosen.type}
          title={chosen.title}
          lead={
            <>
              Căn cứ: {chosen.citation}
              {chosen.paper && (
                <>
                  <br />
                  Văn bản phải ban hành: {chosen.paper}
                </>
              )}
            </>
          }
          fields={chosen.inputSchema}
          submit="Ghi nhận bước này"
          send={(values, key) =>
            ok(
              api.POST('/api/v1/reception/sessions/{id}/events', {
                params: {
                  path: { id: session.id },
                  header: { 'If-Match': `"${session.rev}"`, 'Idempotency-Key': key },
                },
                body: { ...values, type: chosen.type },
              }),
            )
          }
          onClose={() => setChosen(null)}
        />
      )}
    </section>
  );
}

function Waiting({ steps, open }: { steps: readonly Step[]; open: boolean }) {
  if (steps.length === 0) return null;
  return (
    <details style={{ marginTop: 10 }} open={open}>
      <summary>Chưa làm được, và vì sao ({steps.length})</summary>
      <ul className="plain-list small">
        {steps.map(({ type, title, unmet, roles }) => (
          <li key={type}>
            <div className="strong">{title}</div>
            {unmet.map(({ code, title: need, citation }) => (
              <div key={code}>
                Cần: {need} {citation && <span className="muted">({citation})</span>}
              </div>
            ))}
            {unmet.length === 0 && <div>Thuộc việc của: {roles.map((role) => label(ROLE, role)).join(', ')}</div>}
          </li>
        ))}
      </ul>
    </details>
  );
}
