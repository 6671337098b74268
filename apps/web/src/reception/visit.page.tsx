import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useUser } from '../sign-in/session.js';
import { day, instant } from '../ui/dates.js';
import { Loaded } from '../ui/feedback.js';
import { label, ROLE } from '../ui/labels.js';
import { PageHead } from '../ui/page.js';
import { Status } from '../ui/status.js';
import { LinkButton } from '../ui/link-button.js';
import { ActDrawer } from './act-drawer.js';
import { LimitsList } from './limits-list.js';
import { PapersDrawer } from './papers-drawer.js';
import { PapersList } from './papers-list.js';
import { useReceptionOptions, useVisit, type Visit } from './reception-queries.js';
import { actsOf, type VisitAct } from './visit-acts.js';
import './reception.css';

export function VisitPage() {
  const { id = '' } = useParams();
  const visit = useVisit(id);
  return <Loaded query={visit}>{(data) => <VisitView visit={data} />}</Loaded>;
}

interface Left {
  readonly warnings?: readonly Dto<'ReceptionWarning'>[];
}

function VisitView({ visit }: { visit: Visit }) {
  const { warnings = [] } = (useLocation().state as Left | null) ?? {};
  const user = useUser();
  const own = !user.roles.every((role) => role === 'inspector');
  return (
    <div className="reception">
      <PageHead
        title={`Lượt tiếp số ${visit.registerLabel}`}
        lead={
          <>
            {visit.typeTitle} · ngày {day(visit.visitedOn)} · người tiếp {visit.receptionistName} ·{' '}
            <Link to={`/tiep-cong-dan/buoi/${visit.sessionId}`}>buổi tiếp</Link>
          </>
        }
        actions={
          own && (
            <LinkButton primary to={`/tiep-cong-dan/buoi/${visit.sessionId}/luot-moi`}>
              Ghi lượt tiếp nữa
            </LinkButton>
          )
        }
      />
      {warnings.map(({ code, message, citation }) => (
        <Alert key={code} type="warning" showIcon title={message} description={citation} style={{ marginBottom: 10 }} />
      ))}
      <div className="two-columns">
        <div className="stack">
          <section className="panel" aria-labelledby="what-title">
            <h2 id="what-title">Nội dung</h2>
            {visit.sealed ? (
              <p>Được bảo mật: chỉ người có thẩm quyền giải quyết và người giữ thông tin xem được.</p>
            ) : (
              <p style={{ whiteSpace: 'pre-wrap' }}>{visit.summary}</p>
            )}
            <VisitFacts visit={visit} />
          </section>
          <section className="panel" aria-labelledby="who-title">
            <h2 id="who-title">Người đến ({visit.groupSize})</h2>
            {visit.people.length === 0 ? (
              <p className="muted">{visit.sealed ? 'Được giữ bí mật.' : 'Không ghi được tên.'}</p>
            ) : (
              <ul className="plain-list">
                {visit.people.map(({ fullName, address, personalId }, i) => (
                  <li key={i}>
                    {fullName ?? 'Không nêu tên'}
                    <div className="small muted">{[address, personalId].filter(Boolean).join(' · ')}</div>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <Receipts visit={visit} />
        </div>
        <div className="stack">
          {own && <Acts visit={visit} />}
          <section className="panel" aria-labelledby="limits-title">
            <h2 id="limits-title">Thời hạn</h2>
            <LimitsList limits={visit.deadlines} />
          </section>
          <section className="panel" aria-labelledby="papers-title">
            <h2 id="papers-title">Văn bản</h2>
            <PapersList papers={visit.papers} base={`/api/v1/reception/visits/${visit.id}`} />
          </section>
        </div>
      </div>
    </div>
  );
}

function VisitFacts({ visit }: { visit: Visit }) {
  const facts: [string, Exclude<React.ReactNode, Promise<unknown>>][] = [
    ['Kết quả', visit.outcomeTitle ?? <Status tone="soon">Chưa ghi kết quả</Status>],
    ['Đơn đã đăng ký', visit.petitionId && <PetitionLink id={visit.petitionId} />],
    ['Nơi hướng dẫn, chuyển đến', visit.sentTo],
    ['Số văn bản', visit.documentNumber],
    ['Căn cứ từ chối', visit.refusalCitation],
    ['Đã thông báo từ chối', visit.noticedOn && day(visit.noticedOn)],
    ['Đã trả lời', visit.repliedOn && day(visit.repliedOn)],
  ];
  return (
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
  );
}

/** The petition's number and file, for whom they are. */
function PetitionLink({ id }: { id: string }) {
  const petition = useQuery({
    queryKey: ['petition', id],
    queryFn: () => ok(api.GET('/api/v1/petitions/{id}', { params: { path: { id } } })),
    retry: false,
  });
  if (!petition.data) return <>{petition.error ? 'Được bảo mật' : 'Đang tải…'}</>;
  const { registerLabel, caseFileId } = petition.data;
  return caseFileId ? <Link to={`/ho-so/${caseFileId}`}>Số {registerLabel}</Link> : <>Số {registerLabel}</>;
}

function Receipts({ visit }: { visit: Visit }) {
  if (visit.receipts.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="receipts-title">
      <h2 id="receipts-title">Giấy biên nhận tài liệu (Mẫu 02/TCD)</h2>
      <ul className="plain-list">
        {visit.receipts.map(({ id, receivedAt, copies, items }) => (
          <li key={id}>
            <div className="row num">
              <span>
                {instant(receivedAt)}, lập {copies} bản
              </span>
              <a
                href={`/api/v1/reception/visits/${visit.id}/papers/ND154.02?format=pdf&receipt=${id}`}
                target="_blank"
                rel="noreferrer"
              >
                Xem, in PDF
              </a>
            </div>
            <div className="small muted">
              {items.length > 0
                ? items.map(({ name, pages }) => `${name} (${pages} trang)`).join('; ')
                : 'Danh mục được bảo mật'}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Acts({ visit }: { visit: Visit }) {
  const roles = new Set<string>(useUser().roles);
  const [open, setOpen] = useState<VisitAct | 'papers' | null>(null);
  const options = useReceptionOptions();
  const grounds = useQuery({
    queryKey: ['refusal-grounds', visit.visitedOn],
    queryFn: () => ok(api.GET('/api/v1/reception/refusal-grounds', { params: { query: { on: visit.visitedOn } } })),
    staleTime: 600_000,
  });
  return (
    <section className="panel" aria-labelledby="acts-title">
      <h2 id="acts-title">Việc có thể làm</h2>
      <Loaded query={options}>
        {(lists) => (
          <ul className="acts-list">
            {visit.outcome === null && visit.type !== 'other' && (
              <li>
                <Link className="act-link" to={`/tiep-cong-dan/luot/${visit.id}/dang-ky-don`}>
                  Tiếp nhận đơn, vào sổ tiếp nhận
                  <small>LTCD Đ.26</small>
                </Link>
              </li>
            )}
            {actsOf(visit, lists, grounds.data ?? []).map((act) => (
              <li key={act.code}>
                {!act.roles || act.roles.some((role) => roles.has(role)) ? (
                  <button type="button" onClick={() => setOpen(act)}>
                    {act.title}
                    <small>{act.basis}</small>
                  </button>
                ) : (
                  <p className="act-of-others">
                    {act.title}
                    <small>
                      {act.basis}. Thuộc việc của: {act.roles.map((role) => label(ROLE, role)).join(', ')}
                    </small>
                  </p>
                )}
              </li>
            ))}
            <li>
              <button type="button" onClick={() => setOpen('papers')}>
                Nhận giấy tờ, lập biên nhận 02/TCD
                <small>NĐ154 Đ.15 k2</small>
              </button>
            </li>
          </ul>
        )}
      </Loaded>
      {open === 'papers' && <PapersDrawer visit={visit} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'papers' && (
        <ActDrawer
          key={open.code}
          title={open.title}
          lead={`Căn cứ: ${open.basis}`}
          fields={open.fields}
          send={open.send}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
