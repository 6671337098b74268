import { Link } from 'react-router';
import { PageHead } from '../../ui/page.js';
import { useUser } from '../session.js';
import { FactorPanel } from './factor-panel.js';
import { OwnSessions } from './own-sessions.js';

/** How I come in, where I am signed in, and how to end what is not me. */
export function SecurityPage() {
  const user = useUser();
  return (
    <>
      <PageHead
        title="Bảo mật tài khoản"
        lead={`Tài khoản ${user.username}: mật khẩu, mã xác thực và các phiên đăng nhập của chính bạn.`}
        actions={<Link to="/doi-mat-khau">Đổi mật khẩu</Link>}
      />
      <div className="security-grid">
        <OwnSessions idleMinutes={user.idleMinutes} />
        <FactorPanel />
      </div>
    </>
  );
}
