import type { Dto } from '../api/types.js';

type Item = Dto<'PetitionListItem'>;

/** The number and year behind `12/2026`; numbers of other shapes come from older books. */
const place = (row: Item): { readonly year: number; readonly number: number } => ({
  year: Number(/\/(\d{4})$/.exec(row.registerLabel)?.[1] ?? row.receivedOn.slice(0, 4)),
  number: row.registerNumber,
});

/** As the book runs: by year, then by number. */
export const inBookOrder = (rows: readonly Item[]): Item[] =>
  rows.toSorted((a, b) => {
    const [one, other] = [place(a), place(b)];
    return one.year - other.year || one.number - other.number || a.id.localeCompare(b.id);
  });

/** Numbers between the first and the last of each year that this account does not see. */
export function unseenBetween(rows: readonly Item[]): number {
  const byYear = new Map<number, Set<number>>();
  for (const row of rows) {
    const { year, number } = place(row);
    byYear.set(year, (byYear.get(year) ?? new Set()).add(number));
  }
  return [...byYear.values()].reduce((sum, seen) => sum + Math.max(...seen) - Math.min(...seen) + 1 - seen.size, 0);
}
