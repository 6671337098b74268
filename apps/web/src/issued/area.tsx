import { lazy } from 'react';
import { LEADERS, type Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const IssuedPage = lazy(() => import('./issued.page.js').then((m) => ({ default: m.IssuedPage })));
const ReportPage = lazy(() => import('./report.page.js').then((m) => ({ default: m.ReportPage })));
const FrozenCellPage = lazy(() => import('./frozen-cell.page.js').then((m) => ({ default: m.FrozenCellPage })));

const PacksPage = lazy(() => import('./packs.page.js').then((m) => ({ default: m.PacksPage })));
const PackPage = lazy(() => import('./pack.page.js').then((m) => ({ default: m.PackPage })));
const GapsPage = lazy(() => import('./gaps.page.js').then((m) => ({ default: m.GapsPage })));

const READERS = [...LEADERS, 'inspector'];

export const issuedArea: Area = {
  nav: [
    {
      to: '/bao-cao-phat-hanh',
      label: 'Báo cáo phát hành',
      icon: Icons.register,
      group: 'Thanh tra',
      roles: READERS,
    },
    { to: '/goi-bao-cao', label: 'Gói báo cáo', icon: Icons.register, group: 'Thanh tra', roles: READERS },
    { to: '/chua-nhap-lieu', label: 'Ai chưa nhập liệu', icon: Icons.register, group: 'Thanh tra', roles: READERS },
  ],
  pages: [
    { path: 'bao-cao-phat-hanh', element: <IssuedPage /> },
    { path: 'bao-cao-phat-hanh/:id', element: <ReportPage /> },
    { path: 'bao-cao-phat-hanh/:id/:cell', element: <FrozenCellPage /> },
    { path: 'goi-bao-cao', element: <PacksPage /> },
    { path: 'goi-bao-cao/:id', element: <PackPage /> },
    { path: 'chua-nhap-lieu', element: <GapsPage /> },
  ],
};
