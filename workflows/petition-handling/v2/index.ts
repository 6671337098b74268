import { defineProcedure, eventTable } from '#libs/procedure';
import { petitionHandling } from '../definition.js';
import { opening } from './arrows.js';
import { events } from './events.js';
import { factsCatalogue, samples } from './facts.js';
import { requirements } from './requirements.js';
import { stages } from './stages.js';

/** From the counter to the file of the matter, version 2: competent petitions of every kind open a file of their own. */
export const petitionHandling2 = defineProcedure({
  name: 'petition-handling',
  version: 2,
  title: 'Xử lý đơn',
  protectsIdentity: true,
  validFrom: petitionHandling.validFrom,
  opening,
  main: { stages },
  events: eventTable(events),
  requirements,
  factsCatalogue,
  samples,
});
