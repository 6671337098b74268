import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState, type FormEvent } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api, ok } from '../api/client.js';
import { toProblem, type Problem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { day, daysBetween } from '../ui/dates.js';
import { Logo } from '../ui/logo.js';
import { useTitle } from '../ui/page.js';
import './status.css';

/** Codes live in this page's memory only and are forgotten when it is left. */
const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } });

export function StatusPage() {
  return (
    <QueryClientProvider client={client}>
      <Status />
    </QueryClientProvider>
  );
}

function Status() {
  useTitle('Tra cứu đơn');
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
    <div className="public">
      <header>
        <Logo />
        <div>
          <strong>Nghe Dân</strong>
          <span>Tra cứu đơn khiếu nại, tố cáo, kiến nghị, phản ánh</span>
        </div>
      </header>
      <main id="noi-dung">
        <h1>Đơn của ông/bà đang ở đâu?</h1>
        <form onSubmit={submit}>
          <label htmlFor="code">Mã tra cứu trên giấy biên nhận</label>
          <Input
            id="code"
            size="large"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
          />
          <label htmlFor="secret">Mã bí mật, nếu biên nhận có ghi</label>
          <Input
            id="secret"
            size="large"
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
          />
          <Button type="primary" htmlType="submit" size="large" block loading={status.isFetching}>
            Xem tình trạng đơn
          </Button>
        </form>
        <div aria-live="polite">
          {problem && <NotFound problem={problem} />}
          {status.data && !problem && <Answer status={status.data} />}
        </div>
        <p className="help">
          Không thấy giấy biên nhận? Mang giấy tờ tùy thân đến nơi đã nộp đơn để được hỏi giúp. Trang này không hiện họ
          tên và nội dung đơn.
        </p>
      </main>
      <footer>
        <Link to="/dang-nhap">Dành cho cán bộ</Link>
      </footer>
    </div>
  );
}

function NotFound({ problem }: { problem: Problem }) {
  if (problem.status === 404)
    return (
      <div className="answer none" role="alert">
        <h2>Không tìm thấy đơn với mã này</h2>
        <p>Kiểm tra lại từng ký tự trên giấy biên nhận. Nếu biên nhận có mã bí mật thì phải nhập cả hai mã.</p>
      </div>
    );
  return (
    <div className="answer none" role="alert">
      <h2>{problem.title}</h2>
      {problem.detail && <p>{problem.detail}</p>}
    </div>
  );
}

function Answer({ status }: { status: Dto<'PublicStatus'> }) {
  const left = status.dueOn ? daysBetween(status.asOf, status.dueOn) : null;
  return (
    <div className="answer">
      <p className="label">Hiện nay</p>
      <h2>{status.stage}</h2>
      <dl>
        <dt>Cơ quan nhận đơn ngày</dt>
        <dd className="num">{day(status.receivedOn)}</dd>
        {status.dueOn && left !== null && (
          <>
            <dt>Hạn của bước này là hết ngày</dt>
            <dd className="num">
              {day(status.dueOn)}
              <span className="left">
                {left > 0 ? `còn ${left} ngày` : left === 0 ? 'là hôm nay' : `đã quá ${-left} ngày`}
              </span>
            </dd>
          </>
        )}
      </dl>
      {status.explanation && <p className="why">{status.explanation}</p>}
      {left !== null && left < 0 && (
        <p className="why">Bước này đang chậm so với thời hạn. Ông/bà có thể hỏi cơ quan đã nhận đơn.</p>
      )}
      <p className="muted num">Cập nhật ngày {day(status.asOf)}</p>
    </div>
  );
}
