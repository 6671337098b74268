import { lazy } from 'react';
import type { Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const SecurityPage = lazy(() => import('./security/security.page.js').then((m) => ({ default: m.SecurityPage })));
const EmergencyPage = lazy(() => import('./emergency/emergency.page.js').then((m) => ({ default: m.EmergencyPage })));

/** The own way in, and the way that is opened for others in an emergency. */
export const securityArea: Area = {
  nav: [
    {
      to: '/truy-cap-khan-cap',
      label: 'Truy cập khẩn cấp',
      icon: Icons.emergency,
      group: 'Quản trị',
      roles: ['administrator', 'provinceChairman', 'inspector'],
    },
  ],
  pages: [
    { path: 'bao-mat-tai-khoan', element: <SecurityPage /> },
    { path: 'truy-cap-khan-cap', element: <EmergencyPage /> },
  ],
};
