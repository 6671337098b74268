import type { LegacyEncoding } from '../text/legacy-encoding.js';
import type { DateCell } from './read-date.js';

/** One cell as the import sees it: decoded text, and the value behind it where it is a date or a number. */
export interface SheetCell {
  readonly text: string;
  readonly value: DateCell;
  readonly encoding: LegacyEncoding | null;
  /** A formula cell, or text that a spreadsheet would run as one. */
  readonly formula: boolean;
  /** Part of a merged block but not its first cell: a copy of that cell. */
  readonly mergedCopy: boolean;
}

export interface SheetRow {
  /** Row number as the sheet shows it, from 1. */
  readonly number: number;
  readonly cells: ReadonlyMap<number, SheetCell>;
}

export interface Sheet {
  readonly name: string;
  /** Hidden sheets are named, never read in: nobody sees what would be registered. */
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  /** Added to a bare serial number before it is read as a day (workbooks of the 1904 calendar). */
  readonly serialShift: number;
}
