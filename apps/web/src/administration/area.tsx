import type { Area } from '../layout/area.js';
import { peopleArea } from './people-area.js';
import { systemArea } from './system-area.js';

const PARTS: readonly Area[] = [peopleArea, systemArea];

export const administrationArea: Area = {
  nav: PARTS.flatMap((part) => part.nav),
  pages: PARTS.flatMap((part) => part.pages ?? []),
};
