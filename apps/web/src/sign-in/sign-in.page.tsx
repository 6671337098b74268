import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link, Navigate, useLocation } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { homeFor } from '../layout/navigation.js';
import { ProblemAlert } from '../ui/feedback.js';
import { Logo } from '../ui/logo.js';
import { useTitle } from '../ui/page.js';
import { shortAgency } from '../ui/text.js';
import { useSession } from './session.js';
import { SignInForm } from './sign-in-form.js';
import './sign-in.css';

/** The accounts of the guide come first; the rest people the demo's other agencies. */
const NAMED = 9;

export function SignInPage() {
  useTitle('Đăng nhập');
  const { user, info, signedIn } = useSession();
  const location = useLocation();
  const failure = wordsOf(new URLSearchParams(location.search).get('loi'));
  const demo = useMutation({
    mutationFn: (username: string) =>
      ok(api.POST('/api/v1/auth/login', { body: { username, password: info.demoPassword ?? '' } })),
    meta: { signIn: true },
    onSuccess: (answer) => signedIn(answer.user),
  });
  if (user) {
    const from = (location.state as { from?: string } | null)?.from;
    return <Navigate to={from ?? homeFor(user.roles)} replace />;
  }
  const named = info.demoAccounts.slice(0, NAMED);
  const others = info.demoAccounts.slice(NAMED);
  return (
    <main className="sign-in" id="noi-dung">
      <section className="sign-in-card" aria-labelledby="sign-in-title">
        <div className="sign-in-brand">
          <Logo />
          <div>
            <h1 id="sign-in-title">Nghe Dân</h1>
            <p>Nghe dân nói, nói dân hiểu, làm dân tin</p>
          </div>
        </div>
        {failure && <Alert type="error" showIcon title={failure} style={{ marginBottom: 14 }} />}
        <SignInForm />
        {info.outsideLabel && (
          <Button block size="large" href="/api/v1/auth/oidc/start" style={{ marginTop: 10 }}>
            Đăng nhập bằng {info.outsideLabel}
          </Button>
        )}
        <p className="sign-in-foot">
          Người dân tra cứu đơn đã nộp, không cần tài khoản: <Link to="/tra-cuu">Tra cứu đơn</Link>
        </p>
      </section>
      {info.demoAccounts.length > 0 && (
        <section className="sign-in-demo" aria-labelledby="demo-title">
          <h2 id="demo-title">Tài khoản dùng thử</h2>
          <p className="muted">
            Bấm một thẻ để vào ngay. Mật khẩu chung: <code>{info.demoPassword}</code>. Dữ liệu trong bản dùng thử là hư
            cấu.
          </p>
          {demo.error && <ProblemAlert error={demo.error} />}
          <Accounts accounts={named} onPick={demo.mutate} busy={demo.isPending} />
          {others.length > 0 && (
            <details>
              <summary>Thêm {others.length} tài khoản, cả của các xã, phường khác</summary>
              <Accounts accounts={others} onPick={demo.mutate} busy={demo.isPending} />
            </details>
          )}
        </section>
      )}
    </main>
  );
}

/** Why the way through the provider ended here; the code stands in the address. */
const FAILURES: Readonly<Record<string, string>> = {
  'AUTH.NOT_LINKED':
    'Nhà cung cấp đã xác nhận bạn là ai, nhưng chưa tài khoản nào ở đây được gắn với bạn. Hãy nhờ quản trị của cơ quan.',
  'AUTH.PROVIDER_STATE':
    'Lượt đăng nhập đã dùng, đã quá mười phút hoặc không bắt đầu từ trình duyệt này. Hãy đăng nhập lại.',
  'AUTH.PROVIDER_WEAK':
    'Tài khoản này cần xác thực hai yếu tố mà nhà cung cấp không cho biết đã làm. Hãy dùng mật khẩu và mã xác thực.',
  'AUTH.PROVIDER_AWAY': 'Nhà cung cấp đăng nhập không trả lời. Hãy thử lại sau ít phút, hoặc dùng mật khẩu.',
  'AUTH.LOCKED': 'Tài khoản đang tạm khóa vì nhập sai nhiều lần. Hãy đợi ít phút hoặc nhờ quản trị mở khóa.',
};
const wordsOf = (code: string | null): string | null =>
  code === null ? null : (FAILURES[code] ?? 'Nhà cung cấp đăng nhập không xác nhận lượt này. Hãy đăng nhập lại.');

interface AccountsProps {
  readonly accounts: readonly Dto<'DemoAccount'>[];
  readonly onPick: (username: string) => void;
  readonly busy: boolean;
}

function Accounts({ accounts, onPick, busy }: AccountsProps) {
  return (
    <ul>
      {accounts.map((account) => (
        <li key={account.username}>
          <button type="button" onClick={() => onPick(account.username)} disabled={busy}>
            <span className="strong">{account.title}</span>
            <span>
              {account.fullName} · <code>{account.username}</code>
            </span>
            <span className="muted small">{shortAgency(account.agencyName)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
