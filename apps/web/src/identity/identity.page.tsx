import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useUser } from '../sign-in/session.js';
import { day, instant } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { label, PETITION_TYPE } from '../ui/labels.js';
import { PageHead } from '../ui/page.js';
import { IdentityReading } from './identity-reading.js';
import { purposeWords } from './purposes.js';
import { useRefreshReleases, useReleases } from './releases-query.js';
import './identity.css';

/** Thông tin người tố cáo (bảo mật): by standing right on one's own files, or by a release that stands. */
export function IdentityPage() {
  return (
    <>
      <PageHead
        title="Thông tin người tố cáo (bảo mật)"
        lead="Mỗi lần đọc là một dòng trong nhật ký hồ sơ. Thông tin chỉ hiện tạm trên màn hình, không lưu trong máy."
      />
      <div className="stack">
        <Released />
        <Standing />
      </div>
    </>
  );
}

function Released() {
  const releases = useReleases();
  const refresh = useRefreshReleases();
  const { fullName } = useUser();
  return (
    <section className="panel" aria-labelledby="released-title">
      <h2 id="released-title">Theo đề nghị đã được chấp thuận</h2>
      <Loaded query={releases}>
        {({ items }) => {
          const open = items.filter((one) => one.state === 'approved' && one.requestedByName === fullName);
          if (open.length === 0)
            return (
              <Empty action={<Link to="/de-nghi-khai-thac">Lập đề nghị khai thác thông tin</Link>}>
                Bạn không có đề nghị nào đang được phép đọc.
              </Empty>
            );
          return open.map((one) => (
            <article key={one.id} className="stack" style={{ padding: '8px 0' }}>
              <div>
                <strong className="num">Đơn số {one.registerLabel}</strong>, {one.agencyName}
                <div className="muted small num">
                  {purposeWords(one.purpose)} · được đọc đến {instant(one.expiresAt)} · đã đọc {one.readings} lần
                </div>
              </div>
              <div>
                <IdentityReading source={{ releaseId: one.id }} onRead={() => void refresh()} />
              </div>
            </article>
          ));
        }}
      </Loaded>
    </section>
  );
}

/** Files of denunciations that this person sees: those the law lets work with the denouncer. */
function Standing() {
  const files = useQuery({
    queryKey: ['sealed-files'],
    queryFn: () =>
      ok(api.GET('/api/v1/case-files', { params: { query: { type: 'denunciation', state: 'open', limit: 50 } } })),
  });
  return (
    <section className="panel" aria-labelledby="standing-title">
      <h2 id="standing-title">Hồ sơ tố cáo bạn được xem</h2>
      <p className="muted small">
        Người giải quyết, người được phân công và người được giao quản lý thông tin, có tên trong hồ sơ, đọc được ngay
        sau khi nêu mục đích (NĐ 31 Đ.11 k1; LTC Đ.11 k2d).
      </p>
      <Loaded query={files}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Không có hồ sơ tố cáo nào mang tên bạn.</Empty>
          ) : (
            <ul className="plain-rows">
              {items.map((file) => (
                <SealedFile key={file.id} file={file} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function SealedFile({ file }: { file: Dto<'CaseFileListItem'> }) {
  return (
    <li>
      <div className="row" style={{ justifyContent: 'space-between' }}>
        <div>
          <Link className="strong num" to={`/ho-so/${file.id}`}>
            Đơn số {file.registerLabel}
          </Link>
          <div className="muted small num">
            {label(PETITION_TYPE, file.petitionType)} · {file.procedureTitle} · {file.stageTitle.toLowerCase()} · nhận{' '}
            {day(file.receivedOn)}
          </div>
        </div>
        <IdentityReading source={{ caseFileId: file.id }} />
      </div>
    </li>
  );
}
