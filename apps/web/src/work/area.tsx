import { lazy } from 'react';
import { LEADERS, type Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const MyWorkPage = lazy(() => import('./my-work.page.js').then((m) => ({ default: m.MyWorkPage })));

export const workArea: Area = {
  nav: [
    {
      to: '/viec-cua-toi',
      label: 'Việc của tôi',
      icon: Icons.work,
      group: 'Giải quyết',
      roles: ['receptionist', 'caseOfficer', ...LEADERS],
    },
  ],
  pages: [{ path: 'viec-cua-toi', element: <MyWorkPage /> }],
};
