import { defineProcedure, eventTable, type ProcedureSpec } from '#libs/procedure';
import { localDate } from '#libs/shared';
import { stayRegion, readingRegion, recourseRegion } from './regions.js';
import { events } from './events.js';
import { factsCatalogue, samples } from './facts.js';
import { requirements } from './requirements.js';
import { opening, stages } from './stages.js';

/** The data of the version, for those who ask what would break it. */
export const complaint2Spec: ProcedureSpec = {
  name: 'complaint',
  version: 2,
  title: 'Giải quyết khiếu nại lần đầu, lần hai',
  protectsIdentity: false,
  validFrom: localDate('2012-07-01'),
  opening,
  main: { stages },
  side: { stay: stayRegion, recourse: recourseRegion, reading: readingRegion },
  events: eventTable(events),
  requirements,
  factsCatalogue,
  samples,
  checkpoints: {
    accepted: ['accepted'],
    decisionForms: ['ND124.15', 'ND124.16'],
    terminating: ['DISCONTINUE', 'HAND_OVER_FILE', 'SECOND_DECIDED'],
  },
};

/**
 * Complaints of either instance, version 2: which one a file is, says its fact `instance`. What is the same in both is told
 * once, in the tables of version 1.
 */
export const complaint2 = defineProcedure(complaint2Spec);
