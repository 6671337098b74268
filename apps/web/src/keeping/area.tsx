import { lazy } from 'react';
import { LEADERS, type Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const RetentionPage = lazy(() => import('./retention.page.js').then((m) => ({ default: m.RetentionPage })));
const ProposalPage = lazy(() => import('./proposal.page.js').then((m) => ({ default: m.ProposalPage })));
const BreachesPage = lazy(() => import('./breaches.page.js').then((m) => ({ default: m.BreachesPage })));
const BreachPage = lazy(() => import('./breach.page.js').then((m) => ({ default: m.BreachPage })));

/** What happens to files when all is done: how long they are kept, and who decides afterwards; and when data got out. */
export const keepingArea: Area = {
  nav: [
    {
      to: '/luu-giu-ho-so',
      label: 'Lưu giữ hồ sơ',
      icon: Icons.opening,
      group: 'Quản trị',
      roles: [...LEADERS, 'administrator', 'inspector'],
    },
    {
      to: '/su-co-du-lieu',
      label: 'Sự cố lộ dữ liệu',
      icon: Icons.breach,
      group: 'Bảo mật',
      roles: ['administrator', 'identityCustodian', 'chairman', 'provinceChairman', 'inspector'],
    },
  ],
  pages: [
    { path: 'luu-giu-ho-so', element: <RetentionPage /> },
    { path: 'luu-giu-ho-so/de-xuat/:id', element: <ProposalPage /> },
    { path: 'su-co-du-lieu', element: <BreachesPage /> },
    { path: 'su-co-du-lieu/:id', element: <BreachPage /> },
  ],
};
