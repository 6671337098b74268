import { listKey, type FrozenCell, type FrozenList, type Snapshot } from './snapshot.js';

/** A cell that is not the same on both sides. */
export interface CellDifference {
  /** Of the line; empty: the whole. */
  readonly line: string;
  readonly lineTitle: string;
  readonly no: number;
  readonly was: number | null;
  readonly now: number | null;
  /** Ids of rows that are counted now and were not. */
  readonly came: readonly string[];
  readonly went: readonly string[];
  /** Ids of rows that count otherwise than they did. */
  readonly reweighed: readonly string[];
}
export type Compared = Pick<Snapshot, 'report' | 'lists'>;

/** Cell by cell, number and list: the same number from other rows is a difference. What one side alone has is told too. */
export function compareSnapshots(was: Compared, now: Compared): readonly CellDifference[] {
  const [before, after] = [cellsOf(was), cellsOf(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((place) => {
    const [old, young] = [before.get(place), after.get(place)];
    const same = old && young && listKey(old.cell) === listKey(young.cell) && old.cell.value === young.cell.value;
    return same ? [] : [difference(old, young)];
  });
}

interface Read {
  readonly line: Pick<CellDifference, 'line' | 'lineTitle'>;
  readonly cell: FrozenCell;
  readonly rows: () => ReadonlyMap<string, number>;
}
function cellsOf({ report, lists }: Compared): ReadonlyMap<string, Read> {
  const byKey = new Map(lists.map((list) => [list.hash, list]));
  return new Map(
    report.lines.flatMap(({ key, title, cells }) =>
      cells.map((cell): [string, Read] => [
        `${key} ${cell.no}`,
        { line: { line: key, lineTitle: title }, cell, rows: () => rowsOf(byKey.get(listKey(cell))) },
      ]),
    ),
  );
}
const rowsOf = (list: FrozenList | undefined): ReadonlyMap<string, number> =>
  new Map(list?.ids.map((id, at) => [id, list.weights?.[at] ?? 1]));

function difference(was: Read | undefined, now: Read | undefined): CellDifference {
  const none = new Map<string, number>();
  const [before, after] = [was?.rows() ?? none, now?.rows() ?? none];
  const one = (now ?? was)!;
  return {
    ...{ ...one.line, no: one.cell.no, was: was?.cell.value ?? null, now: now?.cell.value ?? null },
    came: [...after.keys()].filter((id) => !before.has(id)),
    went: [...before.keys()].filter((id) => !after.has(id)),
    reweighed: [...after].flatMap(([id, weight]) => (before.has(id) && before.get(id) !== weight ? [id] : [])),
  };
}
