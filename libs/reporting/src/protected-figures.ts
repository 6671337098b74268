import { addDays, type AgencyId, type LocalDate } from '#libs/shared';
import type { Facts } from './facts.js';
import { figureOf, type MeasureId } from './measures.js';
import { periodsOf, reportingYear, type ReportPeriod } from './periods.js';
import { select } from './selection.js';
import { withoutSmallCells, type Shown } from './small-cells.js';

/** What is told of denunciations as numbers: sums of quarters, so that year and quarters can be kept from giving each other away. */
export const PROTECTED_MEASURES = ['petitionsReceived', 'accepted', 'resolved'] as const satisfies readonly MeasureId[];
export type ProtectedMeasure = (typeof PROTECTED_MEASURES)[number];

export interface ProtectedFigures {
  readonly measure: ProtectedMeasure;
  /** Of each agency: the quarters that are told, then their sum. `null`: too few to be told, or would tell of one that is. */
  readonly byAgency: readonly {
    readonly agencyId: AgencyId;
    readonly quarters: readonly Shown[];
    readonly year: Shown;
  }[];
  readonly quarters: readonly Shown[];
  readonly year: Shown;
}

/** After the end of a quarter, before it is told: what was entered late still counts. Quy định nội bộ. */
const SETTLING_DAYS = 10;

/** A quarter that is told, and the last day whose records count for it. */
export interface ToldQuarter {
  readonly period: ReportPeriod;
  readonly knownOn: LocalDate;
}

/**
 * The quarters of a reporting year that may be told on a day: those that are over and settled, each as it was known then and never
 * otherwise. A number that moved between two days would give away the one petition that moved it.
 */
export const toldQuarters = (year: number, today: LocalDate): readonly ToldQuarter[] =>
  periodsOf(year)
    .filter(({ kind }) => kind === 'quarter')
    .map((period) => ({ period, knownOn: addDays(period.to, SETTLING_DAYS) }))
    .filter(({ knownOn }) => knownOn < today);

/** The newest reporting year of which a quarter may be told. */
export const toldYear = (today: LocalDate): number => {
  const year = reportingYear(today);
  return toldQuarters(year, today).length > 0 ? year : year - 1;
};

/** Denunciations of the told quarters of a year, agency by quarter, without small cells; `facts` as known for each quarter. */
export function protectedFigures(
  quarters: readonly { readonly period: ReportPeriod; readonly facts: Facts }[],
  agencies: readonly AgencyId[],
): readonly ProtectedFigures[] {
  return PROTECTED_MEASURES.map((measure) => {
    const safe = withoutSmallCells({
      rows: agencies.map((id) =>
        quarters.map(({ period, facts }) =>
          figureOf(measure, select(ofDenunciations(facts), { agencies: [id] }), period),
        ),
      ),
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

const ofDenunciations = (facts: Facts): Facts => ({
  cases: facts.cases.filter(({ procedure }) => procedure === 'denunciation'),
  petitions: facts.petitions.filter(({ petitionType }) => petitionType === 'denunciation'),
  visits: [],
});
