import { Radio } from 'antd';
import { useState } from 'react';
import type { Dto } from '../api/types.js';
import { day, dayOfInstant, instant } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { label, ROLE } from '../ui/labels.js';
import { useTimeline } from './case-queries.js';
import { useStageMap } from './stage-map.js';

type Entry = Dto<'TimelineEntry'>;

export function TimelinePanel({ caseFile }: { caseFile: Dto<'CaseFile'> }) {
  const timeline = useTimeline(caseFile.id);
  const map = useStageMap(caseFile.procedure, caseFile.procedureVersion);
  const [show, setShow] = useState<'all' | 'procedure' | 'deadline'>('all');
  const fieldLabel = (entry: Entry, name: string): string => {
    if (name === 'reason') return 'Lý do ghi nhận muộn';
    return (
      map.data?.events.find((event) => event.type === entry.type)?.inputSchema.find((field) => field.name === name)
        ?.label ?? 'Ghi chú'
    );
  };
  const stageTitle = (state: string | null): string => map.data?.states.find((s) => s.state === state)?.title ?? '';
  return (
    <section className="panel" aria-labelledby="timeline-title">
      <div className="panel-head">
        <h2 id="timeline-title">Diễn biến</h2>
        <Radio.Group
          className="after"
          size="small"
          value={show}
          onChange={(event) => setShow(event.target.value as typeof show)}
          optionType="button"
          options={[
            { value: 'all', label: 'Tất cả' },
            { value: 'procedure', label: 'Bước xử lý' },
            { value: 'deadline', label: 'Thời hạn' },
          ]}
        />
      </div>
      <Loaded query={timeline}>
        {(entries) => {
          const shown = [...entries]
            .filter((entry) => show === 'all' || entry.kind === show)
            .sort((a, b) => b.seq - a.seq);
          const titleById = new Map(entries.map((entry) => [entry.id, entry.title]));
          if (shown.length === 0) return <Empty>Chưa có diễn biến nào.</Empty>;
          return (
            <ol className="timeline" reversed>
              {shown.map((entry) => (
                <li key={entry.id} className={entry.kind}>
                  <div className="when num">
                    <div>{day(entry.occurredOn)}</div>
                  </div>
                  <div className="rail" aria-hidden="true" />
                  <div className="what">
                    <div className="strong">{entry.title}</div>
                    {dayOfInstant(entry.recordedAt) !== entry.occurredOn ? (
                      <div>
                        <span className="two-dates num">
                          Xảy ra {day(entry.occurredOn)}, ghi nhận {instant(entry.recordedAt)}
                        </span>
                      </div>
                    ) : null}
                    <div className="muted small num">
                      {entry.actorName}
                      {entry.actorRole !== 'system' && `, ${label(ROLE, entry.actorRole)}`} ·{' '}
                      {instant(entry.recordedAt)}
                    </div>
                    {entry.from !== entry.to && entry.to && stageTitle(entry.to) && (
                      <div className="small">
                        {entry.from ? `${stageTitle(entry.from)} → ` : ''}
                        {stageTitle(entry.to)}
                      </div>
                    )}
                    {entry.corrects && (
                      <div className="small">
                        Sửa cho: {titleById.get(entry.corrects) ?? 'một bước trước'} (bước cũ vẫn được giữ)
                      </div>
                    )}
                    {Object.entries(entry.texts).map(([name, text]) => (
                      <blockquote key={name}>
                        <span className="muted small">{fieldLabel(entry, name)}: </span>
                        {text}
                      </blockquote>
                    ))}
                    {entry.basis.length > 0 && <div className="muted small">{entry.basis.join('; ')}</div>}
                  </div>
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
    </section>
  );
}
