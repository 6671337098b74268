import { Drawer } from 'antd';
import type { User } from '../sign-in/session.js';
import { NavList } from './nav-list.js';

/** The navigation of narrow screens. */
export function MenuDrawer({ user, demo, onClose }: { user: User; demo: boolean; onClose: () => void }) {
  return (
    <Drawer title="Danh mục" placement="left" size={270} open onClose={onClose}>
      <nav
        className="sidenav"
        aria-label="Chức năng"
        style={{ display: 'block', position: 'static', border: 0, height: 'auto', padding: 0 }}
      >
        <NavList user={user} demo={demo} />
      </nav>
    </Drawer>
  );
}
