import { lazy } from 'react';
import { LEADERS, type Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const MyWorkPage = lazy(() => import('./my-work.page.js').then((m) => ({ default: m.MyWorkPage })));
const StandInPage = lazy(() => import('./stand-in.page.js').then((m) => ({ default: m.StandInPage })));

export const workArea: Area = {
  nav: [
    {
      to: '/viec-cua-toi',
      label: 'Việc của tôi',
      icon: Icons.work,
      group: 'Giải quyết',
      roles: ['receptionist', 'caseOfficer', ...LEADERS],
    },
    {
      to: '/uy-quyen',
      label: 'Ủy quyền, bàn giao',
      icon: Icons.standIn,
      group: 'Giải quyết',
      roles: ['caseOfficer', ...LEADERS],
    },
  ],
  pages: [
    { path: 'viec-cua-toi', element: <MyWorkPage /> },
    { path: 'uy-quyen', element: <StandInPage /> },
  ],
};
