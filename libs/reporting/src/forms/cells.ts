import type { Period } from '../facts.js';
import type { Expression, FormColumn, ReportForm } from './form.js';
import type { CaseRow, FormFacts, PetitionRow, SessionRow, VisitRow } from './rows.js';
import { CASE_TESTS, PETITION_TESTS, SESSION_TESTS, VISIT_TESTS } from './tests.js';

export type FormRow = PetitionRow | CaseRow | VisitRow | SessionRow;
/** A row of the list behind a cell, with what it adds to the cell. */
export interface CountedRow {
  readonly row: FormRow;
  readonly weight: number;
}
export interface Cell {
  readonly no: number;
  /** `null`: the system does not record it. */
  readonly value: number | null;
  readonly rows: readonly CountedRow[];
}

type Holds<Row> = (row: Row, period: Period) => boolean;

/** The list behind a cell; the cell is its weight. */
export function rowsOf(counts: Expression, facts: FormFacts, period: Period): readonly CountedRow[] {
  switch (counts.of) {
    case 'petitions':
      return chosen(facts.petitions, { counts, period, holds: (name) => PETITION_TESTS[name].holds });
    case 'cases':
      return chosen(facts.cases, { counts, period, holds: (name) => CASE_TESTS[name].holds });
    case 'visits':
      return chosen(facts.visits, { counts, period, holds: (name) => VISIT_TESTS[name].holds });
    case 'sessions':
      return chosen(facts.sessions, { counts, period, holds: (name) => SESSION_TESTS[name].holds });
  }
}

interface Choice<Name, Row> {
  readonly counts: {
    readonly where: readonly Name[];
    readonly then?: readonly Name[];
    readonly oneOf?: 'matter' | 'petition';
    readonly sum?: 'people';
  };
  readonly period: Period;
  readonly holds: (name: Name) => Holds<Row>;
}

function chosen<Name, Row extends FormRow>(
  rows: readonly Row[],
  { counts: { where, then = [], oneOf, sum }, period, holds }: Choice<Name, Row>,
): CountedRow[] {
  const all = (names: readonly Name[]): ((row: Row) => boolean) => {
    const tests = names.map(holds);
    return (row) => tests.every((test) => test(row, period));
  };
  const found = rows.filter(all(where));
  return (oneOf ? onePer(found, oneOf) : found)
    .filter(all(then))
    .map((row) => ({ row, weight: sum && 'people' in row ? row.people : standsFor(row) }));
}

const standsFor = (row: FormRow): number => ('stands' in row ? (row.stands ?? 1) : 1);

/** The row that came last stands for its matter; of several the one with the greatest id, so that it is always the same one. */
function onePer<Row extends FormRow>(rows: readonly Row[], by: 'matter' | 'petition'): Row[] {
  const last = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row, by);
    const before = last.get(key);
    if (!before || orderOf(row) >= orderOf(before)) last.set(key, row);
  }
  return [...last.values()];
}
const keyOf = (row: FormRow, by: 'matter' | 'petition'): string => {
  if (by === 'petition' && 'petition' in row) return row.petition;
  return 'matter' in row ? row.matter : row.id;
};
/** A matter is told by its latest petition, and by its first visit: what came first is the first time. */
const orderOf = (row: FormRow): string => {
  if ('earlier' in row) return row.earlier ? `0 ${row.id}` : '1';
  return `${'receivedOn' in row ? row.receivedOn : 'fact' in row ? row.fact.receivedOn : row.heldOn} ${row.id}`;
};

/** Every cell of a form. */
export function cellsOf(form: ReportForm, facts: FormFacts, period: Period): readonly Cell[] {
  return form.columns.map((column) => cellOf(column, facts, period));
}

export function cellOf({ no, counts }: FormColumn, facts: FormFacts, period: Period): Cell {
  if (counts === null) return { no, value: null, rows: [] };
  const rows = rowsOf(counts, facts, period);
  return { no, value: rows.reduce((sum, { weight }) => sum + weight, 0), rows };
}

/** How the column counts, in a sentence an inspector can hold a case against. */
export function wordsOf({ counts, carries, note }: FormColumn): string {
  if (counts === null) return 'Phần mềm chưa ghi nhận dữ liệu này; ô để trống, không ghi 0.';
  const told = (names: readonly string[]): string =>
    names.map((name) => TEST_WORDS[counts.of][name]?.says ?? name).join('; ');
  const one = counts.oneOf ? `; mỗi ${counts.oneOf === 'matter' ? 'vụ việc' : 'đơn'} tính một lần` : '';
  const then = counts.then?.length ? `; trong đó ${told(counts.then)}` : '';
  const sum = counts.sum ? ' Cộng số người.' : '';
  const opening = carries?.length ? ' Cộng số dư đầu kỳ đã xác nhận.' : '';
  return `Tính ${ROW_WORDS[counts.of]}: ${told(counts.where)}${one}${then}.${sum}${opening}${note ? ` ${note}` : ''}`;
}
const ROW_WORDS = { petitions: 'đơn', cases: 'hồ sơ giải quyết', visits: 'lượt tiếp', sessions: 'buổi tiếp' } as const;
const TEST_WORDS: Readonly<Record<Expression['of'], Readonly<Record<string, { readonly says: string }>>>> = {
  petitions: PETITION_TESTS,
  cases: CASE_TESTS,
  visits: VISIT_TESTS,
  sessions: SESSION_TESTS,
};

/** Whether the column counts denunciations and nothing else. */
export const ofDenunciationsOnly = ({ counts }: FormColumn): boolean =>
  counts !== null &&
  [...counts.where, ...(counts.then ?? [])].some((name) => name === 'denunciation' || name === 'ofDenunciation');
