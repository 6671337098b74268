import { defineProcedure, eventTable, type ProcedureSpec } from '#libs/procedure';
import { localDate } from '#libs/shared';
import { events } from './events.js';
import { factsCatalogue, samples } from './facts.js';
import { requirements } from './requirements.js';
import { opening, stages } from './stages.js';

/** The data of the version, for those who ask what would break it. */
export const protectionSpec: ProcedureSpec = {
  name: 'protection',
  version: 1,
  title: 'Bảo vệ người tố cáo',
  protectsIdentity: true,
  validFrom: localDate('2019-01-01'),
  opening,
  main: { stages },
  events: eventTable(events),
  requirements,
  factsCatalogue,
  samples,
};

/** Protection of denouncers, version 1, in a file of its own (LTC Đ.55). */
export const protection = defineProcedure(protectionSpec);

export { END_GROUNDS, MEASURES } from './grounds.js';
