import { lazy } from 'react';
import { LEADERS, type Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const OverduePage = lazy(() => import('./overdue.page.js').then((m) => ({ default: m.OverduePage })));

export const boardsArea: Area = {
  nav: [
    {
      to: '/qua-han',
      label: 'Bảng quá hạn',
      icon: Icons.overdue,
      group: 'Điều hành',
      roles: [...LEADERS, 'inspector', 'caseOfficer'],
    },
  ],
  pages: [{ path: 'qua-han', element: <OverduePage /> }],
};
