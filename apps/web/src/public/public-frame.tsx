import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { Logo } from '../ui/logo.js';
import { useTitle } from '../ui/page.js';
import './public.css';

/** Codes and words live in these pages' memory only and are forgotten when they are left. */
const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } });

/** The frame of what anyone may open: large letters, one column, three places to go. */
export function PublicFrame({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  useTitle(title);
  return (
    <QueryClientProvider client={client}>
      <div className="public">
        <a className="skip-link" href="#noi-dung">
          Đến nội dung chính
        </a>
        <header>
          <div className="public-brand">
            <Logo />
            <div>
              <strong>Nghe Dân</strong>
              <span>Đơn khiếu nại, tố cáo, kiến nghị, phản ánh</span>
            </div>
          </div>
          <nav aria-label="Dành cho người dân">
            <NavLink to="/tra-cuu">Tra cứu đơn</NavLink>
            <NavLink to="/gui-don">Gửi kiến nghị, phản ánh</NavLink>
            <NavLink to="/so-lieu">Số liệu giải quyết</NavLink>
          </nav>
        </header>
        <main id="noi-dung" className={wide ? 'wide' : ''}>
          <h1>{title}</h1>
          {children}
        </main>
        <footer>
          <Link to="/dang-nhap">Dành cho cán bộ</Link>
        </footer>
      </div>
    </QueryClientProvider>
  );
}

/** A box that must be read before anything else. */
export function Refused({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="answer none" role="alert">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
