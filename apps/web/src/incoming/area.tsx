import { lazy } from 'react';
import type { Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const IncomingPage = lazy(() => import('./incoming.page.js').then((m) => ({ default: m.IncomingPage })));

export const incomingArea: Area = {
  nav: [
    {
      to: '/don-chuyen-den',
      label: 'Đơn chuyển đến',
      icon: Icons.incoming,
      group: 'Tiếp nhận',
      roles: ['receptionist', 'caseOfficer', 'unitHead'],
    },
  ],
  pages: [{ path: 'don-chuyen-den', element: <IncomingPage /> }],
};
