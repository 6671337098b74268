import { lazy } from 'react';
import { LEADERS, type Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const BoardPage = lazy(() => import('./board.page.js').then((m) => ({ default: m.BoardPage })));
const OverduePage = lazy(() => import('./overdue.page.js').then((m) => ({ default: m.OverduePage })));
const ForecastPage = lazy(() => import('./forecast.page.js').then((m) => ({ default: m.ForecastPage })));

const READERS = [...LEADERS, 'inspector'];

export const boardsArea: Area = {
  nav: [
    { to: '/dieu-hanh', label: 'Bảng điều hành', icon: Icons.board, group: 'Điều hành', roles: READERS },
    {
      to: '/qua-han',
      label: 'Quá hạn',
      icon: Icons.overdue,
      group: 'Điều hành',
      roles: [...READERS, 'caseOfficer'],
    },
    { to: '/du-bao', label: 'Dự báo', icon: Icons.forecast, group: 'Điều hành', roles: [...READERS, 'caseOfficer'] },
  ],
  pages: [
    { path: 'dieu-hanh', element: <BoardPage /> },
    { path: 'qua-han', element: <OverduePage /> },
    { path: 'du-bao', element: <ForecastPage /> },
  ],
};
