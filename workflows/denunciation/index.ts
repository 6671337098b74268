import { defineProcedure, eventTable, type ProcedureSpec } from '#libs/procedure';
import { localDate } from '#libs/shared';
import { concludedEvents, renewedEvents } from './events-concluded.js';
import { receivingEvents } from './events-receiving.js';
import { resolvingEvents } from './events-resolving.js';
import { factsCatalogue, samples } from './facts.js';
import { requirements } from './requirements.js';
import { crimeRegion, latenessRegion } from './side-regions.js';
import { concludedStages } from './stages-concluded.js';
import { endingStages } from './stages-ending.js';
import { opening, receivingStages } from './stages-receiving.js';
import { renewedStages } from './stages-renewed.js';
import { resolvingStages } from './stages-resolving.js';

/** The data of the version, for those who ask what would break it. */
export const denunciationSpec: ProcedureSpec = {
  name: 'denunciation',
  version: 1,
  title: 'Giải quyết tố cáo',
  protectsIdentity: true,
  validFrom: localDate('2019-01-01'),
  opening,
  main: {
    stages: { ...receivingStages, ...renewedStages, ...resolvingStages, ...endingStages, ...concludedStages },
  },
  side: { crime: crimeRegion, lateness: latenessRegion },
  events: eventTable([...receivingEvents, ...resolvingEvents, ...concludedEvents, ...renewedEvents]),
  requirements,
  factsCatalogue,
  samples,
  checkpoints: {
    accepted: ['accepted'],
    decisionForms: ['ND31.12'],
    terminating: ['DISCONTINUE', 'HAND_OVER_FILE', 'END_BY_INVESTIGATION'],
  },
};

/** Denunciation, version 1: one machine for the law before and after 01/07/2026; each act by the law of its day. */
export const denunciation = defineProcedure(denunciationSpec);

export { factsCatalogue };
export {
  AGAIN_GROUNDS,
  COMPLEXITY_CRITERIA,
  DISCONTINUE_GROUNDS,
  GO_ON_GROUNDS,
  MEASURES,
  PUBLICATION_FORMS,
  REFUSAL_GROUNDS,
  SUSPENSION_GROUNDS,
  TAKE_OVER_GROUNDS,
} from './grounds.js';
