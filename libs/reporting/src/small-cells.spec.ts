import fc from 'fast-check';
import { SMALL, withoutSmallCells, type SafeGrid } from './small-cells.js';

const grid = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 })).chain(([height, width]) =>
  fc.array(fc.array(fc.oneof(fc.constant(0), fc.nat(6), fc.nat(40)), { minLength: width, maxLength: width }), {
    minLength: height,
    maxLength: height,
  }),
);
/** Every row with its total, and the row of totals. */
const lines = ({ rows, rowTotals, columnTotals, total }: SafeGrid) => {
  const wide = [...rows.map((row, at) => [...row, rowTotals[at] ?? null]), [...columnTotals, total]];
  return [...wide, ...(wide[0] ?? []).map((_, column) => wide.map((row) => row[column] ?? null))];
};

describe('small cells', () => {
  it('never stand, and no line hides exactly one number that the others would give away', () => {
    fc.assert(
      fc.property(grid, (rows) => {
        for (const line of lines(withoutSmallCells({ rows }))) {
          expect(line.filter((value) => value !== null && value > 0 && value < SMALL)).toEqual([]);
          expect(line.filter((value) => value === null)).not.toHaveLength(1);
        }
      }),
    );
  });

  it('leave every other number as it is', () => {
    const rows = [
      [10, 20],
      [30, 40],
    ];
    expect(withoutSmallCells({ rows })).toEqual({ rows, rowTotals: [30, 70], columnTotals: [40, 60], total: 100 });
  });

  it('take their neighbours with them', () => {
    const safe = withoutSmallCells({
      rows: [
        [2, 20, 30],
        [30, 40, 50],
      ],
    });
    expect(safe.rows).toEqual([
      [null, null, 30],
      [null, null, 50],
    ]);
    expect(safe.total).toBe(172);
  });
});
