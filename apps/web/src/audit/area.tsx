import { lazy } from 'react';
import type { Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const AuditPage = lazy(() => import('./audit.page.js').then((m) => ({ default: m.AuditPage })));

export const auditArea: Area = {
  nav: [
    {
      to: '/nhat-ky',
      label: 'Toàn vẹn nhật ký',
      icon: Icons.audit,
      group: 'Thanh tra',
      roles: ['inspector', 'administrator'],
    },
  ],
  pages: [{ path: 'nhat-ky', element: <AuditPage /> }],
};
