import type { FormColumn } from './form.js';

/** A heading as on paper: it lies over `columns` columns and `rows` rows. */
export interface HeadCell {
  readonly title: string;
  readonly row: number;
  /** Of its first column. */
  readonly no: number;
  readonly rows: number;
  readonly columns: number;
}

type Headed = Pick<FormColumn, 'no' | 'group' | 'title'>;

/** The merged headings of a form, row after row. A column's own heading reaches down to the last row. */
export function headsOf(columns: readonly Headed[]): readonly (readonly HeadCell[])[] {
  const depth = Math.max(1, ...columns.map(({ group }) => group.length + 1));
  return Array.from({ length: depth }, (_, row) => headRow(columns, row, depth));
}

function headRow(columns: readonly Headed[], row: number, depth: number): HeadCell[] {
  const cells: { title: string; row: number; no: number; rows: number; columns: number; path: string }[] = [];
  for (const { no, group, title } of columns) {
    if (row > group.length) continue;
    if (row === group.length) {
      cells.push({ title, row, no, rows: depth - row, columns: 1, path: `${no}` });
      continue;
    }
    const path = group.slice(0, row + 1).join('\n');
    const last = cells.at(-1);
    if (last?.path === path && last.no + last.columns === no) last.columns += 1;
    else cells.push({ title: group[row] ?? '', row, no, rows: 1, columns: 1, path });
  }
  return cells.map(({ path: _path, ...cell }) => cell);
}
