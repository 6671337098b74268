import { lazy } from 'react';
import type { Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const ClockPage = lazy(() => import('./clock.page.js').then((m) => ({ default: m.ClockPage })));

export const demoArea: Area = {
  nav: [
    {
      to: '/dong-ho',
      label: 'Đồng hồ minh họa',
      icon: Icons.clock,
      group: 'Quản trị',
      roles: ['administrator', 'chairman', 'provinceChairman'],
      demoOnly: true,
    },
  ],
  pages: [{ path: 'dong-ho', element: <ClockPage /> }],
};
