import { lazy } from 'react';
import type { Area } from '../layout/area.js';

const CaseFilePage = lazy(() => import('./case-file.page.js').then((m) => ({ default: m.CaseFilePage })));

const PetitionWayPage = lazy(() => import('./petition-way.page.js').then((m) => ({ default: m.PetitionWayPage })));

export const caseFileArea: Area = {
  nav: [],
  pages: [
    { path: 'ho-so/:id', element: <CaseFilePage /> },
    { path: 'don/:id', element: <PetitionWayPage /> },
  ],
};
