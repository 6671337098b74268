import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useAvailable } from './case-queries.js';

interface Props {
  readonly caseFile: Dto<'CaseFile'>;
  readonly onStep: (type: string) => void;
}

/** What the decision table of petition handling says here, likeliest first. Somebody decides; the table never does. */
export function AdvicePanel({ caseFile, onStep }: Props) {
  const isHandling = caseFile.procedure === 'petition-handling' && !caseFile.closedOn;
  const advice = useQuery({
    queryKey: ['advice', caseFile.id, caseFile.rev],
    queryFn: () => ok(api.GET('/api/v1/case-files/{id}/advice', { params: { path: { id: caseFile.id } } })),
    enabled: isHandling,
  });
  const available = useAvailable(caseFile.id, caseFile.rev);
  const [first, ...rest] = advice.data ?? [];
  if (!isHandling || !first) return null;
  const step = available.data?.find((event) => event.type === first.event);
  return (
    <section className="panel advice" aria-labelledby="advice-title">
      <h2 id="advice-title">Hướng xử lý phù hợp nhất lúc này</h2>
      <p className="strong">{first.advice}</p>
      <p className="small muted">
        Căn cứ: {first.citation} <Unconfirmed advice={first} />
        {step?.paper && <> · Văn bản: {step.paper}</>}
      </p>
      {step?.allowed ? (
        <Button type="primary" onClick={() => onStep(step.type)}>
          {step.title}
        </Button>
      ) : (
        step && <p className="small">Bước “{step.title}” chưa làm được lúc này; lý do ở mục Việc có thể làm.</p>
      )}
      {rest.length > 0 && (
        <details>
          <summary>Hướng khác trong bảng quyết định ({rest.length})</summary>
          <ul className="plain-list small">
            {rest.map((row) => (
              <li key={row.id}>
                {row.advice}{' '}
                <span className="muted">
                  ({row.citation}) <Unconfirmed advice={row} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const Unconfirmed = ({ advice }: { advice: Dto<'Advice'> }) =>
  advice.confirmed ? null : <span className="mark amber">chưa đối chiếu văn bản</span>;
