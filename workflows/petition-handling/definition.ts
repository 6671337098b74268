import { defineProcedure, eventTable } from '#libs/procedure';
import { localDate } from '#libs/shared';
import { events } from './events.js';
import { factsCatalogue, samples } from './facts.js';
import { requirements } from './requirements.js';
import { opening } from './arrows.js';
import { stages } from './stages.js';

/** From the counter to the right desk, version 1, for complaints, denunciations, feedback and mixed petitions. */
export const petitionHandling = defineProcedure({
  name: 'petition-handling',
  version: 1,
  title: 'Xử lý đơn',
  protectsIdentity: true,
  validFrom: localDate('2014-07-01'),
  opening,
  main: { stages },
  events: eventTable(events),
  requirements,
  factsCatalogue,
  samples,
});
