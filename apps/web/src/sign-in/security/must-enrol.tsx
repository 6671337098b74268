import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Logo } from '../../ui/logo.js';
import { useTitle } from '../../ui/page.js';
import { useSession, useUser } from '../session.js';
import '../sign-in.css';
import { EnrolFactor } from './enrol-factor.js';

/** Before anything else for an account that must have a second factor and has none. */
export function MustEnrolFactor() {
  useTitle('Đăng ký mã xác thực');
  const client = useQueryClient();
  const { signOut } = useSession();
  const user = useUser();
  return (
    <main className="sign-in" id="noi-dung">
      <section className="sign-in-card" aria-labelledby="enrol-title">
        <div className="sign-in-brand">
          <Logo />
          <div>
            <h1 id="enrol-title">Đăng ký mã xác thực</h1>
            <p>
              {user.fullName} · {user.agency.name}
            </p>
          </div>
        </div>
        <Alert
          type="info"
          showIcon
          title="Tài khoản này phải có mã xác thực thứ hai"
          description="Làm một lần, mất khoảng một phút; cần điện thoại có ứng dụng xác thực."
          style={{ marginBottom: 14 }}
        />
        <EnrolFactor onDone={() => void client.invalidateQueries()} />
        <p className="sign-in-foot">
          <Button type="link" onClick={signOut}>
            Đăng xuất
          </Button>
        </p>
      </section>
    </main>
  );
}
