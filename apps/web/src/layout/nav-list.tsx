import { NavLink } from 'react-router';
import type { User } from '../sign-in/session.js';
import { Icons } from '../ui/icons.js';
import { sectionsFor } from './navigation.js';

export function NavList({ user, demo }: { user: User; demo: boolean }) {
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
      <section aria-label="Trang của người dân">
        <h2>Trang của người dân</h2>
        <ul>
          <li>
            <NavLink to="/tra-cuu">
              {Icons.lookup}
              <span>Trang tra cứu</span>
            </NavLink>
          </li>
        </ul>
      </section>
    </>
  );
}
