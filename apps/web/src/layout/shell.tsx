import { Button, Drawer, Modal } from 'antd';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Link, Navigate, NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { hasDraft } from '../counter/draft-store.js';
import { ConnectionBar } from '../offline/connection-bar.js';
import { useOutbox, useOutboxSending } from '../offline/use-outbox.js';
import { useLive } from '../live/use-live.js';
import { useSession, type User } from '../sign-in/session.js';
import { SignInForm } from '../sign-in/sign-in-form.js';
import { day, weekday } from '../ui/dates.js';
import { Loading, PageGuard } from '../ui/feedback.js';
import { Icons } from '../ui/icons.js';
import { Logo } from '../ui/logo.js';
import { setDisplay, useDisplay } from '../display/display.js';
import { QuickFind } from '../find/quick-find.js';
import { HelpButton } from '../help/help-drawer.js';
import { RoleTour } from '../help/tour.js';
import { Bell } from './bell.js';
import { homeFor, sectionsFor } from './navigation.js';

export function Shell() {
  const { user, info, lost } = useSession();
  const location = useLocation();
  const [menuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const previous = useRef(location.pathname);
  useShortcuts(user);
  useLive(user?.id);
  useOutboxSending(user?.id, lost);
  useEffect(() => {
    setMenuOpen(false);
    // A new page is announced from its top; typing inside one page never loses the focus.
    if (previous.current !== location.pathname) {
      previous.current = location.pathname;
      window.scrollTo(0, 0);
      if (!document.activeElement?.closest('main')) main.current?.focus({ preventScroll: true });
    }
  }, [location.pathname]);

  if (!user) return <Navigate to="/dang-nhap" replace state={{ from: `${location.pathname}${location.search}` }} />;
  return (
    <>
      <a className="skip-link" href="#noi-dung">
        Đến nội dung chính
      </a>
      <div className="shell">
        <header className="topbar">
          <Button
            className="menu-button"
            type="text"
            icon={Icons.menu}
            aria-label="Mở danh mục"
            onClick={() => setMenuOpen(true)}
          />
          <Link className="brand" to={homeFor(user.roles)}>
            <Logo />
            Nghe Dân
          </Link>
          <span className="where grow">{user.agency.name}</span>
          <span className="grow" />
          <span className="today num">
            <span className="full">{weekday(info.today)}, </span>
            {day(info.today)}
          </span>
          <QuickFind />
          <Bell />
          <HelpButton />
          <ContrastButton />
          <UserMenu user={user} />
        </header>
        <nav className="sidenav" aria-label="Chức năng">
          <NavList user={user} demo={info.movableClock} />
        </nav>
        <main className="main" id="noi-dung" tabIndex={-1} ref={main}>
          <ConnectionBar userId={user.id} />
          <PageGuard key={location.pathname}>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </PageGuard>
        </main>
      </div>
      <RoleTour />
      <Drawer title="Danh mục" placement="left" size={270} open={menuOpen} onClose={() => setMenuOpen(false)}>
        <nav
          className="sidenav"
          aria-label="Chức năng"
          style={{ display: 'block', position: 'static', border: 0, height: 'auto', padding: 0 }}
        >
          <NavList user={user} demo={info.movableClock} />
        </nav>
      </Drawer>
      <Modal
        open={lost}
        closable={false}
        footer={null}
        title="Phiên làm việc đã hết hạn"
        width={400}
        mask={{ closable: false }}
        keyboard={false}
        destroyOnHidden
      >
        <p className="muted">Nhập lại mật khẩu để làm tiếp. Những gì đang nhập trên trang vẫn còn nguyên.</p>
        <SignInForm fixedUsername={user.username} />
      </Modal>
    </>
  );
}

function ContrastButton() {
  const contrast = useDisplay() === 'contrast';
  return (
    <Button
      type="text"
      className="wide-only"
      icon={Icons.contrast}
      aria-label="Độ tương phản cao"
      title="Độ tương phản cao"
      aria-pressed={contrast}
      onClick={() => setDisplay(contrast ? 'light' : 'contrast')}
    />
  );
}

function NavList({ user, demo }: { user: User; demo: boolean }) {
  return (
    <>
      {sectionsFor(user.roles, demo).map(({ group, items }) => (
        <section key={group} aria-label={group}>
          <h2>{group}</h2>
          <ul>
            {items.map((item) => (
              <li key={item.to}>
                <NavLink to={item.to}>
                  {item.icon}
                  <span>{item.label}</span>
                  {item.key && <kbd aria-hidden="true">{item.key}</kbd>}
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ul>
        <li>
          <NavLink to="/tra-cuu">
            {Icons.lookup}
            <span>Trang tra cứu</span>
          </NavLink>
        </li>
      </ul>
    </>
  );
}

function UserMenu({ user }: { user: User }) {
  const { signOut } = useSession();
  const [modal, holder] = Modal.useModal();
  const outbox = useOutbox(user.id);
  const leave = () => {
    const waiting = outbox.filter(({ state }) => state !== 'sent').length;
    if (!hasDraft(user.id) && waiting === 0) return signOut();
    modal.confirm({
      title: waiting > 0 ? `Còn ${waiting} đơn lưu trên máy này, CHƯA đăng ký` : 'Còn một đơn đang soạn, chưa đăng ký',
      content: 'Đăng xuất sẽ xóa khỏi máy những gì chưa đăng ký, để người dùng máy sau không đọc được.',
      okText: 'Xóa và đăng xuất',
      okButtonProps: { danger: waiting > 0 },
      onOk: signOut,
    });
  };
  return (
    <>
      {holder}
      <span className="full" style={{ lineHeight: 1.25, textAlign: 'right', whiteSpace: 'nowrap' }}>
        <span className="strong" style={{ display: 'block', fontSize: 13 }}>
          {user.fullName}
        </span>
        <span style={{ fontSize: 12, color: '#d7e8f1' }}>{user.title}</span>
      </span>
      <Button
        type="text"
        icon={Icons.out}
        onClick={leave}
        aria-label={`Đăng xuất ${user.fullName}`}
        title="Đăng xuất"
      />
    </>
  );
}

/** F2 finds, Alt+N starts a new petition, wherever the person is. */
function useShortcuts(user: User | null): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (!user) return;
    const counter = (user.roles as readonly string[]).includes('receptionist');
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return;
      if (event.key === 'F2') {
        event.preventDefault();
        void navigate('/so-tiep-nhan?tim');
      }
      if (counter && event.altKey && !event.ctrlKey && event.code === 'KeyN') {
        event.preventDefault();
        void navigate('/tiep-nhan', { state: { fresh: Date.now() } });
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [user, navigate]);
}
