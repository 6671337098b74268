import { Tabs } from 'antd';
import { useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Dto } from '../api/types.js';
import { useToday } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { Loaded } from '../ui/feedback.js';
import { label, MASKED, PETITION_TYPE } from '../ui/labels.js';
import { markOf } from '../ui/deadline-words.js';
import { MORE_TABS } from '../ui/named-icons.js';
import { useTitle } from '../ui/page.js';
import { DeadlineStatus, Status } from '../ui/status.js';
import { ActionsPanel } from './actions-panel.js';
import { useCaseFile, useTimeline } from './case-queries.js';
import { DeadlinesPanel } from './deadlines-panel.js';
import { PapersPanel } from './papers-panel.js';
import { PetitionPanel } from './petition-panel.js';
import { StageMapPanel } from './stage-map.js';
import { TimelinePanel } from './timeline-panel.js';
import './case-file.css';

type CaseFile = Dto<'CaseFile'>;

export function CaseFilePage() {
  const { id = '' } = useParams();
  const query = useCaseFile(id);
  return <Loaded query={query}>{(caseFile) => <CaseFileView key={caseFile.id} caseFile={caseFile} />}</Loaded>;
}

function CaseFileView({ caseFile }: { caseFile: CaseFile }) {
  useTitle(`Đơn số ${caseFile.petition.registerLabel}`);
  const [params, setParams] = useSearchParams();
  const timeline = useTimeline(caseFile.id);
  const path = useMemo(() => pathOf(timeline.data ?? [], caseFile.stage), [timeline.data, caseFile.stage]);
  return (
    <>
      <CaseHeader caseFile={caseFile} />
      <div className="case-grid">
        <div className="case-main">
          <Tabs
            more={MORE_TABS}
            activeKey={params.get('muc') ?? 'tien-trinh'}
            onChange={(key) => setParams(key === 'tien-trinh' ? {} : { muc: key }, { replace: true })}
            items={[
              {
                key: 'tien-trinh',
                label: 'Tiến trình, thời hạn',
                children: (
                  <div className="stack">
                    <StageMapPanel caseFile={caseFile} path={path} />
                    <DeadlinesPanel caseFileId={caseFile.id} rev={caseFile.rev} />
                  </div>
                ),
              },
              {
                key: 'dien-bien',
                label: `Diễn biến${timeline.data ? ` (${timeline.data.length})` : ''}`,
                children: <TimelinePanel caseFile={caseFile} />,
              },
              { key: 'don', label: 'Đơn, tài liệu', children: <PetitionPanel petitionId={caseFile.petitionId} /> },
              {
                key: 'van-ban',
                label: 'Giấy tờ',
                children: <PapersPanel caseFileId={caseFile.id} rev={caseFile.rev} />,
              },
            ]}
          />
        </div>
        <ActionsPanel caseFile={caseFile} />
      </div>
    </>
  );
}

function CaseHeader({ caseFile }: { caseFile: CaseFile }) {
  const today = useToday();
  const { petition } = caseFile;
  const clock =
    caseFile.deadlines.find(
      (d) => d.statutory && ['overdue', 'escalated', 'dueSoon', 'running', 'paused'].includes(d.state),
    ) ?? caseFile.deadlines.find((d) => ['overdue', 'escalated', 'dueSoon', 'running', 'paused'].includes(d.state));
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
        {caseFile.related.map((related) => (
          <span key={related.id}>
            {related.relation === 'parent' ? 'Mở từ' : related.relation === 'child' ? 'Đã mở' : 'Cùng đơn'}:{' '}
            <Link to={`/ho-so/${related.id}`}>{related.procedureTitle}</Link> ({related.stageTitle.toLowerCase()})
          </span>
        ))}
        {caseFile.links.map((link, index) => (
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
    </header>
  );
}

/** Main stages in the order entered, from the ledger. */
function pathOf(entries: readonly Dto<'TimelineEntry'>[], stage: string): string[] {
  const path: string[] = [];
  for (const entry of [...entries].sort((a, b) => a.seq - b.seq)) {
    if (entry.kind !== 'procedure' || !entry.to) continue;
    if (path.length === 0 && entry.from) path.push(entry.from);
    if (path.at(-1) !== entry.to) path.push(entry.to);
  }
  if (path.at(-1) !== stage) path.push(stage);
  return path;
}
