import { defineProcedure, eventTable, type ProcedureSpec } from '#libs/procedure';
import { localDate } from '#libs/shared';
import { eventsUsed, requirementsUsed } from '../common/compose.js';
import { events as allEvents } from './events.js';
import { factsCatalogue, samples } from './facts.js';
import { requirements } from './requirements.js';
import { opening, recourseRegion, stages } from './stages.js';

const parts = { opening, regions: [stages, recourseRegion.stages] };
const events = eventsUsed(allEvents, parts);

/** The data of the version, for those who ask what would break it. */
export const disciplinaryComplaintSpec: ProcedureSpec = {
  name: 'disciplinary-complaint',
  version: 1,
  title: 'Giải quyết khiếu nại quyết định kỷ luật cán bộ, công chức',
  protectsIdentity: false,
  validFrom: localDate('2012-07-01'),
  opening,
  main: { stages },
  side: { recourse: recourseRegion },
  events: eventTable(events),
  requirements: requirementsUsed(requirements, { ...parts, events }),
  factsCatalogue,
  samples,
  checkpoints: {
    accepted: ['accepted'],
    decisionForms: ['ND124.15', 'ND124.16'],
    terminating: ['DISCONTINUE', 'HAND_OVER_FILE', 'SECOND_DECIDED'],
  },
};

/** Complaints against disciplinary decisions, both instances by the fact `instance`, version 1 (LKN, chapter IV). */
export const disciplinaryComplaint = defineProcedure(disciplinaryComplaintSpec);
