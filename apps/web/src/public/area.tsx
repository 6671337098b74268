import { lazy } from 'react';
import type { Area } from '../layout/area.js';

const StatusPage = lazy(() => import('./status.page.js').then((m) => ({ default: m.StatusPage })));
const FilingPage = lazy(() => import('./filing.page.js').then((m) => ({ default: m.FilingPage })));
const FiguresPage = lazy(() => import('./figures.page.js').then((m) => ({ default: m.FiguresPage })));

export const publicArea: Area = {
  nav: [],
  publicPages: [
    { path: '/tra-cuu', element: <StatusPage /> },
    { path: '/tra-cuu/:code', element: <StatusPage /> },
    { path: '/gui-don', element: <FilingPage /> },
    { path: '/so-lieu', element: <FiguresPage /> },
  ],
};
