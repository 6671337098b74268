import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import { toProblem, type Problem } from '../api/problem.js';
import { PublicFrame, Refused } from './public-frame.js';
import { StatusAnswer } from './status-answer.js';

export function StatusPage() {
  return (
    <PublicFrame title="Đơn của ông/bà đang ở đâu?">
      <Status />
    </PublicFrame>
  );
}

function Status() {
  const { code: fromPath = '' } = useParams();
  const navigate = useNavigate();
  const [code, setCode] = useState(fromPath);
  const [secret, setSecret] = useState('');
  const [asked, setAsked] = useState({ code: fromPath, secret: '' });
  useEffect(() => {
    setCode(fromPath);
    setAsked((now) => (now.code === fromPath ? now : { code: fromPath, secret: '' }));
  }, [fromPath]);
  const status = useQuery({
    queryKey: ['public-status', asked.code, asked.secret],
    enabled: asked.code !== '',
    queryFn: () =>
      ok(
        api.GET('/api/v1/public/status/{lookupCode}', {
          params: { path: { lookupCode: asked.code }, header: asked.secret ? { 'X-Lookup-Secret': asked.secret } : {} },
        }),
      ),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const clean = code.trim();
    if (!clean) return;
    setAsked({ code: clean, secret: secret.trim() });
    if (clean === asked.code && secret.trim() === asked.secret) void status.refetch();
    void navigate(`/tra-cuu/${encodeURIComponent(clean)}`, { replace: true });
  };
  const problem = status.error ? toProblem(status.error) : null;
  return (
    <>
      <form onSubmit={submit} className="no-print">
        <CodeField id="code" label="Mã tra cứu trên giấy biên nhận" value={code} onChange={setCode} />
        <CodeField id="secret" label="Mã bí mật, nếu biên nhận có ghi" value={secret} onChange={setSecret} />
        <button type="submit" className="big" disabled={status.isFetching}>
          {status.isFetching ? 'Đang tìm…' : 'Xem tình trạng đơn'}
        </button>
      </form>
      <div aria-live="polite">
        {problem && <NotFound problem={problem} />}
        {status.data && !problem && (
          <StatusAnswer code={asked.code} status={status.data} onRated={() => void status.refetch()} />
        )}
      </div>
      <p className="hint no-print" style={{ marginTop: 26 }}>
        Không thấy giấy biên nhận? Mang giấy tờ tùy thân đến nơi đã nộp đơn để được hỏi giúp. Trang này không hiện họ
        tên và nội dung đơn.
      </p>
    </>
  );
}

function CodeField(props: { id: string; label: string; value: string; onChange: (value: string) => void }) {
  return (
    <>
      <label htmlFor={props.id}>{props.label}</label>
      <input
        id={props.id}
        type="text"
        className="code-input"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
      />
    </>
  );
}

function NotFound({ problem }: { problem: Problem }) {
  if (problem.status === 404)
    return (
      <Refused title="Không tìm thấy đơn với mã này">
        <p>Kiểm tra lại từng ký tự trên giấy biên nhận. Nếu biên nhận có mã bí mật thì phải nhập cả hai mã.</p>
      </Refused>
    );
  return <Refused title={problem.title}>{problem.detail && <p>{problem.detail}</p>}</Refused>;
}
