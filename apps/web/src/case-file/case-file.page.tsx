import { Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { Dto } from '../api/types.js';
import { Loaded } from '../ui/feedback.js';
import { MORE_TABS } from '../ui/named-icons.js';
import { useTitle } from '../ui/page.js';
import { ActionsPanel } from './actions-panel.js';
import { AdvicePanel } from './advice-panel.js';
import { CaseHead } from './case-head.js';
import { useCaseFile, useNotes, useTimeline } from './case-queries.js';
import { DeadlinesPanel } from './deadlines-panel.js';
import { LinksPanel } from './links-panel.js';
import { MessagesPanel } from './messages-panel.js';
import { NotesPanel } from './notes-panel.js';
import { PapersPanel } from './papers-panel.js';
import { PeoplePanel } from './people-panel.js';
import { PetitionPanel } from './petition-panel.js';
import { StageMapPanel } from './stage-map.js';
import { TimelinePanel } from './timeline-panel.js';
import './case-file.css';

type CaseFile = Dto<'CaseFile'>;
const FIRST_TAB = 'tien-trinh';

export function CaseFilePage() {
  const { id = '' } = useParams();
  const query = useCaseFile(id);
  return <Loaded query={query}>{(caseFile) => <CaseFileView key={caseFile.id} caseFile={caseFile} />}</Loaded>;
}

function CaseFileView({ caseFile }: { caseFile: CaseFile }) {
  useTitle(`Đơn số ${caseFile.petition.registerLabel}`);
  const [params, setParams] = useSearchParams();
  const [step, setStep] = useState<string | null>(null);
  const timeline = useTimeline(caseFile.id);
  const notes = useNotes(caseFile.id);
  const path = useMemo(() => pathOf(timeline.data ?? [], caseFile.stage), [timeline.data, caseFile.stage]);
  return (
    <>
      <CaseHead caseFile={caseFile} />
      <div className="case-grid">
        <div className="case-main">
          <Tabs
            more={MORE_TABS}
            tabBarGutter={20}
            destroyOnHidden
            activeKey={params.get('muc') ?? FIRST_TAB}
            onChange={(key) => setParams(key === FIRST_TAB ? {} : { muc: key }, { replace: true })}
            items={[
              {
                key: FIRST_TAB,
                label: 'Tiến trình',
                children: (
                  <div className="stack">
                    <AdvicePanel caseFile={caseFile} onStep={setStep} />
                    <StageMapPanel caseFile={caseFile} path={path} />
                    <DeadlinesPanel caseFileId={caseFile.id} rev={caseFile.rev} />
                  </div>
                ),
              },
              {
                key: 'dien-bien',
                label: `Diễn biến${countOf(timeline.data)}`,
                children: <TimelinePanel caseFile={caseFile} />,
              },
              {
                key: 'don',
                label: 'Đơn',
                children: <PetitionPanel caseFile={caseFile} />,
              },
              {
                key: 'van-ban',
                label: 'Giấy tờ',
                children: <PapersPanel caseFileId={caseFile.id} rev={caseFile.rev} />,
              },
              {
                key: 'nguoi',
                label: 'Người',
                children: <PeoplePanel caseFile={caseFile} onStep={setStep} />,
              },
              { key: 'lien-quan', label: 'Liên quan', children: <LinksPanel caseFile={caseFile} /> },
              {
                key: 'ghi-chu',
                label: `Ghi chú${countOf(notes.data?.items)}`,
                children: <NotesPanel caseFileId={caseFile.id} />,
              },
              { key: 'tin-gui', label: 'Tin gửi', children: <MessagesPanel caseFile={caseFile} /> },
            ]}
          />
        </div>
        <ActionsPanel caseFile={caseFile} step={step} onStep={setStep} />
      </div>
    </>
  );
}

const countOf = (items: readonly unknown[] | undefined): string =>
  items && items.length > 0 ? ` (${items.length})` : '';

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
