import { lazy } from 'react';
import type { Area } from '../layout/area.js';

const CaseFilePage = lazy(() => import('./case-file.page.js').then((m) => ({ default: m.CaseFilePage })));

export const caseFileArea: Area = {
  nav: [],
  pages: [{ path: 'ho-so/:id', element: <CaseFilePage /> }],
};
