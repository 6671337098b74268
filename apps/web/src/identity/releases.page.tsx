import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useHasRole, useUser } from '../sign-in/session.js';
import type { Tone } from '../ui/deadline-words.js';
import { instant } from '../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { Status } from '../ui/status.js';
import { purposeWords } from './purposes.js';
import { ReleaseForm } from './release-form.js';
import { useRefreshReleases, useReleases } from './releases-query.js';
import './identity.css';

type Release = Dto<'Release'>;
const STATE: Record<string, readonly [Tone, string]> = {
  pending: ['soon', 'Chờ người thứ hai quyết định'],
  approved: ['met', 'Đã chấp thuận'],
  refused: ['none', 'Không chấp thuận'],
};

/** Đề nghị khai thác thông tin người tố cáo: one person asks, another decides, and the answer has an end. */
export function ReleasesPage() {
  const releases = useReleases();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PageHead
        title="Đề nghị khai thác thông tin người tố cáo"
        lead="Cần hai người: người đề nghị và người được giao quản lý thông tin. Hết thời hạn thì không đọc được nữa."
        actions={
          !asking && (
            <Button type="primary" onClick={() => setAsking(true)}>
              Lập đề nghị
            </Button>
          )
        }
      />
      <div className="stack">
        {asking && <ReleaseForm onDone={() => setAsking(false)} />}
        <Loaded query={releases}>
          {({ items }) => {
            const pending = items.filter(({ state }) => state === 'pending');
            const decided = items.filter(({ state }) => state !== 'pending');
            return (
              <>
                <Requests title="Đang chờ" none="Không có đề nghị nào đang chờ." items={pending} />
                <Requests title="Đã quyết định" none="Chưa có đề nghị nào được quyết định." items={decided} />
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}

function Requests({ title, none, items }: { title: string; none: string; items: readonly Release[] }) {
  return (
    <section className="panel" aria-label={title}>
      <h2>
        {title} <span className="muted num">({items.length})</span>
      </h2>
      {items.length === 0 ? (
        <Empty>{none}</Empty>
      ) : (
        <ul className="plain-rows">
          {items.map((release) => (
            <Request key={release.id} release={release} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Request({ release }: { release: Release }) {
  const { fullName } = useUser();
  const custodian = useHasRole('identityCustodian');
  const overseer = useHasRole('identityCustodian', 'inspector');
  const own = release.requestedByName === fullName;
  const [tone, words] = STATE[release.state] ?? ['none', 'Khác'];
  return (
    <li>
      <div className="row">
        <strong className="num">Đơn số {release.registerLabel}</strong>
        <span>{release.agencyName}</span>
        <Status tone={tone}>{words}</Status>
        {overseer && !own && !release.found && <span className="mark amber">không có đơn bảo mật nào mang số này</span>}
      </div>
      <div className="small num muted">
        {release.requestedByName} đề nghị lúc {instant(release.requestedAt)} · {purposeWords(release.purpose)} · đọc
        trong {release.hours} giờ
      </div>
      <p className="release-reason">{release.reason}</p>
      {release.decidedByName && (
        <div className="small num muted">
          {release.decidedByName} quyết định lúc {instant(release.decidedAt)}
          {release.expiresAt && `; được đọc đến ${instant(release.expiresAt)}; đã đọc ${release.readings} lần`}
        </div>
      )}
      {release.state === 'pending' && custodian && !own && <Decision release={release} />}
      {release.state === 'pending' && custodian && own && (
        <p className="small">Người đề nghị không tự quyết định: chờ người quản lý thông tin thứ hai.</p>
      )}
      {release.state === 'approved' && own && <Link to="/thong-tin-bao-mat">Đọc thông tin</Link>}
    </li>
  );
}

function Decision({ release }: { release: Release }) {
  const refresh = useRefreshReleases();
  const decide = useMutation({
    mutationFn: (decision: 'approve' | 'refuse') => {
      const params = { path: { id: release.id } };
      return ok(
        decision === 'approve'
          ? api.POST('/api/v1/identity-releases/{id}/approve', { params })
          : api.POST('/api/v1/identity-releases/{id}/refuse', { params }),
      );
    },
    onSettled: refresh,
  });
  return (
    <div className="row" style={{ marginTop: 6 }}>
      <Popconfirm
        title={`Cho ${release.requestedByName} đọc thông tin người tố cáo trong ${release.hours} giờ?`}
        okText="Chấp thuận"
        cancelText="Xem lại"
        onConfirm={() => decide.mutate('approve')}
      >
        <Button type="primary" loading={decide.isPending} disabled={!release.found}>
          Chấp thuận
        </Button>
      </Popconfirm>
      <Popconfirm
        title="Không chấp thuận đề nghị này?"
        okText="Không chấp thuận"
        cancelText="Xem lại"
        onConfirm={() => decide.mutate('refuse')}
      >
        <Button loading={decide.isPending}>Không chấp thuận</Button>
      </Popconfirm>
      <ProblemAlert error={decide.error} />
    </div>
  );
}
