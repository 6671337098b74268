import { defineProcedure, eventTable } from '#libs/procedure';
import { localDate } from '#libs/shared';
import { events } from './events.js';
import { factsCatalogue, samples } from './facts.js';
import { requirements } from './requirements.js';
import { opening, stages } from './stages.js';

/** Kiến nghị, phản ánh, version 1: general, about a regulation, a recommendation, a dispute. */
export const feedback = defineProcedure({
  name: 'feedback',
  version: 1,
  title: 'Giải quyết kiến nghị, phản ánh',
  protectsIdentity: false,
  validFrom: localDate('2014-07-01'),
  opening,
  main: { stages },
  events: eventTable(events),
  requirements,
  factsCatalogue,
  samples,
});
export { REPLY_CONTENTS } from './grounds.js';
