import { lazy } from 'react';
import { LEADERS, type Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const RecordsPage = lazy(() => import('./records.page.js').then((m) => ({ default: m.RecordsPage })));
const PackagesPage = lazy(() => import('./packages.page.js').then((m) => ({ default: m.PackagesPage })));
const MappingPage = lazy(() => import('./mapping.page.js').then((m) => ({ default: m.MappingPage })));
const AxisPage = lazy(() => import('./axis.page.js').then((m) => ({ default: m.AxisPage })));
const MessagePage = lazy(() => import('./message.page.js').then((m) => ({ default: m.MessagePage })));

/** What goes to other systems and comes back. */
export const nationalArea: Area = {
  nav: [
    {
      to: '/truc-lien-thong',
      label: 'Trục liên thông',
      icon: Icons.axis,
      group: 'Tiếp nhận',
      roles: ['receptionist', 'caseOfficer', ...LEADERS, 'administrator'],
    },
    {
      to: '/csdl-quoc-gia',
      label: 'CSDL quốc gia',
      icon: Icons.national,
      group: 'Điều hành',
      roles: ['caseOfficer', ...LEADERS, 'inspector', 'identityCustodian'],
    },
  ],
  pages: [
    { path: 'csdl-quoc-gia', element: <RecordsPage /> },
    { path: 'csdl-quoc-gia/goi', element: <PackagesPage /> },
    { path: 'csdl-quoc-gia/bang-truong', element: <MappingPage /> },
    { path: 'truc-lien-thong', element: <AxisPage /> },
    { path: 'truc-lien-thong/:id', element: <MessagePage /> },
  ],
};
