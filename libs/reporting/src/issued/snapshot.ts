import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/audit';
import type { AgencyId, LocalDate } from '#libs/shared';
import type { Period } from '../facts.js';
import {
  brokenLines,
  warnedLines,
  type BrokenLine,
  type CellState,
  type CountedForm,
  type ShownCell,
} from '../forms/counted-form.js';
import type { ReportForm } from '../forms/form.js';
import type { IdentityState } from '../forms/identities.js';
import type { LineScope } from '../forms/lines.js';
import type { FormFacts } from '../forms/rows.js';
import { populationHash } from '../sampling.js';
import { shieldedOf } from './sight.js';

/** `/1`: reports from before the hash of the definition stood in them. */
export type SnapshotFormat = 'nghe-dan-report/1' | 'nghe-dan-report/2';

/** A cell as it was frozen: the number, and the hash of the list of row ids that it was counted from. */
export interface FrozenCell {
  readonly no: number;
  readonly value: number | null;
  readonly state: CellState;
  readonly count: number;
  /** `sort ids.txt | sha256sum` of the ids, one a line. */
  readonly listHash: string;
  /** Of `id weight` lines, where rows weigh more than one. */
  readonly weightsHash?: string;
}
export interface FrozenIdentity {
  readonly formula: string;
  readonly severity: 'error' | 'warning';
  readonly state: IdentityState;
  readonly says: string;
  readonly note: string | null;
  readonly cases: readonly string[];
}
export interface BrokenIdentity extends Pick<FrozenIdentity, 'formula' | 'says' | 'cases'> {
  readonly line: string;
  readonly lineTitle: string;
}
/** A line of the form; the last is the whole. */
export interface FrozenLine extends Pick<LineScope, 'key' | 'kind' | 'title' | 'ordinal'> {
  readonly cells: readonly FrozenCell[];
}
/** What is hashed: everything but the ids, which stand in it by the hashes of their lists. */
export interface FrozenReport {
  readonly format: SnapshotFormat;
  /** The whole definition: the figures stay readable and countable when a newer version takes its place. */
  readonly form: ReportForm;
  /** Of the definition as RFC 8785 text: two reports with the same hash were counted by the same columns. */
  readonly formHash?: string;
  readonly agency: { readonly id: AgencyId; readonly code: string; readonly name: string };
  /** What each line counts, as the tree of agencies stood. */
  readonly scopes: readonly LineScope[];
  /** Units are counted with the agency they are in. */
  readonly units: readonly (readonly [unit: AgencyId, agency: AgencyId])[];
  readonly period: Period;
  /** The last day that was counted: before the end of the period where that was not over. */
  readonly countedTo: LocalDate;
  readonly knownAt: string;
  readonly lines: readonly FrozenLine[];
  /** Of the whole. */
  readonly identities: readonly FrozenIdentity[];
  /** Identities that must hold and do not, line by line: such a report is not issued. */
  readonly broken: readonly BrokenIdentity[];
  /** Identities that warn and do not hold, line by line; not there where there are none. */
  readonly warned?: readonly (BrokenIdentity & Pick<FrozenIdentity, 'note'>)[];
  readonly notices: readonly string[];
  /** Protected rows in the sight of whom it was counted for: the same ones are counted again, no others. */
  readonly sight: { readonly count: number; readonly listHash: string };
}
/** A list behind cells, kept once however many cells have it. */
export interface FrozenList {
  readonly hash: string;
  readonly ids: readonly string[];
  /** `null`: each row weighs one. */
  readonly weights: readonly number[] | null;
}
export interface Snapshot {
  readonly report: FrozenReport;
  /** RFC 8785: `sha256sum` of these bytes is the hash. */
  readonly body: string;
  readonly hash: string;
  readonly lists: readonly FrozenList[];
  /** Protected rows that a cell counts: who does not see them all is not shown the report. */
  readonly shielded: readonly string[];
  /** Every protected row in sight. */
  readonly sight: readonly string[];
}

export interface SnapshotScope {
  /** That of the report that is counted again; else the one of today. */
  readonly format?: SnapshotFormat;
  readonly agency: FrozenReport['agency'];
  readonly scopes: readonly LineScope[];
  readonly units: FrozenReport['units'];
  /** The period of the report; the one that was counted may end earlier. */
  readonly period: Period;
  readonly knownAt: Date;
}

