import { lazy } from 'react';
import type { Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const ImportsPage = lazy(() => import('./imports.page.js').then((m) => ({ default: m.ImportsPage })));
const ImportBatchPage = lazy(() => import('./import-batch.page.js').then((m) => ({ default: m.ImportBatchPage })));

export const importsArea: Area = {
  nav: [{ to: '/nhap-so', label: 'Nhập sổ Excel', icon: Icons.imports, group: 'Tiếp nhận', roles: ['receptionist'] }],
  pages: [
    { path: 'nhap-so', element: <ImportsPage /> },
    { path: 'nhap-so/:batchId', element: <ImportBatchPage /> },
  ],
};
