import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { useToday } from '../sign-in/session.js';
import { markOf } from '../ui/deadline-words.js';
import { day } from '../ui/dates.js';
import { label, MASKED, PETITION_TYPE } from '../ui/labels.js';
import { DeadlineStatus, Status } from '../ui/status.js';
import { RELATION } from './relations.js';

type CaseFile = Dto<'CaseFile'>;
const RUNNING = ['overdue', 'escalated', 'dueSoon', 'running', 'paused'];

/** Which petition, where it stands, by when, in whose hands. */
export function CaseHead({ caseFile }: { caseFile: CaseFile }) {
  const today = useToday();
  const { petition } = caseFile;
  const running = caseFile.deadlines.filter((d) => RUNNING.includes(d.state));
  const clock = running.find((d) => d.statutory) ?? running[0];
  return (
    <header className="panel case-head">
      <div className="row" style={{ gap: 10 }}>
        <h1 className="num">Đơn số {petition.registerLabel}</h1>
        <span className="stage-chip">{caseFile.stageTitle}</span>
        {caseFile.closedOn ? (
          <Status tone="none">Đã kết thúc ngày {day(caseFile.closedOn)}</Status>
        ) : (
          clock && <DeadlineStatus deadline={clock} today={today} />
        )}
        {clock && !caseFile.closedOn && (
          <span className="muted small num">
            {clock.title}
            {clock.dueOn && `, hạn ${day(clock.dueOn)}`}
            {markOf(clock) && ` (${markOf(clock)})`}
          </span>
        )}
      </div>
      <p className="case-subject">
        {petition.sealed ? (
          <strong>{MASKED}</strong>
        ) : (
          <>
            <strong>{petition.petitionerName ?? 'Không ghi tên'}</strong>
            {petition.excerpt && <>: {petition.excerpt}</>}
          </>
        )}
      </p>
      <div className="case-meta small">
        <span>
          {caseFile.procedureTitle} · {label(PETITION_TYPE, petition.type)}
          {petition.field && ` · ${petition.field}`}
        </span>
        <span className="num">Nhận {day(caseFile.receivedOn)}</span>
        <span>{caseFile.agency.name}</span>
        <span>{caseFile.assigneeName ? `Giao cho ${caseFile.assigneeName}` : 'Chưa giao người theo dõi'}</span>
      </div>
      <RelatedLine caseFile={caseFile} />
    </header>
  );
}

/** The files that belong together, one step away; all that is known of them is under “Liên quan”. */
function RelatedLine({ caseFile: { related, links } }: { caseFile: CaseFile }) {
  if (related.length + links.length === 0) return null;
  return (
    <div className="case-meta small">
      {related.map((one) => (
        <span key={one.id}>
          {RELATION[one.relation]}: <Link to={`/ho-so/${one.id}`}>{one.procedureTitle}</Link> (
          {one.stageTitle.toLowerCase()})
        </span>
      ))}
      {links.map((link, index) => (
        <span key={index}>
          {link.kindTitle}:{' '}
          {link.caseFileId ? (
            <>
              <Link to={`/ho-so/${link.caseFileId}`}>{link.agencyName}</Link> ({link.stageTitle?.toLowerCase()})
            </>
          ) : (
            'ngoài phạm vi được xem'
          )}
        </span>
      ))}
    </div>
  );
}
