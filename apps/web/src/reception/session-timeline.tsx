import { useQuery } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';
import { day, instant } from '../ui/dates.js';
import { Loaded } from '../ui/feedback.js';

/** The session's own chain in the ledger, behind a fold. */
export function SessionTimeline({ id, rev }: { id: string; rev: number }) {
  const acts = useQuery({
    queryKey: ['reception', 'timeline', id, rev],
    queryFn: () => ok(api.GET('/api/v1/reception/sessions/{id}/timeline', { params: { path: { id } } })),
  });
  return (
    <section className="panel" aria-labelledby="timeline-title">
      <h2 id="timeline-title">Nhật ký buổi tiếp</h2>
      <Loaded query={acts}>
        {(all) => (
          <ul className="plain-list">
            {all.map((act) => (
              <li key={act.id}>
                <div className="row">
                  <span className="strong">{act.title}</span>
                  <span className="muted small num">
                    {day(act.occurredOn)} · {act.actorName} · ghi {instant(act.recordedAt)}
                  </span>
                </div>
                {Object.entries(act.texts).map(([field, text]) => (
                  <div key={field} className="small">
                    {text}
                  </div>
                ))}
                {act.basis.length > 0 && <div className="small muted">{act.basis.join('; ')}</div>}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
