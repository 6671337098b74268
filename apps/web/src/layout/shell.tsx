import { Button } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { ConnectionBar } from '../offline/connection-bar.js';
import { useOutboxSending } from '../offline/use-outbox.js';
import { useUploads, useUploadsGoingOn } from '../uploads/use-uploads.js';
import { useLive } from '../live/use-live.js';
import { useReadsOnly, useSession, type User } from '../sign-in/session.js';
import { day, weekday } from '../ui/dates.js';
import { Loading, PageGuard } from '../ui/feedback.js';
import { Icons } from '../ui/icons.js';
import { Logo } from '../ui/logo.js';
import { setDisplay, useDisplay } from '../display/display.js';
import { QuickFind } from '../find/quick-find.js';
import { HelpButton } from '../help/help-button.js';
import { RoleTour } from '../help/role-tour.js';
import { Bell } from './bell.js';
import { NavList } from './nav-list.js';
import { homeFor } from './navigation.js';
import { UserMenu } from './user-menu.js';
import { isWritingPage, LooksOnlyPage } from './writing-pages.js';

const MenuDrawer = lazy(() => import('./menu-drawer.js').then((m) => ({ default: m.MenuDrawer })));
const UploadTray = lazy(() => import('../uploads/upload-tray.js').then((m) => ({ default: m.UploadTray })));
const LostSession = lazy(() => import('./lost-session.js').then((m) => ({ default: m.LostSession })));

const MustChangePassword = lazy(() =>
  import('../sign-in/change-password.js').then((m) => ({ default: m.MustChangePassword })),
);

const MustEnrolFactor = lazy(() =>
  import('../sign-in/security/must-enrol.js').then((m) => ({ default: m.MustEnrolFactor })),
);

export function Shell() {
  const { user, info, lost } = useSession();
  const readsOnly = useReadsOnly();
  const location = useLocation();
  const [menuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const previous = useRef(location.pathname);
  useShortcuts(user);
  // Behind a one-time password nothing else is answered yet.
  const working = user?.mustChangePassword || user?.mustEnrolFactor ? undefined : user?.id;
  useLive(working);
  useOutboxSending(working, lost !== null);
  useUploadsGoingOn(working, lost !== null);
  const uploading = useUploads().length > 0;
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
  if (user.mustChangePassword)
    return (
      <Suspense fallback={<Loading />}>
        <MustChangePassword />
      </Suspense>
    );
  if (user.mustEnrolFactor)
    return (
      <Suspense fallback={<Loading />}>
        <MustEnrolFactor />
      </Suspense>
    );
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
              {readsOnly && isWritingPage(location.pathname) ? <LooksOnlyPage /> : <Outlet />}
            </Suspense>
          </PageGuard>
        </main>
      </div>
      <RoleTour />
      <Suspense fallback={null}>
        {uploading && <UploadTray />}
        {menuOpen && <MenuDrawer user={user} demo={info.movableClock} onClose={() => setMenuOpen(false)} />}
        {lost && <LostSession username={user.username} why={lost} />}
      </Suspense>
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
