import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { Logo } from '../ui/logo.js';
import { useTitle } from '../ui/page.js';
import { useSession, useUser } from './session.js';
import './sign-in.css';

/** What an account must do before it is let in: one thing, why, and the way out. */
export function BeforeWork({
  title,
  why,
  how,
  children,
}: {
  title: string;
  why: string;
  how: string;
  children: ReactNode;
}) {
  useTitle(title);
  const { signOut } = useSession();
  const user = useUser();
  return (
    <main className="sign-in" id="noi-dung">
      <section className="sign-in-card" aria-labelledby="before-work">
        <div className="sign-in-brand">
          <Logo />
          <div>
            <h1 id="before-work">{title}</h1>
            <p>
              {user.fullName} · {user.agency.name}
            </p>
          </div>
        </div>
        <Alert type="info" role="note" showIcon title={why} description={how} style={{ marginBottom: 14 }} />
        {children}
        <p className="sign-in-foot">
          <Button type="link" onClick={signOut}>
            Đăng xuất
          </Button>
        </p>
      </section>
    </main>
  );
}
