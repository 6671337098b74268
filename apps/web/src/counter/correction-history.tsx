import { useQuery } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';
import { instant } from '../ui/dates.js';
import './corrections.css';

/** Who put what right, when and why; of a sealed petition only which fields. Nothing is shown where nothing was corrected. */
export function CorrectionHistory({ petitionId }: { petitionId: string }) {
  const history = useQuery({
    queryKey: ['petition', petitionId, 'corrections'],
    queryFn: () => ok(api.GET('/api/v1/petitions/{id}/corrections', { params: { path: { id: petitionId } } })),
  });
  const items = history.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="corrections-title">
      <h2 id="corrections-title">Đã sửa sai sót {items.length} lần</h2>
      <ol className="corrections">
        {items.map((item) => (
          <li key={item.eventId}>
            <div>
              <span className="strong">{item.correctedBy}</span>{' '}
              <span className="num muted">{instant(item.correctedAt)}</span>
            </div>
            <div>Lý do: {item.reason ?? 'được bảo mật'}</div>
            <ul>
              {item.changes.map((change) => (
                <li key={change.field}>
                  {change.label}
                  {!item.sealed && (
                    <>
                      : <del>{change.before ?? 'để trống'}</del> → {change.after ?? 'để trống'}
                    </>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
