import { useMutation } from '@tanstack/react-query';
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
        <SignInForm />
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
