import { lazy } from 'react';
import { LEADERS, type Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const ScorecardsPage = lazy(() => import('./scorecards.page.js').then((m) => ({ default: m.ScorecardsPage })));
const ScoreListPage = lazy(() => import('./score-list.page.js').then((m) => ({ default: m.ScoreListPage })));
const ComplexPage = lazy(() => import('./complex.page.js').then((m) => ({ default: m.ComplexPage })));
const EmulationPage = lazy(() => import('./emulation.page.js').then((m) => ({ default: m.EmulationPage })));

export const scorecardsArea: Area = {
  nav: [
    {
      to: '/trach-nhiem',
      label: 'Trách nhiệm đứng đầu',
      icon: Icons.rates,
      group: 'Thanh tra',
      roles: [...LEADERS, 'inspector'],
    },
    {
      to: '/vu-viec-phuc-tap',
      label: 'Vụ việc phức tạp',
      icon: Icons.overdue,
      group: 'Điều hành',
      roles: [...LEADERS, 'inspector'],
    },
    {
      to: '/mo-hinh-thi-dua',
      label: 'Mô hình thi đua',
      icon: Icons.sample,
      group: 'Thanh tra',
      roles: [...LEADERS, 'inspector', 'caseOfficer'],
    },
  ],
  pages: [
    { path: 'trach-nhiem', element: <ScorecardsPage /> },
    { path: 'vu-viec-phuc-tap', element: <ComplexPage /> },
    { path: 'mo-hinh-thi-dua', element: <EmulationPage /> },
    { path: 'trach-nhiem/:measure', element: <ScoreListPage /> },
  ],
};
