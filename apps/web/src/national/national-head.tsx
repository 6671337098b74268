import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { PageHead } from '../ui/page.js';
import './national.css';

const PLACES = [
  ['/csdl-quoc-gia', 'Tình trạng cập nhật'],
  ['/csdl-quoc-gia/goi', 'Gói đã lập'],
  ['/csdl-quoc-gia/bang-truong', 'Bảng trường, căn cứ'],
] as const;

/** The three screens of the national database under one heading, with what is not connected said first. */
export function NationalHead({
  title,
  lead,
  notice,
  actions,
}: {
  title: string;
  lead: string;
  notice: string | undefined;
  actions?: ReactNode;
}) {
  return (
    <>
      <PageHead title={title} lead={lead} actions={actions} />
      <nav className="national-steps" aria-label="Cơ sở dữ liệu quốc gia">
        {PLACES.map(([to, words]) => (
          <NavLink key={to} to={to} end>
            {words}
          </NavLink>
        ))}
      </nav>
      {notice && <Alert type="info" role="note" showIcon title={notice} style={{ marginBottom: 12 }} />}
    </>
  );
}
