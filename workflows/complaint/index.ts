import { defineProcedure, eventTable, type ProcedureSpec } from '#libs/procedure';
import { localDate } from '#libs/shared';
import { decidedEvents } from './events-decided.js';
import { endingEvents } from './events-ending.js';
import { resolvingEvents } from './events-resolving.js';
import { factsCatalogue, samples } from './facts.js';
import { requirements } from './requirements.js';
import { recourseRegion, stayRegion } from './side-regions.js';
import { decidedStages } from './stages-decided.js';
import { endingStages } from './stages-ending.js';
import { opening, receivingStages } from './stages-receiving.js';
import { resolvingStages } from './stages-resolving.js';

/** The data of the version, for those who ask what would break it. */
export const complaintSpec: ProcedureSpec = {
  name: 'complaint',
  version: 1,
  title: 'Giải quyết khiếu nại lần đầu',
  protectsIdentity: false,
  validFrom: localDate('2012-07-01'),
  opening,
  main: { stages: { ...receivingStages, ...resolvingStages, ...endingStages, ...decidedStages } },
  side: { stay: stayRegion, recourse: recourseRegion },
  events: eventTable([...resolvingEvents, ...endingEvents, ...decidedEvents]),
  requirements,
  factsCatalogue,
  samples,
  checkpoints: {
    accepted: ['accepted'],
    decisionForms: ['ND124.15'],
    terminating: ['DISCONTINUE', 'HAND_OVER_FILE'],
  },
};

/** First-instance complaint, version 1: one machine for the law before and after 01/07/2026; each act by the law of its day. */
export const complaint = defineProcedure(complaintSpec);

export { factsCatalogue };
export { EFFECT_DAYS } from './effect-days.js';
export { COMPLEXITY_GROUNDS, DISCONTINUE_GROUNDS, REFUSAL_GROUNDS, SUSPENSION_GROUNDS } from './grounds.js';
