import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A link that looks like the button it stands among: it leads somewhere and can be opened beside. */
export function LinkButton({ to, primary = false, children }: { to: string; primary?: boolean; children: ReactNode }) {
  return (
    <Link to={to} className={`link-button ${primary ? 'primary' : ''}`}>
      {children}
    </Link>
  );
}
