import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api, ok } from '../../api/client.js';
import { toProblem } from '../../api/problem.js';
import type { Dto } from '../../api/types.js';
import { useUser } from '../../sign-in/session.js';
import { day, instant, weekday } from '../../ui/dates.js';
import { Loaded, ProblemAlert } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { count } from '../../ui/text.js';
import { PreviewRows } from './preview-rows.js';
import { KIND, mayPublish } from './words.js';

export function PreviewPage() {
  const { id = '' } = useParams();
  const preview = useQuery({
    queryKey: ['calendar-preview', id],
    queryFn: () => ok(api.GET('/api/v1/calendar/previews/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <PageHead
        title="Xem trước thay đổi lịch"
        lead="Chưa có gì thay đổi. Mọi thời hạn đang chạy đã được tính thử theo lịch mới; thời hạn đã thực hiện xong không dời."
      />
      <Loaded query={preview}>
        {(data) => (
          <div className="stack">
            <Change entries={data.entries} announcesYear={data.announcesYear} />
            <Counts preview={data} />
            <Publish preview={data} />
            <PreviewRows preview={data} />
          </div>
        )}
      </Loaded>
    </>
  );
}

/** The days of a change, each with its paper. */
export function Change({
  entries,
  announcesYear,
}: {
  entries: readonly Dto<'PublishedDay'>[];
  announcesYear: number | null;
}) {
  return (
    <section className="panel" aria-labelledby="change-title">
      <h2 id="change-title">Thay đổi</h2>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {entries.map((one) => (
          <li key={one.date}>
            <span className="num strong">
              {weekday(one.date)} {day(one.date)}
            </span>
            : {(KIND[one.kind] ?? '').toLowerCase()}, {one.name} <span className="muted">({one.basis})</span>
            {!one.confirmed && <span className="mark amber"> chưa xác nhận</span>}
          </li>
        ))}
        {announcesYear && <li>Lịch nghỉ cả năm {announcesYear} đã đủ</li>}
      </ul>
    </section>
  );
}

function Counts({ preview }: { preview: Dto<'Preview'> }) {
  const { counts, byAgency, scanned } = preview;
  return (
    <section className="panel" aria-labelledby="counts-title">
      <h2 id="counts-title">Ảnh hưởng</h2>
      <div className="cards">
        <Link className="card" to="?">
          <div className="figure">{count(counts.moved)}</div>
          <div className="caption">thời hạn dời ngày, trong {count(scanned)} thời hạn đang chạy</div>
        </Link>
        <Link className={`card ${counts.late ? 'red' : ''}`} to="?becomes=late">
          <div className="figure">{count(counts.late)}</div>
          <div className="caption">thành quá hạn</div>
        </Link>
        <Link className="card" to="?becomes=timely">
          <div className="figure">{count(counts.timely)}</div>
          <div className="caption">hết quá hạn</div>
        </Link>
      </div>
      {byAgency.length > 0 && (
        <table className="data" style={{ marginTop: 12 }}>
          <thead>
            <tr>
              <th>Cơ quan</th>
              <th className="r">Dời ngày</th>
              <th className="r">Thành quá hạn</th>
              <th className="r">Hết quá hạn</th>
            </tr>
          </thead>
          <tbody>
            {byAgency.map((one) => (
              <tr key={one.agencyCode}>
                <td>{one.agencyName}</td>
                <td className="r num">
                  <Link to={`?agency=${one.agencyCode}`}>{count(one.moved)}</Link>
                </td>
                <td className="r num">
                  <Link to={`?agency=${one.agencyCode}&becomes=late`}>{count(one.late)}</Link>
                </td>
                <td className="r num">
                  <Link to={`?agency=${one.agencyCode}&becomes=timely`}>{count(one.timely)}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="muted small" style={{ margin: '10px 0 0' }}>
        Tính lúc {instant(preview.createdAt)}, do {preview.createdBy}. Chỉ kể hồ sơ bạn được xem.
      </p>
    </section>
  );
}

function Publish({ preview }: { preview: Dto<'Preview'> }) {
  const user = useUser();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const publish = useMutation({
    mutationFn: (acceptDiffering: number | undefined) =>
      ok(
        api.POST('/api/v1/calendar/publications', {
          body: {
            previewId: preview.id,
            reason: reason.trim(),
            ...(acceptDiffering === undefined ? {} : { acceptDiffering }),
          },
        }),
      ),
    onSuccess: ({ id }) => navigate(`/lich-lam-viec/cong-bo/${id}`),
  });
  if (preview.publicationId)
    return (
      <Alert
        type="info"
        showIcon
        title="Thay đổi này đã công bố"
        description={<Link to={`/lich-lam-viec/cong-bo/${preview.publicationId}`}>Xem kết quả tính lại</Link>}
      />
    );
  if (!mayPublish(user.roles)) return null;
  const differing = differingIn(publish.error);
  return (
    <section className="panel" aria-labelledby="publish-title">
      <h2 id="publish-title">Công bố</h2>
      <label htmlFor="publish-reason">Lý do công bố, ghi vào nhật ký của từng hồ sơ dời hạn</label>
      <Input.TextArea
        id="publish-reason"
        value={reason}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 5 }}
        onChange={(event) => setReason(event.target.value)}
      />
      {publish.error && (
        <div style={{ marginTop: 10 }}>
          {differing === null ? (
            <ProblemAlert error={publish.error} />
          ) : (
            <Alert
              type="warning"
              showIcon
              role="alert"
              title="Hồ sơ đã khác so với lúc xem trước"
              description={`Nay có thêm ${count(differing)} thời hạn dời ngày mà bản xem trước này chưa nêu. Có thể xem trước lại, hoặc công bố và chấp nhận các thời hạn đó.`}
              action={
                <Button onClick={() => publish.mutate(differing)} loading={publish.isPending}>
                  Chấp nhận và công bố
                </Button>
              }
            />
          )}
        </div>
      )}
      <div className="row" style={{ marginTop: 10 }}>
        <Button
          type="primary"
          disabled={reason.trim().length < 5}
          loading={publish.isPending}
          onClick={() => publish.mutate(undefined)}
        >
          Công bố và tính lại thời hạn
        </Button>
        <Link to="/lich-lam-viec/de-xuat">Soạn lại đề xuất</Link>
      </div>
    </section>
  );
}

function differingIn(error: unknown): number | null {
  if (!error) return null;
  const { code, body } = toProblem(error);
  return code === 'CALENDAR.WORLD_MOVED' && typeof body['differing'] === 'number' ? body['differing'] : null;
}
