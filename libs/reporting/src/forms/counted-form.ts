import { AppError, type AgencyId } from '#libs/shared';
import type { Period } from '../facts.js';
import { cellsOf, ofDenunciationsOnly, type Cell, type FormRow } from './cells.js';
import type { ReportForm } from './form.js';
import { brokenErrors, checkIdentities, type CheckedIdentity } from './identities.js';
import { countedTogether, factsByAgency, type FormAgency, type LineKind, type LineScope } from './lines.js';
import { carriedInto, openingsOf } from './openings.js';
import type { FormFacts } from './rows.js';

/** `hidden`: a column of denunciations, and the reader sees none of them. */
export type CellState = 'counted' | 'noData' | 'hidden';
export interface ShownCell extends Cell {
  readonly state: CellState;
  /** What of the value a confirmed opening balance carries over: no list stands behind it. */
  readonly opening?: number;
}
export interface NamedIdentity extends CheckedIdentity {
  /** Sides with their sums, the way a reader checks them: `18 (33) = 19 + 20 + 21 (32)`. */
  readonly says: string;
  /** Numbers of the register that count on one side more than on the other. */
  readonly cases: readonly string[];
}
/** A line of a form with its cells; each of them is a list, each line holds the identities. */
export interface FormLine {
  readonly key: string;
  readonly kind: LineKind;
  readonly title: string;
  readonly ordinal: string;
  readonly cells: readonly ShownCell[];
  readonly identities: readonly NamedIdentity[];
}
export interface CountedForm {
  readonly form: ReportForm;
  readonly period: Period;
  /** As printed; the last is the whole: the sum of the agencies. */
  readonly lines: readonly FormLine[];
  /** Of the whole. */
  readonly cells: readonly ShownCell[];
  /** Of the whole. */
  readonly identities: readonly NamedIdentity[];
  /** What is to be said with the figures. */
  readonly notices: readonly string[];
}

export const NO_DENUNCIATIONS_SEEN =
  'Người lập không được xem hồ sơ tố cáo nào trong phạm vi này: các cột tố cáo để trống, các cột tổng không gồm tố cáo (LTC Đ.8, Đ.11).';
const SEEN_ONLY =
  'Đơn, hồ sơ tố cáo chỉ đếm những gì người lập được xem (LTC Đ.8, Đ.11); số toàn tỉnh xem ở Tỷ lệ giải quyết, không hiện số nhỏ.';
const WITH_OPENING =
  'Số kỳ trước chuyển sang gồm cả số dư đầu kỳ do cơ quan nhập và người thứ hai xác nhận; phần đó không có danh sách trong phần mềm.';
const MOST_NAMED = 20;

/** A form of a period in one line, with its identities held against it. */
export function countForm(form: ReportForm, facts: FormFacts, period: Period): CountedForm {
  const seesOne = seesDenunciation(facts);
  const cells = shownOf({ form, period, seesOne }, facts);
  return counted({ form, period, seesOne }, [lineOf(form, { key: '', kind: 'total', title: '', ordinal: '' }, cells)]);
}

/** A form of a period with a line for each agency; every cell of a group and of the total is the sum of its agencies. */
export function countFormByAgency(
  form: ReportForm,
  facts: FormFacts,
  asked: {
    readonly period: Period;
    readonly lines: readonly LineScope[];
    readonly agencies: Iterable<FormAgency>;
  },
): CountedForm {
  const { period, lines, agencies } = asked;
  const seesOne = seesDenunciation(facts);
  const byAgency = new Map<AgencyId, readonly ShownCell[]>();
  for (const [agency, own] of factsByAgency(facts, countedTogether(agencies)))
    byAgency.set(agency, shownOf({ form, period, seesOne }, own));
  const none = shownOf({ form, period, seesOne }, { petitions: [], cases: [], visits: [], sessions: [] });
  return counted(
    { form, period, seesOne },
    lines
      .map((line) => ({ line, cells: sumOf(none, line.agencies, byAgency) }))
      .filter(({ line, cells }) => !line.ended || lines.length === 1 || cells.some(({ value }) => (value ?? 0) > 0))
      .map(({ line, cells }) => lineOf(form, line, cells)),
  );
}

/** The line of this key; the whole where there is none. */
export const lineNamed = ({ lines }: CountedForm, key: string): FormLine | undefined =>
  key === '' ? lines.at(-1) : lines.find((line) => line.key === key);

/** A line of one agency with an identity that must hold and does not. Sums of lines that hold, hold. */
export interface BrokenLine {
  readonly line: FormLine;
  readonly identity: NamedIdentity;
}
export const brokenLines = ({ lines }: CountedForm): readonly BrokenLine[] =>
  agencyLines(lines).flatMap((line) =>
    (brokenErrors(line.identities) as readonly NamedIdentity[]).map((identity) => ({ line, identity })),
  );
/** The same of identities that only warn: of each agency, where those of the whole might make up for one another. */
export const warnedLines = ({ lines }: CountedForm): readonly BrokenLine[] =>
  agencyLines(lines).flatMap((line) =>
    line.identities
      .filter(({ state, severity }) => state === 'broken' && severity === 'warning')
      .map((identity) => ({ line, identity })),
  );
