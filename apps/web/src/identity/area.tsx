import { lazy } from 'react';
import type { Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const IdentityPage = lazy(() => import('./identity.page.js').then((m) => ({ default: m.IdentityPage })));
const ReleasesPage = lazy(() => import('./releases.page.js').then((m) => ({ default: m.ReleasesPage })));

const RedactionPage = lazy(() => import('./redaction.page.js').then((m) => ({ default: m.RedactionPage })));

export const identityArea: Area = {
  nav: [
    {
      to: '/thong-tin-bao-mat',
      label: 'Thông tin bảo mật',
      icon: Icons.identity,
      group: 'Bảo mật',
      roles: ['chairman', 'provinceChairman', 'identityCustodian', 'inspector'],
    },
    {
      to: '/de-nghi-khai-thac',
      label: 'Đề nghị khai thác',
      icon: Icons.release,
      group: 'Bảo mật',
      roles: ['caseOfficer', 'unitHead', 'chairman', 'provinceChairman', 'inspector', 'identityCustodian'],
    },
  ],
  pages: [
    { path: 'thong-tin-bao-mat', element: <IdentityPage /> },
    { path: 'de-nghi-khai-thac', element: <ReleasesPage /> },
    { path: 'che-thong-tin/:petitionId/:attachmentId', element: <RedactionPage /> },
  ],
};
