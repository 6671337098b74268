import type { AgencyId } from '#libs/shared';
import type { Facts } from './facts.js';
import { figureOf, type MeasureId } from './measures.js';
import { periodsOf } from './periods.js';
import { select } from './selection.js';
import { withoutSmallCells, type Shown } from './small-cells.js';

/** What is told of denunciations as numbers: sums of quarters, so that year and quarters can be kept from giving each other away. */
export const PROTECTED_MEASURES = ['petitionsReceived', 'accepted', 'resolved'] as const satisfies readonly MeasureId[];
export type ProtectedMeasure = (typeof PROTECTED_MEASURES)[number];

export interface ProtectedFigures {
  readonly measure: ProtectedMeasure;
  /** Of each agency: the four quarters, then the year. `null`: too few to be told, or would tell of one that is. */
  readonly byAgency: readonly {
    readonly agencyId: AgencyId;
    readonly quarters: readonly Shown[];
    readonly year: Shown;
  }[];
  readonly quarters: readonly Shown[];
  readonly year: Shown;
}

/** Denunciations of a reporting year, agency by quarter, without small cells. */
export function protectedFigures(
  facts: Facts,
  year: number,
  agencies: readonly AgencyId[],
): readonly ProtectedFigures[] {
  const quarters = periodsOf(year).filter(({ kind }) => kind === 'quarter');
  const ofDenunciations: Facts = {
    cases: facts.cases.filter(({ procedure }) => procedure === 'denunciation'),
    petitions: facts.petitions.filter(({ petitionType }) => petitionType === 'denunciation'),
    visits: [],
  };
  return PROTECTED_MEASURES.map((measure) => {
    const safe = withoutSmallCells({
      rows: agencies.map((id) => {
        const own = select(ofDenunciations, { agencies: [id] });
        return quarters.map((quarter) => figureOf(measure, own, quarter));
      }),
    });
    return {
      measure,
      byAgency: agencies.map((agencyId, row) => ({
        agencyId,
        quarters: safe.rows[row] ?? [],
        year: safe.rowTotals[row] ?? null,
      })),
      quarters: safe.columnTotals,
      year: safe.total,
    };
  });
}
