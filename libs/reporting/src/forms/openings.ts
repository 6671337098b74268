import type { AgencyId } from '#libs/shared';
import type { Period } from '../facts.js';
import type { FormColumn } from './form.js';
import type { OpeningRow } from './rows.js';

/** What each agency carries over into a period: its last balance that starts on or before the period's first day. */
export function openingsOf(openings: readonly OpeningRow[], { from }: Period): readonly OpeningRow[] {
  const last = new Map<AgencyId, OpeningRow>();
  for (const row of openings) {
    const before = last.get(row.agencyId);
    if (row.startsOn <= from && (!before || before.startsOn < row.startsOn)) last.set(row.agencyId, row);
  }
  return [...last.values()];
}

const ofDenunciation = (counter: string): boolean => counter.endsWith('.denunciation');

/** What a column carries over; of denunciations only for a reader who sees some. */
export const carriedInto = (
  { carries = [] }: FormColumn,
  openings: readonly OpeningRow[],
  seesDenunciations: boolean,
): number =>
  openings.reduce(
    (sum, { figures }) =>
      carries
        .filter((counter) => seesDenunciations || !ofDenunciation(counter))
        .reduce((all, counter) => all + (figures[counter] ?? 0), sum),
    0,
  );
