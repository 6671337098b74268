import type { Area } from '../layout/area.js';

/** Calendar, templates, escalation, health, training. */
export const systemArea: Area = { nav: [], pages: [] };
