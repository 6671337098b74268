import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import '../inspection/inspection.css';
import { day, instant } from '../ui/dates.js';
import { Loaded, ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import { Differences } from './differences.js';
import { FrozenTable } from './frozen-table.js';
import './issued.css';
import { ReportState } from './report-state.js';

type Detail = Dto<'IssuedReportDetail'>;

const FILES = [
  ['xlsx', 'Tải Excel'],
  ['pdf', 'Tải PDF'],
  ['csv', 'Tải CSV'],
  ['json', 'Tải bản chốt (JSON)'],
  ['zip', 'Tải ZIP kèm danh sách'],
] as const;

/** One frozen report: its figures, its files, what it replaced, and the same figures counted again. */
export function ReportPage() {
  const { id = '' } = useParams();
  const found = useQuery({
    queryKey: ['issued-report', id],
    queryFn: () => ok(api.GET('/api/v1/issued-reports/{id}', { params: { path: { id } } })),
  });
  const data = found.data;
  return (
    <>
      <PageHead
        title={data ? `${data.formCode}: ${data.title}` : 'Báo cáo'}
        lead={data && `${data.agencyName}. Kỳ ${day(data.from)} – ${day(data.to)}.`}
      />
      <Loaded query={found}>{(report) => <Report report={report} />}</Loaded>
    </>
  );
}

function Report({ report }: { report: Detail }) {
  return (
    <div className="stack">
      <section className="panel" aria-label="Bản này">
        <Facts report={report} />
        <div className="row downloads">
          {report.lines.some(({ broken }) => broken.length > 0)
            ? null
            : FILES.map(([format, label]) => (
                <a
                  key={format}
                  className="link-button"
                  href={`/api/v1/issued-reports/${report.id}/file?format=${format}`}
                  download
                >
                  {label}
                </a>
              ))}
        </div>
      </section>
      {report.state === 'draft' && <Issue report={report} />}
      <section className="panel" aria-label={`Biểu ${report.formCode}`}>
        <h2>
          {report.formCode}. {report.formTitle}
        </h2>
        <FrozenTable report={report} marked={report.differences} />
        <p className="small muted">
          Bấm một con số để xem danh sách đã chốt của nó. Dấu —: chưa có dữ liệu hoặc người lập không được xem.
        </p>
        {report.notices.map((notice) => (
          <p key={notice} className="small muted">
            {notice}
          </p>
        ))}
      </section>
      {report.differences.length > 0 && (
        <section className="panel" aria-label="Khác bản trước">
          <h2>Khác bản {report.state === 'draft' ? 'đang có hiệu lực' : 'bị thay'}</h2>
          <Differences differences={report.differences} was="Bản trước" now="Bản này" />
        </section>
      )}
      <Recompute report={report} />
      {report.revisions.length > 0 && <Revisions report={report} />}
    </div>
  );
}

function Facts({ report }: { report: Detail }) {
  return (
    <dl className="facts figure-facts">
      <dt>Tình trạng</dt>
      <dd>
        <ReportState report={report} />
        {report.replacedBy && (
          <>
            {' '}
            <Link to={`/bao-cao-phat-hanh/${report.replacedBy}`}>Xem bản điều chỉnh</Link>
          </>
        )}
      </dd>
      <dt>Số liệu biết đến</dt>
      <dd>{instant(report.knownAt)}</dd>
      <dt>Người lập</dt>
      <dd>
        {report.madeForName}, {instant(report.madeAt)}
      </dd>
      {report.issuedAt && (
        <>
          <dt>Phát hành</dt>
          <dd>
            {report.issuedByName}, {instant(report.issuedAt)}
          </dd>
        </>
      )}
      {report.reason && (
        <>
          <dt>Lý do điều chỉnh</dt>
          <dd>{report.reason}</dd>
        </>
      )}
      <dt>Mã băm SHA-256</dt>
      <dd>
        <code>{report.hash}</code>
      </dd>
      {report.formHash && (
        <>
          <dt>Định nghĩa biểu</dt>
          <dd>
            {report.formId}, {report.circular}; SHA-256 <code>{report.formHash}</code>
          </dd>
        </>
      )}
    </dl>
  );
}

function Issue({ report }: { report: Detail }) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const issue = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/v1/issued-reports/{id}/issue', {
          params: { path: { id: report.id } },
          body: report.adjusts ? { reason } : {},
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['issued-reports'] });
      await client.invalidateQueries({ queryKey: ['issued-report'] });
    },
  });
  return (
    <section className="panel" aria-labelledby="issue-title">
      <h2 id="issue-title">{report.adjusts ? 'Phát hành bản điều chỉnh' : 'Phát hành'}</h2>
      {report.whyNot && <Alert type="info" showIcon title={report.whyNot} />}
      {report.issuable && (
        <div className="stack">
          {report.adjusts && (
            <div>
              <p>Bản này thay {report.adjusts}; bản cũ vẫn còn nguyên và ghi rõ đã được thay.</p>
              <label htmlFor="issue-reason">Lý do điều chỉnh</label>
              <Input.TextArea
                id="issue-reason"
                value={reason}
                maxLength={1000}
                rows={2}
                onChange={(event) => setReason(event.target.value)}
              />
            </div>
          )}
          <ProblemAlert error={issue.error} />
          <div>
            <Button
              type="primary"
              loading={issue.isPending}
              disabled={report.adjusts !== null && reason.trim().length < 3}
              onClick={() => issue.mutate()}
            >
              {report.adjusts ? 'Phát hành bản điều chỉnh' : 'Phát hành'}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

function Recompute({ report: { id, hash } }: { report: Detail }) {
  const again = useQuery({
    queryKey: ['recomputed', id],
    queryFn: () => ok(api.GET('/api/v1/issued-reports/{id}/recomputed', { params: { path: { id } } })),
    enabled: false,
    gcTime: 0,
  });
  return (
    <section className="panel" aria-labelledby="recompute-title">
      <h2 id="recompute-title">Tính lại</h2>
      <p className="small muted">
        Đếm lại từ sổ sách như đã biết khi chốt, với đúng định nghĩa, cơ quan và phạm vi xem của bản này, rồi so từng ô.
      </p>
      <Button onClick={() => void again.refetch()} loading={again.isFetching}>
        Tính lại
      </Button>
      <div aria-live="polite" className="recomputed">
        <ProblemAlert error={again.error} />
        {again.data && <Outcome outcome={again.data} hash={hash} />}
      </div>
    </section>
  );
}

function Outcome({ outcome, hash }: { outcome: Dto<'Recomputed'>; hash: string }) {
  if (!outcome.intact)
    return <Alert type="error" showIcon title="Bản lưu đã bị đổi: mã băm không khớp nội dung. Hãy báo thanh tra." />;
  if (outcome.equal)
    return (
      <Alert
        type="success"
        showIcon
        title={`Bằng nhau: cả ${count(outcome.cells)} ô và danh sách của từng ô. ${outcome.hash === hash ? 'Tính lại ra đúng mã băm này.' : 'Mã băm khớp.'}`}
      />
    );
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={`${count(outcome.differences.length)} trong ${count(outcome.cells)} ô khác bản chốt${outcome.outOfSight > 0 ? `; ${count(outcome.outOfSight)} dòng được bảo vệ nay bạn không được xem` : ''}`}
      />
      <Differences differences={outcome.differences} was="Bản chốt" now="Tính lại" />
    </>
  );
}

function Revisions({ report }: { report: Detail }) {
  return (
    <section className="panel" aria-labelledby="revisions-title">
      <h2 id="revisions-title">Các bản đã phát hành của kỳ này</h2>
      <ul className="plain-list">
        {report.revisions.map((one) => (
          <li key={one.id}>
            {one.id === report.id ? (
              <strong>{one.title}</strong>
            ) : (
              <Link to={`/bao-cao-phat-hanh/${one.id}`}>{one.title}</Link>
            )}{' '}
            <ReportState report={one} /> <span className="muted small">{one.issuedAt && instant(one.issuedAt)}</span>
            {one.reason && <div className="small">Lý do: {one.reason}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
