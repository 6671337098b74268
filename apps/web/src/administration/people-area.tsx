import type { Area } from '../layout/area.js';

/** Agencies, people, and what a new installation still needs. */
export const peopleArea: Area = { nav: [], pages: [] };
