import type { Actor } from '#libs/access';
import { AppError, type AgencyId, isLocalDate, isUuid, type LocalDate } from '#libs/shared';
import type { AgencyDirectory } from './agency-directory.js';

/**
 * Which index leads to the rows of a list. Row security decides what may be seen; this says where to look, so that the
 * partial indexes keyed by agency or province are used.
 */
export type Scope = (
  | { readonly kind: 'province'; readonly id: AgencyId }
  | { readonly kind: 'agencies'; readonly ids: readonly AgencyId[] }
) & {
  /** One agency was asked for: rows shared by name count only where they are its own. */
  readonly narrowed?: boolean;
};

/** Where a list is asked for: an agency and all below it, or (`own`) the agency alone. */
export interface Place {
  readonly agency?: string | undefined;
  readonly reach?: 'own' | 'below' | undefined;
}

/** The actor's scope, narrowed to a place. @throws 404 for an agency outside the scope. */
export async function scopeOf(
  actor: Actor,
  directory: AgencyDirectory,
  { agency: agencyCode, reach }: Place = {},
): Promise<Scope> {
  if (agencyCode === undefined)
    return actor.agencies.includes(actor.provinceId)
      ? { kind: 'province', id: actor.provinceId }
      : { kind: 'agencies', ids: actor.agencies };
  const agency = await directory.byCode(agencyCode);
  if (!agency || !actor.agencies.includes(agency.id)) throw unknownAgency();
  if (reach === 'own') return { kind: 'agencies', ids: [agency.id], narrowed: true };
  if (agency.id === agency.provinceId) return { kind: 'province', id: agency.id, narrowed: true };
  const ids = (await directory.subtree(agency.id)).filter((id) => actor.agencies.includes(id));
  return { kind: 'agencies', ids, narrowed: true };
}

const unknownAgency = (): AppError =>
  new AppError({
    code: 'ACCESS.AGENCY',
    status: 404,
    title: 'Không tìm thấy cơ quan',
    detail: 'Mã cơ quan không có, hoặc cơ quan nằm ngoài phạm vi của bạn.',
  });

/** Values of a statement under construction: each gets the next placeholder. */
export class Values {
  readonly list: unknown[] = [];
  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** In whose hands: the reader, nobody yet, or the account of that id. */
export function inHands(column: string, who: string | undefined, by: { values: Values; userId: number }): string[] {
  if (who === undefined) return [];
  if (who === 'nobody') return [`${column} IS NULL`];
  return [`${column} = ${by.values.add(who === 'me' ? by.userId : Number(who))}`];
}

/** A range of days on a column, both ends in it. */
export function between(
  column: string,
  { from, to }: { from: string | undefined; to: string | undefined },
  values: Values,
): string[] {
  return [
    ...(from === undefined ? [] : [`${column} >= ${values.add(from)}::date`]),
    ...(to === undefined ? [] : [`${column} <= ${values.add(to)}::date`]),
  ];
}

const MANY_AGENCIES = 12;

type SharedTable = 'petition' | 'case_file' | 'deadline';

/**
 * Where rows `l` of a list are found. Each branch follows one index in the order of the list, so that a page reads a page and
 * not the whole register; rows shared by name are a branch of their own, found through a function because containment is not
 * leakproof. Row security still filters every branch.
 */
export function branches(scope: Scope, { values, table }: { values: Values; table: SharedTable }): string[] {
  return [
    ...ownBranches(scope, values),
    `l.id = ANY (ARRAY(SELECT app.shared_${table}())) AND ${sharedIn(scope, values)}`,
  ];
}

/** The branches of rows that are shared with nobody by name. */
export function ownBranches(scope: Scope, values: Values): string[] {
  if (scope.kind === 'agencies' && scope.ids.length <= MANY_AGENCIES)
    return scope.ids.map((id) => `l.visible_to IS NULL AND l.agency_id = ${values.add(id)}`);
  return [`l.visible_to IS NULL AND ${placeOf(scope, values)}`];
}

/** Where a row shared by name counts: anywhere, or where an agency was asked for. */
export const sharedIn = (scope: Scope, values: Values): string => (scope.narrowed ? placeOf(scope, values) : 'true');

const placeOf = (scope: Scope, values: Values): string =>
  scope.kind === 'province'
    ? `l.province_id = ${values.add(scope.id)}`
    : `l.agency_id = ANY (${values.add(scope.ids)}::int[])`;

/** What was searched for is few and scoped already: it is looked at once, whole, and narrowed where an agency was asked for. */
export function foundIn(
  scope: Scope,
  {
    terms,
    filter,
    values,
    table,
  }: { terms: object | null; filter: { agency?: string | undefined }; values: Values; table: SharedTable },
): string[] {
  if (!terms) return branches(scope, { values, table });
  return [filter.agency === undefined ? 'true' : placeOf(scope, values)];
}

/** Ids of one page of `table`, newest received first, found branch by branch. */
export function newestFirst(
  table: 'petition' | 'case_file',
  found: readonly string[],
  { where, limit }: { where: readonly string[]; limit: number },
): string {
  const order = `ORDER BY received_on DESC, id DESC LIMIT ${limit}`;
  const parts = found.map(
    (branch) => `(SELECT l.id, l.received_on FROM app.${table} l WHERE ${[branch, ...where].join(' AND ')} ${order})`,
  );
  return `SELECT id FROM (${parts.join(' UNION ALL ')}) l ${order}`;
}

export type Cursor = readonly [on: LocalDate, id: string];

export const encodeCursor = ([on, id]: Cursor): string => Buffer.from(`${on} ${id}`).toString('base64url');

export function decodeCursor(text: string | undefined): Cursor | null {
  if (text === undefined || text === '') return null;
  const [on, id] = Buffer.from(text, 'base64url').toString('latin1').split(' ');
  if (isLocalDate(on) && isUuid(id)) return [on, id];
  throw new AppError({
    code: 'HTTP.BAD_CURSOR',
    status: 400,
    title: 'Trang không còn đúng',
    detail: 'Vị trí trang không đọc được. Hãy mở lại danh sách từ đầu.',
  });
}

/** One row more than the page is read, to know whether there is a next page. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}

export const DEFAULT_LIMIT = 50;
