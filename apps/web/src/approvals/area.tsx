import { lazy } from 'react';
import { LEADERS, type Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const ApprovalsPage = lazy(() => import('./approvals.page.js').then((m) => ({ default: m.ApprovalsPage })));

export const approvalsArea: Area = {
  nav: [{ to: '/trinh-ky', label: 'Trình ký', icon: Icons.approve, group: 'Điều hành', roles: LEADERS }],
  pages: [{ path: 'trinh-ky', element: <ApprovalsPage /> }],
};
