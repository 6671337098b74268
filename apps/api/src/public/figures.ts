import type { AgencyRow, PublicFigureRow, PublicSatisfactionRow } from '#libs/persistence';
import type { LocalDate } from '#libs/shared';
import type { PublicFigureDto, PublicFiguresDto } from './public-status.dto.js';

/** Fewer than this in a cell could point at a person. An internal rule, stricter than any text asks. */
export const SMALLEST_CELL = 10;
/** A part of a published whole is left out where it or the rest is smaller than this. */
const SMALLEST_PART = 5;

const KINDS = { complaint: 'Khiếu nại', feedback: 'Kiến nghị, phản ánh', denunciation: 'Tố cáo' } as const;

/** A part is told where neither it nor what remains is small; all or nothing tells as much as a small number. */
const part = (whole: number | null, count: number): number | null =>
  whole !== null && count >= SMALLEST_PART && whole - count >= SMALLEST_PART ? count : null;

/** What may be published of one agency's counts of one kind; null where even the whole is small. */
function publishable(row: PublicFigureRow): Pick<PublicFigureDto, 'received' | 'resolved' | 'onTime'> {
  const received = row.received >= SMALLEST_CELL ? row.received : null;
  const resolved = part(received, row.resolved);
  return { received, resolved, onTime: part(resolved, row.onTime) };
}

export interface FiguresOf {
  readonly year: number;
  readonly latestYear: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly rows: readonly PublicFigureRow[];
  readonly satisfaction: readonly PublicSatisfactionRow[];
}

/**
 * The public page of figures. A denunciation cell below the limit is left out whole: not even its dash is shown. Denunciations
 * are told for whole years only: two figures a month apart would tell the month.
 */
export function figuresView(
  { rows, satisfaction, ...of }: FiguresOf,
  agencies: readonly AgencyRow[],
): PublicFiguresDto {
  const named = agencies.map(({ id, code, name }) => ({ id: id as number, agencyCode: code, agencyName: name }));
  return {
    ...of,
    limit: SMALLEST_CELL,
    items: named.flatMap(({ id, ...agency }) =>
      rows
        .filter(({ agencyId }) => agencyId === id)
        .map((row) => ({ ...agency, kind: KINDS[row.kind], sealed: row.kind === 'denunciation', ...publishable(row) }))
        .filter(({ sealed, received }) => !sealed || (received !== null && of.to.endsWith('-12-31')))
        .map(({ sealed: _, ...item }) => item),
    ),
    satisfaction: named.flatMap(({ id, ...agency }) =>
      satisfaction
        .filter(({ agencyId, ratings }) => agencyId === id && ratings >= SMALLEST_CELL)
        .map(({ ratings, good }) => ({ ...agency, ratings, good })),
    ),
  };
}
