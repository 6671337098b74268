import { lazy } from 'react';
import { LEADERS, type Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const RetentionPage = lazy(() => import('./retention.page.js').then((m) => ({ default: m.RetentionPage })));
const ProposalPage = lazy(() => import('./proposal.page.js').then((m) => ({ default: m.ProposalPage })));

/** What happens to files when all is done: how long they are kept, and who decides afterwards. */
export const keepingArea: Area = {
  nav: [
    {
      to: '/luu-giu-ho-so',
      label: 'Lưu giữ hồ sơ',
      icon: Icons.opening,
      group: 'Quản trị',
      roles: [...LEADERS, 'administrator', 'inspector'],
    },
  ],
  pages: [
    { path: 'luu-giu-ho-so', element: <RetentionPage /> },
    { path: 'luu-giu-ho-so/de-xuat/:id', element: <ProposalPage /> },
  ],
};