export const sha256Hex = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
/** What a form was counted by, in one number. */
export const definitionHash = (form: ReportForm): string => sha256Hex(canonicalJson(form));
/** The name of a list among the lists of a snapshot. */
export const listKey = ({ listHash, weightsHash }: FrozenCell): string => weightsHash ?? listHash;

/** Freezes a counted form. `facts` are those it was counted from. */
export function snapshotOf(counted: CountedForm, facts: FormFacts, scope: SnapshotScope): Snapshot {
  const shields = shieldedOf(facts);
  const lists = new Map<string, FrozenList>();
  const lines = counted.lines.map(({ key, kind, title, ordinal, cells }) => ({
    ...{ key, kind, title, ordinal },
    cells: cells.map((shown) => {
      const { cell, list } = freeze(shown);
      lists.set(list.hash, list);
      return cell;
    }),
  }));
  const shielded = new Set([...lists.values()].flatMap(({ ids }) => ids.flatMap((id) => shields.get(id) ?? [])));
  const sight = [...new Set([...shields.values()].flat())].sort();
  const { agency, scopes, units, period, knownAt, format = 'nghe-dan-report/2' } = scope;
  const warned = warnedLines(counted).map((one) => ({ ...inLine(one), note: one.identity.note ?? null }));
  const report: FrozenReport = {
    ...{ format, form: counted.form, agency, scopes, units },
    ...(format === 'nghe-dan-report/1' ? {} : { formHash: definitionHash(counted.form) }),
    ...{ period: { from: period.from, to: period.to }, countedTo: counted.period.to },
    ...{ knownAt: knownAt.toISOString(), lines, notices: [...counted.notices] },
    identities: counted.identities.map(({ formula, severity, state, says, note, cases }) => ({
      ...{ formula, severity, state, says, note: note ?? null, cases: [...cases] },
    })),
    broken: brokenLines(counted).map(inLine),
    ...(warned.length > 0 ? { warned } : {}),
    sight: { count: sight.length, listHash: populationHash(sight) },
  };
  const body = canonicalJson(report);
  return { report, body, hash: sha256Hex(body), lists: [...lists.values()], shielded: [...shielded].sort(), sight };
}

const inLine = ({ line, identity: { formula, says, cases } }: BrokenLine): BrokenIdentity => ({
  ...{ line: line.key, lineTitle: line.title, formula, says, cases: [...cases] },
});

function freeze({ no, value, state, rows }: ShownCell): { readonly cell: FrozenCell; readonly list: FrozenList } {
  const sorted = rows
    .map(({ row, weight }) => ({ id: row.id, weight }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const ids = sorted.map(({ id }) => id);
  const plain = { no, value, state, count: ids.length, listHash: populationHash(ids) };
  const weighted = sorted.some(({ weight }) => weight !== 1);
  const cell = weighted ? { ...plain, weightsHash: weightsHash(sorted) } : plain;
  const weights = weighted ? sorted.map(({ weight }) => weight) : null;
  return { cell, list: { hash: listKey(cell), ids, weights } };
}

const weightsHash = (rows: readonly { readonly id: string; readonly weight: number }[]): string =>
  sha256Hex(rows.map(({ id, weight }) => `${id} ${weight}\n`).join(''));

/** Whether what was stored is still what was hashed: the text, and each list against the hashes in it. */
export function isIntact(
  { body, hash }: { readonly body: string; readonly hash: string },
  lists: readonly FrozenList[],
): boolean {
  if (sha256Hex(body) !== hash) return false;
  const { form, formHash, lines } = JSON.parse(body) as FrozenReport;
  if (formHash !== undefined && formHash !== definitionHash(form)) return false;
  const cells = lines.flatMap((line) => line.cells);
  const found = new Map(lists.map((list) => [list.hash, list]));
  return cells.every((cell) => {
    const list = found.get(listKey(cell));
    if (!list || list.ids.length !== cell.count || populationHash(list.ids) !== cell.listHash) return false;
    const { weights } = list;
    if (cell.weightsHash === undefined) return weights === null;
    return (
      weights !== null && weightsHash(list.ids.map((id, at) => ({ id, weight: weights[at] ?? 0 }))) === cell.weightsHash
    );
  });
}
