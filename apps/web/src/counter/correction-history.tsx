import { useQuery } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { useUnitName } from './unit-name.js';
import './corrections.css';

type Change = Dto<'FieldChange'>;

/** A unit is named, not numbered. */
const worded = ({ field }: Change, value: string | null) =>
  value === null ? 'để trống' : field.endsWith('/unitCode') ? <UnitName code={value} /> : value;

const UnitName = ({ code }: { code: string }) => <>{useUnitName(code)}</>;

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
                      : <del>{worded(change, change.before)}</del> → {worded(change, change.after)}
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
