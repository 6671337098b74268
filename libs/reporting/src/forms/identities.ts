import type { Cell } from './cells.js';
import type { FormIdentity, ReportForm } from './form.js';

type Sign = '=' | '<=';
/** `1=2+3=4+5` is two sides after the first, each held against the first. */
export interface Formula {
  readonly first: readonly number[];
  readonly others: readonly { readonly sign: Sign; readonly columns: readonly number[] }[];
}

/** @throws where the formula is not one; forms are data that is checked by a test. */
export function parseFormula(formula: string): Formula {
  const parts = formula.split(/(<=|=)/);
  const [first, ...rest] = parts.filter((_, place) => place % 2 === 0).map(columnsOf);
  const signs = parts.filter((_, place) => place % 2 === 1) as Sign[];
  if (!first || rest.length === 0 || rest.length !== signs.length) throw new Error(`Not a formula: ${formula}`);
  return { first, others: rest.map((columns, place) => ({ sign: signs[place]!, columns })) };
}
function columnsOf(side: string): number[] {
  const columns = side.split('+').map((text) => Number(text.trim()));
  if (columns.some((no) => !Number.isInteger(no) || no < 1)) throw new Error(`Not a sum of columns: ${side}`);
  return columns;
}

/** `noData`: one side is not recorded at all. */
export type IdentityState = 'holds' | 'broken' | 'noData';
/** A row that counts more on one side than on the other. */
export interface BreakingRow {
  readonly id: string;
  readonly left: number;
  readonly right: number;
}
export interface CheckedIdentity extends FormIdentity {
  readonly state: IdentityState;
  /** The sides with their sums, as a reader would check them. */
  readonly sides: readonly { readonly columns: readonly number[]; readonly sum: number | null }[];
  readonly breaking: readonly BreakingRow[];
}

/** Each identity of a form, held against its cells. Columns without data add nothing. */
export function checkIdentities({ identities }: ReportForm, cells: readonly Cell[]): readonly CheckedIdentity[] {
  const byNo = new Map(cells.map((cell) => [cell.no, cell]));
  return identities.map((identity) => {
    const { first, others } = parseFormula(identity.formula);
    const sumOf = (columns: readonly number[]): number | null => {
      const known = columns.flatMap((no) => byNo.get(no)?.value ?? []);
      return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
    };
    const left = sumOf(first);
    const sides = [{ columns: first, sum: left }, ...others.map(({ columns }) => ({ columns, sum: sumOf(columns) }))];
    const failing = others.filter(({ sign, columns }) => {
      const right = sumOf(columns);
      return left !== null && right !== null && (sign === '=' ? left !== right : left > right);
    });
    const state = failing.length > 0 ? 'broken' : sides.some(({ sum }) => sum === null) ? 'noData' : 'holds';
    return { ...identity, state, sides, breaking: failing.flatMap((side) => breaking(first, side, byNo)) };
  });
}

/** Rows whose weight differs between the sides; of `<=` those that weigh more on the left. */
function breaking(
  left: readonly number[],
  { sign, columns }: { readonly sign: Sign; readonly columns: readonly number[] },
  cells: ReadonlyMap<number, Cell>,
): BreakingRow[] {
  const weights = (side: readonly number[]): Map<string, number> => {
    const found = new Map<string, number>();
    for (const no of side)
      for (const { row, weight } of cells.get(no)?.rows ?? []) found.set(row.id, (found.get(row.id) ?? 0) + weight);
    return found;
  };
  const here = weights(left);
  const there = weights(columns);
  return [...new Set([...here.keys(), ...there.keys()])]
    .map((id) => ({ id, left: here.get(id) ?? 0, right: there.get(id) ?? 0 }))
    .filter((row) => (sign === '=' ? row.left !== row.right : row.left > row.right));
}

/** Identities that refuse an export. */
export const brokenErrors = (checked: readonly CheckedIdentity[]): readonly CheckedIdentity[] =>
  checked.filter(({ state, severity }) => state === 'broken' && severity === 'error');
