import { Link, useParams } from 'react-router';
import { useUser } from '../sign-in/session.js';
import { day, weekday } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { Status } from '../ui/status.js';
import { LinkButton } from '../ui/link-button.js';
import { DialoguePanel } from './dialogue-panel.js';
import { LimitsList } from './limits-list.js';
import { PapersList } from './papers-list.js';
import { MODE_TITLE, type SessionFile, STAGE_TONE, useSession } from './reception-queries.js';
import { SessionTimeline } from './session-timeline.js';
import { StepsPanel } from './steps-panel.js';
import { TasksPanel } from './tasks-panel.js';
import './reception.css';

export function SessionPage() {
  const { id = '' } = useParams();
  const session = useSession(id);
  return <Loaded query={session}>{(data) => <SessionView session={data} />}</Loaded>;
}

function SessionView({ session }: { session: SessionFile }) {
  const user = useUser();
  const own = user.agency.code === session.agency.code && !user.roles.every((role) => role === 'inspector');
  const dialogue = session.kind === 'dialogue';
  return (
    <div className="reception">
      <PageHead
        title={`${session.kindTitle}, ${weekday(session.heldOn).toLowerCase()} ${day(session.heldOn)}`}
        lead={
          <>
            <Status tone={STAGE_TONE[session.stage] ?? 'none'}>{session.stageTitle}</Status> · {session.agency.name}
          </>
        }
        actions={
          own &&
          session.stage === 'receiving' &&
          !dialogue && (
            <LinkButton primary to={`/tiep-cong-dan/buoi/${session.id}/luot-moi`}>
              Ghi lượt tiếp mới
            </LinkButton>
          )
        }
      />
      <div className="two-columns">
        <div className="stack">
          <section className="panel" aria-label="Thông tin buổi tiếp">
            <SessionFacts session={session} />
          </section>
          {dialogue ? <DialoguePanel session={session} own={own} /> : <VisitsPanel session={session} />}
          {!['regular'].includes(session.kind) && <TasksPanel session={session} own={own} />}
          <SessionTimeline id={session.id} rev={session.rev} />
        </div>
        <div className="stack">
          <StepsPanel session={session} />
          <section className="panel" aria-labelledby="limits-title">
            <h2 id="limits-title">Thời hạn</h2>
            <LimitsList limits={session.deadlines} />
          </section>
          <section className="panel" aria-labelledby="papers-title">
            <h2 id="papers-title">Văn bản</h2>
            <PapersList papers={session.papers} base={`/api/v1/reception/sessions/${session.id}`} />
          </section>
        </div>
      </div>
    </div>
  );
}

function SessionFacts({ session }: { session: SessionFile }) {
  const facts: [string, string | null][] = [
    ['Giờ', `${session.startsAt}${session.endsAt ? ` đến ${session.endsAt}` : ''}`],
    ['Nơi tiếp', session.place],
    ['Hình thức', MODE_TITLE[session.mode] ?? ''],
    ['Người đứng đầu theo lịch', session.leader?.fullName ?? null],
    ['Người chủ trì', session.hostedBy?.fullName ?? null],
    ['Thành phần', session.attendees],
    ['Dự kiến nội dung', session.topics],
    ['Niêm yết', session.postedOn ? day(session.postedOn) : null],
    ['Đã lùi từ ngày', session.postponedFrom ? day(session.postponedFrom) : null],
  ];
  return (
    <>
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {session.postingFlaw && <p className="lacks">■ Niêm yết muộn, hoặc đã tiếp khi chưa niêm yết (LTCD Đ.24 k4)</p>}
    </>
  );
}

function VisitsPanel({ session }: { session: SessionFile }) {
  return (
    <section className="panel" aria-labelledby="visits-title">
      <h2 id="visits-title">Lượt tiếp ({session.visits.length})</h2>
      {session.visits.length === 0 ? (
        <Empty>Chưa ghi lượt tiếp nào.</Empty>
      ) : (
        <table className="data cards-on-phone">
          <thead>
            <tr>
              <th scope="col">Số</th>
              <th scope="col">Loại</th>
              <th scope="col">Nội dung</th>
              <th scope="col">Số người</th>
              <th scope="col">Kết quả</th>
            </tr>
          </thead>
          <tbody>
            {session.visits.map((visit) => (
              <tr key={visit.id}>
                <td data-label="Số" className="num">
                  <Link to={`/tiep-cong-dan/luot/${visit.id}`}>{visit.registerLabel}</Link>
                  {visit.sealed && <div className="small muted">sổ riêng</div>}
                </td>
                <td data-label="Loại">{visit.typeTitle}</td>
                <td data-label="Nội dung">{visit.sealed ? 'Được bảo mật' : visit.summary}</td>
                <td data-label="Số người" className="num">
                  {visit.groupSize}
                </td>
                <td data-label="Kết quả">{visit.outcomeTitle ?? <Status tone="soon">Chưa ghi kết quả</Status>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
