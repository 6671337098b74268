import { defineProcedure, eventTable } from '#libs/procedure';
import { localDate } from '#libs/shared';
import { events } from './events.js';
import { factsCatalogue, samples } from './facts.js';
import { requirements } from './requirements.js';
import { opening, stages } from './stages.js';

/** One reception session (phiên, buổi tiếp công dân), version 1: of the desk, of a leader, or a dialogue. */
export const reception = defineProcedure({
  name: 'reception',
  version: 1,
  title: 'Tiếp công dân',
  protectsIdentity: true,
  validFrom: localDate('2014-07-01'),
  opening,
  main: { stages },
  events: eventTable(events),
  requirements,
  factsCatalogue,
  samples,
});

export * from './grounds.js';
export { law as receptionLaw } from './law.js';
export { openingNeeds } from './stages.js';
