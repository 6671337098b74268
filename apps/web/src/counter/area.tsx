import { lazy } from 'react';
import type { Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const CounterPage = lazy(() => import('./counter.page.js').then((m) => ({ default: m.CounterPage })));

export const counterArea: Area = {
  nav: [
    {
      to: '/tiep-nhan',
      label: 'Tiếp nhận đơn',
      icon: Icons.counter,
      group: 'Tiếp nhận',
      roles: ['receptionist'],
      key: 'Alt+N',
    },
  ],
  pages: [{ path: 'tiep-nhan', element: <CounterPage /> }],
};
