import { lazy } from 'react';
import { LEADERS, type Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const ScorecardsPage = lazy(() => import('./scorecards.page.js').then((m) => ({ default: m.ScorecardsPage })));
const ScoreListPage = lazy(() => import('./score-list.page.js').then((m) => ({ default: m.ScoreListPage })));

export const scorecardsArea: Area = {
  nav: [
    {
      to: '/trach-nhiem',
      label: 'Trách nhiệm đứng đầu',
      icon: Icons.rates,
      group: 'Thanh tra',
      roles: [...LEADERS, 'inspector'],
    },
  ],
  pages: [
    { path: 'trach-nhiem', element: <ScorecardsPage /> },
    { path: 'trach-nhiem/:measure', element: <ScoreListPage /> },
  ],
};