/** Lines that are no sum of others. */
const agencyLines = (lines: readonly FormLine[]): readonly FormLine[] =>
  lines.filter(({ kind }) => lines.length === 1 || kind === 'own' || kind === 'below');

/** An identity that does not hold, as a person is told of it: in whose line, with which cases. */
export interface ToldIdentity {
  readonly lineTitle: string;
  readonly formula: string;
  readonly says: string;
  readonly cases: readonly string[];
}
/** 409 naming the form, and of each identity that does not hold the agency, the columns and the cases. */
export function identityRefusal({ code }: ReportForm, what: string, broken: readonly ToldIdentity[]): AppError {
  return new AppError({
    code: 'REPORT.IDENTITY_BROKEN',
    status: 409,
    title: `Biểu ${code} có công thức không khớp, không ${what} được`,
    detail: broken
      .map(({ lineTitle, says, cases }) => {
        const named = cases.length > 0 ? `; số vào sổ: ${cases.join(', ')}` : '';
        return `${lineTitle ? `${lineTitle}: cột` : 'Cột'} ${says}${named}.`;
      })
      .join(' '),
    extra: { broken: broken.map(({ lineTitle, formula, says, cases }) => ({ line: lineTitle, formula, says, cases })) },
  });
}

/** @throws AppError 409, naming agencies, columns and cases, where an identity that must hold does not. */
export function assertIdentities(form: CountedForm): void {
  const broken = brokenLines(form);
  if (broken.length === 0) return;
  const told = broken.map(({ line: { title }, identity }) => ({ ...identity, lineTitle: title }));
  throw identityRefusal(form.form, 'xuất', told);
}

/** What a row is called in its register. */
export const labelOf = (row: FormRow): string => ('fact' in row ? (row.fact.registerLabel ?? row.id) : row.label);

const seesDenunciation = ({ petitions, cases }: FormFacts): boolean =>
  petitions.some(({ fact }) => fact.protected) || cases.some(({ fact }) => fact.protected);

interface Counting {
  readonly form: ReportForm;
  readonly period: Period;
  readonly seesOne: boolean;
}

function counted({ form, period, seesOne }: Counting, lines: readonly FormLine[]): CountedForm {
  const whole = lines.at(-1);
  const cells = whole?.cells ?? [];
  return {
    ...{ form, period, lines, cells, identities: whole?.identities ?? [] },
    notices: [
      form.notice,
      ...(form.id.startsWith('TCD') ? [] : [seesOne ? SEEN_ONLY : NO_DENUNCIATIONS_SEEN]),
      ...(cells.some(({ opening }) => (opening ?? 0) > 0) ? [WITH_OPENING] : []),
    ],
  };
}

function shownOf({ form, period, seesOne }: Counting, facts: FormFacts): readonly ShownCell[] {
  const openings = openingsOf(facts.openings ?? [], period);
  return cellsOf(form, facts, period).map((cell, place) => {
    const column = form.columns[place]!;
    if (!seesOne && ofDenunciationsOnly(column)) return { ...cell, value: null, rows: [], state: 'hidden' };
    if (cell.value === null) return { ...cell, state: 'noData' };
    const opening = carriedInto(column, openings, seesOne);
    return { ...cell, state: 'counted', ...(opening > 0 ? { value: cell.value + opening, opening } : {}) };
  });
}

function sumOf(
  none: readonly ShownCell[],
  agencies: readonly AgencyId[],
  byAgency: ReadonlyMap<AgencyId, readonly ShownCell[]>,
): readonly ShownCell[] {
  const own = agencies.flatMap((agency) => (byAgency.has(agency) ? [byAgency.get(agency)!] : []));
  if (own.length === 1) return own[0]!;
  return none.map((empty, place) => {
    if (empty.value === null) return empty;
    const cells = own.map((one) => one[place]!);
    return {
      ...empty,
      value: cells.reduce((sum, { value }) => sum + (value ?? 0), 0),
      rows: cells.flatMap(({ rows }) => rows),
      opening: cells.reduce((sum, { opening }) => sum + (opening ?? 0), 0),
    };
  });
}

function lineOf(
  form: ReportForm,
  { key, kind, title, ordinal }: Pick<FormLine, 'key' | 'kind' | 'title' | 'ordinal'>,
  cells: readonly ShownCell[],
): FormLine {
  const checked = checkIdentities(form, cells);
  const labels = checked.some(({ breaking }) => breaking.length > 0) ? labelsOf(cells) : new Map<string, string>();
  return {
    ...{ key, kind, title, ordinal, cells },
    identities: checked.map((identity) => ({
      ...identity,
      says: sidesOf(identity),
      cases: [...new Set(identity.breaking.map(({ id }) => labels.get(id) ?? id))].slice(0, MOST_NAMED),
    })),
  };
}

function labelsOf(cells: readonly Cell[]): ReadonlyMap<string, string> {
  return new Map(cells.flatMap(({ rows }) => rows.map(({ row }) => [row.id, labelOf(row)] as const)));
}

function sidesOf({ formula, sides }: CheckedIdentity): string {
  const signs = formula.match(/<=|=/g) ?? [];
  return sides
    .map(({ columns, sum }, place) => {
      const sign = place === 0 ? '' : signs[place - 1] === '=' ? ' = ' : ' ≤ ';
      return `${sign}${columns.join(' + ')} (${sum ?? '—'})`;
    })
    .join('');
}
