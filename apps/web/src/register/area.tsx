import { lazy } from 'react';
import { EVERY_ROLE, type Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const RegisterPage = lazy(() => import('./register.page.js').then((m) => ({ default: m.RegisterPage })));
const RegisterBookPage = lazy(() => import('./register-book.page.js').then((m) => ({ default: m.RegisterBookPage })));
const CaseListPage = lazy(() => import('./case-list.page.js').then((m) => ({ default: m.CaseListPage })));

export const registerArea: Area = {
  nav: [
    {
      to: '/so-tiep-nhan',
      label: 'Sổ tiếp nhận',
      icon: Icons.register,
      group: 'Tiếp nhận',
      roles: EVERY_ROLE,
      key: 'F2',
    },
  ],
  pages: [
    { path: 'so-tiep-nhan', element: <RegisterPage /> },
    { path: 'so-tiep-nhan/in', element: <RegisterBookPage /> },
    { path: 'ho-so', element: <CaseListPage /> },
  ],
};
