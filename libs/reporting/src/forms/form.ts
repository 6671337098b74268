import type { LocalDate } from '#libs/shared';
import type { CaseTest, PetitionTest, SessionTest, VisitTest } from './tests.js';

/** What a column counts in; money and land are never counted from what the system does not record. */
export const COLUMN_UNITS = [
  'lượt',
  'người',
  'vụ việc',
  'đơn',
  'đoàn',
  'kỳ',
  'trđ',
  'm²',
  'tổ chức',
  'văn bản',
] as const;
export type ColumnUnit = (typeof COLUMN_UNITS)[number];

interface Counted<Of extends string, Test extends string> {
  readonly of: Of;
  readonly where: readonly Test[];
  /** One row stands for all rows of a matter, a petition; it is chosen before `then` is asked. */
  readonly oneOf?: 'matter' | 'petition';
  readonly then?: readonly Test[];
  /** The weight of a row; else one. */
  readonly sum?: 'people';
}
/** The measure of a column, as data: which rows, told by named tests. */
export type Expression =
  | Counted<'petitions', PetitionTest>
  | Counted<'cases', CaseTest>
  | Counted<'visits', VisitTest>
  | Counted<'sessions', SessionTest>;

export interface FormColumn {
  readonly no: number;
  /** Headings above the column's own, outermost first. */
  readonly group: readonly string[];
  readonly title: string;
  readonly unit: ColumnUnit;
  /** `null`: the system does not record it; the cell is “—”, not 0. */
  readonly counts: Expression | null;
  /** Counters of a confirmed opening balance that the column carries over beside what it counts. */
  readonly carries?: readonly string[];
  /** How the column is read where the form leaves it open. */
  readonly note?: string;
}

export interface FormIdentity {
  /** As printed: `1=2+3=4+5`, `6<=4`. */
  readonly formula: string;
  /** A broken `error` refuses the export; a `warning` is printed. */
  readonly severity: 'error' | 'warning';
  readonly note?: string;
}

export interface ReportForm {
  /** XLD01 */
  readonly id: string;
  /** 01/XLD */
  readonly code: string;
  readonly circular: string;
  readonly title: string;
  readonly validFrom: LocalDate;
  /** `null`: in force. */
  readonly validTo: LocalDate | null;
  /** Said on every copy. */
  readonly notice: string;
  /** Empty: the columns are not known, and nothing is counted. */
  readonly columns: readonly FormColumn[];
  readonly identities: readonly FormIdentity[];
}

export const error = (formula: string): FormIdentity => ({ formula, severity: 'error' });
export const warning = (formula: string, note: string): FormIdentity => ({ formula, severity: 'warning', note });
