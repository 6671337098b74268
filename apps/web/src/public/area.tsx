import { lazy } from 'react';
import type { Area } from '../layout/area.js';

const StatusPage = lazy(() => import('./status.page.js').then((m) => ({ default: m.StatusPage })));

export const publicArea: Area = {
  nav: [],
  publicPages: [
    { path: '/tra-cuu', element: <StatusPage /> },
    { path: '/tra-cuu/:code', element: <StatusPage /> },
  ],
};
