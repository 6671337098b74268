import { lazy } from 'react';
import type { Area } from '../layout/area.js';

const KeptPetitionsPage = lazy(() =>
  import('./kept-petitions.page.js').then((m) => ({ default: m.KeptPetitionsPage })),
);

/** No place in the navigation: the bar under the top bar leads here when there is something. */
export const offlineArea: Area = {
  nav: [],
  pages: [{ path: 'don-cho-gui', element: <KeptPetitionsPage /> }],
};
