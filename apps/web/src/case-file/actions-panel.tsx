import { Button } from 'antd';
import { useState } from 'react';
import type { Dto } from '../api/types.js';
import { useReadsOnly } from '../sign-in/session.js';
import { Loaded } from '../ui/feedback.js';
import { label, ROLE } from '../ui/labels.js';
import { EventDrawer } from './event-drawer.js';
import { useAvailable } from './case-queries.js';

interface Props {
  readonly caseFile: Dto<'CaseFile'>;
  /** The step whose form is open. */
  readonly step: string | null;
  readonly onStep: (type: string | null) => void;
}

/** Steps that a folded list shows. */
const SHORT = 4;

/** What the law lets this person do now, and why the rest must wait. */
export function ActionsPanel(props: Props) {
  const readsOnly = useReadsOnly();
  if (!readsOnly) return <Actions {...props} />;
  return (
    <aside className="panel actions-panel" aria-labelledby="actions-title">
      <h2 id="actions-title">Chỉ đọc</h2>
      <p className="muted">Bạn xem hồ sơ để thanh tra, kiểm tra; tài khoản này không thay đổi hồ sơ.</p>
    </aside>
  );
}

function Actions({ caseFile, step, onStep }: Props) {
  const available = useAvailable(caseFile.id, caseFile.rev);
  /** Beside the page the list scrolls by itself; above it, on a phone, it starts short. */
  const [unfolded, setUnfolded] = useState(false);
  const found = available.data?.find((event) => event.type === step && event.allowed);
  // An open form stays open: what somebody else does meanwhile is told when it is sent, never by taking the words away.
  const [kept, setKept] = useState<Dto<'AvailableEvent'> | null>(null);
  if (found && kept?.type !== found.type) setKept(found);
  if (step === null && kept !== null) setKept(null);
  const chosen = step !== null && kept?.type === step ? kept : null;
  return (
    <aside className="panel actions-panel" aria-labelledby="actions-title">
      <h2 id="actions-title">Việc có thể làm</h2>
      <Loaded query={available}>
        {(events) => {
          const steps = events.filter((e) => e.allowed && !e.compensates);
          const corrections = events.filter((e) => e.allowed && e.compensates);
          const refused = events.filter((e) => !e.allowed);
          return (
            <>
              {steps.length === 0 && (
                <p className="muted">
                  {caseFile.closedOn
                    ? 'Hồ sơ đã kết thúc.'
                    : 'Lúc này tài khoản của bạn không có bước nào để làm trên hồ sơ này.'}
                </p>
              )}
              <ul className={unfolded ? '' : 'folded'}>
                {[...steps, ...corrections].map((event) => (
                  <li key={event.type}>
                    <button
                      type="button"
                      className={`act ${event.compensates ? 'minor' : ''}`}
                      onClick={() => onStep(event.type)}
                    >
                      {event.title}
                      <small>{event.citation}</small>
                    </button>
                  </li>
                ))}
              </ul>
              {steps.length + corrections.length > SHORT && (
                <Button className="unfold" block aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
                  {unfolded ? 'Thu gọn' : `Xem cả ${steps.length + corrections.length} việc`}
                </Button>
              )}
              {refused.length > 0 && (
                <details className="refused" open={steps.length === 0 || refused.length <= 2}>
                  <summary>Chưa làm được, và vì sao ({refused.length})</summary>
                  <ul>
                    {refused.map((event) => (
                      <li key={event.type}>
                        <div>{event.title}</div>
                        <ul>
                          {event.unmet.map((unmet) => (
                            <li key={unmet.code}>
                              Cần: {unmet.title} {unmet.citation && <span className="muted">({unmet.citation})</span>}
                            </li>
                          ))}
                          {event.unmet.length === 0 && (
                            <li>Thuộc việc của: {event.roles.map((role) => label(ROLE, role)).join(', ')}</li>
                          )}
                        </ul>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </>
          );
        }}
      </Loaded>
      {chosen && <EventDrawer key={chosen.type} event={chosen} caseFile={caseFile} onClose={() => onStep(null)} />}
    </aside>
  );
}
