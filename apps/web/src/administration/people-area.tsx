import { lazy } from 'react';
import type { Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const ChangePasswordPage = lazy(() =>
  import('../sign-in/change-password.js').then((m) => ({ default: m.ChangePasswordPage })),
);
const SetupPage = lazy(() => import('./setup/setup.page.js').then((m) => ({ default: m.SetupPage })));
const AgenciesPage = lazy(() => import('./agencies/agencies.page.js').then((m) => ({ default: m.AgenciesPage })));
const SuccessionPage = lazy(() => import('./agencies/succession.page.js').then((m) => ({ default: m.SuccessionPage })));
const UsersPage = lazy(() => import('./users/users.page.js').then((m) => ({ default: m.UsersPage })));
const UserPage = lazy(() => import('./users/user.page.js').then((m) => ({ default: m.UserPage })));
const ImportPeoplePage = lazy(() =>
  import('./users/import-people.page.js').then((m) => ({ default: m.ImportPeoplePage })),
);
const RemoteAreasPage = lazy(() =>
  import('./lists/remote-areas.page.js').then((m) => ({ default: m.RemoteAreasPage })),
);
const ReportFormsPage = lazy(() =>
  import('./lists/report-forms.page.js').then((m) => ({ default: m.ReportFormsPage })),
);
const OpeningPage = lazy(() => import('./lists/opening.page.js').then((m) => ({ default: m.OpeningPage })));
const JournalPage = lazy(() => import('./journal/journal.page.js').then((m) => ({ default: m.JournalPage })));

const group = 'Quản trị' as const;
const ADMINISTRATOR = ['administrator'];

/** Agencies, people, and what a new installation still needs. */
export const peopleArea: Area = {
  nav: [
    { to: '/quan-tri/bat-dau', label: 'Việc khi bắt đầu', icon: Icons.checklist, group, roles: ADMINISTRATOR },
    { to: '/quan-tri/co-quan', label: 'Cơ quan', icon: Icons.agency, group, roles: ADMINISTRATOR },
    { to: '/quan-tri/tai-khoan', label: 'Tài khoản', icon: Icons.people, group, roles: ADMINISTRATOR },
    { to: '/quan-tri/dia-ban', label: 'Địa bàn khó khăn', icon: Icons.place, group, roles: ADMINISTRATOR },
    { to: '/quan-tri/bieu-mau', label: 'Phiên bản biểu mẫu', icon: Icons.rates, group, roles: ADMINISTRATOR },
    {
      to: '/quan-tri/so-du-dau-ky',
      label: 'Số dư đầu kỳ',
      icon: Icons.opening,
      group,
      roles: ['administrator', 'receptionist', 'unitHead', 'chairman', 'provinceChairman'],
    },
    {
      to: '/quan-tri/nhat-ky',
      label: 'Nhật ký quản trị',
      icon: Icons.audit,
      group,
      roles: ['administrator', 'inspector', 'provinceChairman'],
    },
  ],
  pages: [
    { path: 'doi-mat-khau', element: <ChangePasswordPage /> },
    { path: 'quan-tri/bat-dau', element: <SetupPage /> },
    { path: 'quan-tri/co-quan', element: <AgenciesPage /> },
    { path: 'quan-tri/co-quan/:code/ket-thuc', element: <SuccessionPage /> },
    { path: 'quan-tri/tai-khoan', element: <UsersPage /> },
    { path: 'quan-tri/tai-khoan/nhap-excel', element: <ImportPeoplePage /> },
    { path: 'quan-tri/tai-khoan/:id', element: <UserPage /> },
    { path: 'quan-tri/dia-ban', element: <RemoteAreasPage /> },
    { path: 'quan-tri/bieu-mau', element: <ReportFormsPage /> },
    { path: 'quan-tri/so-du-dau-ky', element: <OpeningPage /> },
    { path: 'quan-tri/nhat-ky', element: <JournalPage /> },
  ],
};
