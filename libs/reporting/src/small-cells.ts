/** Fewer than this, and more than none, tells who it is about in a commune (corrections.md, Rules 3). Quy định nội bộ, not law. */
export const SMALL = 5;

export interface Grid {
  /** Figures row by row; what stands in `totals` is reckoned here. */
  readonly rows: readonly (readonly number[])[];
}
export type Shown = number | null;

export interface SafeGrid {
  readonly rows: readonly (readonly Shown[])[];
  /** Of each row. */
  readonly rowTotals: readonly Shown[];
  /** Of each column. */
  readonly columnTotals: readonly Shown[];
  readonly total: Shown;
}

const isSmall = (value: number): boolean => value > 0 && value < SMALL;

/**
 * A table of numbers with its totals in which no small number stands or follows by subtraction: where one cell of a line would be the
 * only hidden one, the next smallest is hidden with it, until every row and every column hides none or at least two.
 */
export function withoutSmallCells({ rows }: Grid): SafeGrid {
  const grid = withTotals(rows);
  const hidden = grid.map((row) => row.map(isSmall));
  while (hideNext(grid, hidden));
  const shown = grid.map((row, r) => row.map((value, c) => (hidden[r]?.[c] ? null : value)));
  const last = shown.at(-1) ?? [];
  return {
    rows: shown.slice(0, -1).map((row) => row.slice(0, -1)),
    rowTotals: shown.slice(0, -1).map((row) => row.at(-1) ?? null),
    columnTotals: last.slice(0, -1),
    total: last.at(-1) ?? null,
  };
}

function withTotals(rows: readonly (readonly number[])[]): number[][] {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const wide = rows.map((row) => [...row, sum(row)]);
  return [...wide, Array.from({ length: width + 1 }, (_, column) => sum(wide.map((row) => row[column] ?? 0)))];
}

/** Hides one more cell where a line hides exactly one; false when there is none left to hide. */
function hideNext(grid: readonly number[][], hidden: boolean[][]): boolean {
  const width = grid[0]?.length ?? 0;
  const lines = [
    ...grid.map((row, r) => row.map((_, c) => [r, c] as const)),
    ...Array.from({ length: width }, (_, c) => grid.map((_row, r) => [r, c] as const)),
  ];
  for (const line of lines) {
    const isHidden = ([r, c]: readonly [number, number]): boolean => hidden[r]?.[c] === true;
    if (line.filter(isHidden).length !== 1) continue;
    const [next] = line.filter((cell) => !isHidden(cell)).sort((a, b) => grid[a[0]]![a[1]]! - grid[b[0]]![b[1]]!);
    if (!next) continue;
    hidden[next[0]]![next[1]] = true;
    return true;
  }
  return false;
}
