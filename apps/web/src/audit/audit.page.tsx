import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { instant } from '../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';

export function AuditPage() {
  const head = useQuery({ queryKey: ['audit', 'head'], queryFn: () => ok(api.GET('/api/v1/audit/head')) });
  const verify = useMutation({ mutationFn: () => ok(api.GET('/api/v1/audit/verify')) });
  return (
    <>
      <PageHead
        title="Toàn vẹn nhật ký"
        lead="Mỗi bước của mỗi hồ sơ nối vào bước trước bằng mã băm; toàn bộ nhật ký nằm trong một cây được ký mỗi ngày."
      />
      <div className="stack" style={{ maxWidth: 860 }}>
        <section className="panel" aria-labelledby="verify-title">
          <h2 id="verify-title">Kiểm tra ngay</h2>
          <p>Tính lại mọi mã băm từ dữ liệu đang lưu và so với cây đã ký.</p>
          <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
            Kiểm tra toàn bộ nhật ký
          </Button>
          <div aria-live="polite" style={{ marginTop: 12 }}>
            {verify.error && <ProblemAlert error={verify.error} />}
            {verify.data && <Result result={verify.data} />}
          </div>
        </section>
        <section className="panel" aria-labelledby="head-title">
          <h2 id="head-title">Gốc cây đã ký gần nhất</h2>
          {head.error && toProblem(head.error).status === 404 ? (
            <Empty>{toProblem(head.error).detail ?? toProblem(head.error).title}</Empty>
          ) : (
            <Loaded query={head}>
              {(data) => (
                <>
                  <dl className="facts">
                    <dt>Số sự kiện đã niêm phong</dt>
                    <dd className="num">{count(data.treeSize)}</dd>
                    <dt>Chưa niêm phong</dt>
                    <dd className="num">{count(data.unsealed)}</dd>
                    <dt>Ký lúc</dt>
                    <dd className="num">{instant(data.signedAt)}</dd>
                    <dt>Gốc cây</dt>
                    <dd>
                      <code>{data.rootHash}</code>
                    </dd>
                    <dt>Khóa ký</dt>
                    <dd>
                      <code>{data.keyId}</code>
                    </dd>
                    <dt>Khóa công khai</dt>
                    <dd>
                      <code>{data.publicKey}</code>
                    </dd>
                    <dt>Chữ ký</dt>
                    <dd>
                      <code>{data.signature}</code>
                    </dd>
                  </dl>
                  <p className="muted small" style={{ margin: '12px 0 0' }}>
                    Ai giữ cả khóa ký lẫn cơ sở dữ liệu vẫn có thể ký lại từ đầu. Vì vậy hãy in hoặc gửi gốc cây này cho
                    một cơ quan khác giữ; khi cần, đem so với gốc đang hiện ở đây.
                  </p>
                  <Button onClick={() => window.print()} className="no-print" style={{ marginTop: 10 }}>
                    In trang này
                  </Button>
                </>
              )}
            </Loaded>
          )}
        </section>
      </div>
    </>
  );
}

function Result({ result }: { result: Dto<'AuditVerify'> }) {
  const checked = `Đã kiểm ${count(result.cases)} hồ sơ, ${count(result.events)} sự kiện; ${count(result.unsealed)} sự kiện mới chưa niêm phong.`;
  if (result.ok) return <Alert type="success" showIcon title="Nhật ký nguyên vẹn" description={checked} />;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={`Phát hiện ${count(result.faults.length)} sai lệch`}
      description={
        <>
          <p>{checked}</p>
          <ul style={{ margin: 0, paddingLeft: 18 }}>
            {result.faults.map((fault, i) => (
              <li key={i}>
                {fault.message}{' '}
                {fault.caseFileId && <Link to={`/ho-so/${fault.caseFileId}?muc=dien-bien`}>Mở hồ sơ</Link>}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
