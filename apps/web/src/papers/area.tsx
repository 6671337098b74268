import { lazy } from 'react';
import type { Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const PaperRegisterPage = lazy(() =>
  import('./paper-register.page.js').then((m) => ({ default: m.PaperRegisterPage })),
);

export const papersArea: Area = {
  nav: [
    {
      to: '/so-van-ban-di',
      label: 'Sổ văn bản đi',
      icon: Icons.papers,
      group: 'Giải quyết',
      roles: ['receptionist', 'caseOfficer', 'unitHead', 'chairman', 'provinceChairman', 'inspector', 'administrator'],
    },
  ],
  pages: [{ path: 'so-van-ban-di', element: <PaperRegisterPage /> }],
};
