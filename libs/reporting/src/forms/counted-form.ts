import { AppError } from '#libs/shared';
import type { Period } from '../facts.js';
import { cellsOf, ofDenunciationsOnly, type Cell, type FormRow } from './cells.js';
import type { ReportForm } from './form.js';
import { brokenErrors, checkIdentities, type CheckedIdentity } from './identities.js';
import type { FormFacts } from './rows.js';

/** `hidden`: a column of denunciations, and the reader sees none of them. */
export type CellState = 'counted' | 'noData' | 'hidden';
export interface ShownCell extends Cell {
  readonly state: CellState;
}
export interface NamedIdentity extends CheckedIdentity {
  /** Sides with their sums, the way a reader checks them: `18 (33) = 19 + 20 + 21 (32)`. */
  readonly says: string;
  /** Numbers of the register that count on one side more than on the other. */
  readonly cases: readonly string[];
}
export interface CountedForm {
  readonly form: ReportForm;
  readonly period: Period;
  readonly cells: readonly ShownCell[];
  readonly identities: readonly NamedIdentity[];
  /** What is to be said with the figures. */
  readonly notices: readonly string[];
}

export const NO_DENUNCIATIONS_SEEN =
  'Người lập không được xem hồ sơ tố cáo nào trong phạm vi này: các cột tố cáo để trống, các cột tổng không gồm tố cáo (LTC Đ.8, Đ.11).';
const SEEN_ONLY =
  'Đơn, hồ sơ tố cáo chỉ đếm những gì người lập được xem (LTC Đ.8, Đ.11); số toàn tỉnh xem ở Tỷ lệ giải quyết, không hiện số nhỏ.';
const MOST_NAMED = 20;

/** A form of a period, with its identities held against it. */
export function countForm(form: ReportForm, facts: FormFacts, period: Period): CountedForm {
  const cells = cellsOf(form, facts, period);
  const seesOne = [...facts.petitions, ...facts.cases].some(({ fact }) => fact.protected);
  const labels = labelsOf(cells);
  return {
    ...{ form, period },
    cells: cells.map((cell, place) => {
      const hidden = !seesOne && ofDenunciationsOnly(form.columns[place]!);
      if (hidden) return { ...cell, value: null, rows: [], state: 'hidden' };
      return { ...cell, state: cell.value === null ? 'noData' : 'counted' };
    }),
    identities: checkIdentities(form, cells).map((identity) => ({
      ...identity,
      says: sidesOf(identity),
      cases: [...new Set(identity.breaking.map(({ id }) => labels.get(id) ?? id))].slice(0, MOST_NAMED),
    })),
    notices: [form.notice, ...(form.id.startsWith('TCD') ? [] : [seesOne ? SEEN_ONLY : NO_DENUNCIATIONS_SEEN])],
  };
}

/** @throws AppError 409, naming columns and cases, where an identity that must hold does not. */
export function assertIdentities({ form, identities }: CountedForm): void {
  const broken = brokenErrors(identities) as readonly NamedIdentity[];
  if (broken.length === 0) return;
  throw new AppError({
    code: 'REPORT.IDENTITY_BROKEN',
    status: 409,
    title: `Biểu ${form.code} có công thức không khớp, không xuất được`,
    detail: broken
      .map(({ says, cases }) => `Cột ${says}${cases.length > 0 ? `; số vào sổ: ${cases.join(', ')}` : ''}.`)
      .join(' '),
    extra: { broken: broken.map(({ formula, says, cases }) => ({ formula, says, cases })) },
  });
}

/** What a row is called in its register. */
export const labelOf = (row: FormRow): string => ('fact' in row ? (row.fact.registerLabel ?? row.id) : row.label);

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
