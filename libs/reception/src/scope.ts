import type { Actor } from '#libs/access';
import type { Tx } from '#libs/intake';
import type { AgencyId, Role } from '#libs/shared';
import { notFound, outsideScope } from './errors.js';
import type { ReceptionAgency } from './model.js';
import type { ReceptionRows, ReceptionStore, ReceptionTable } from './ports.js';

/** Who keeps the reception book and moves sessions. */
export const DESK: readonly Role[] = ['receptionist', 'caseOfficer', 'unitHead', 'chairman', 'provinceChairman'];
/** Who signs for the agency, or keys what was signed. */
export const HEADS: readonly Role[] = ['chairman', 'provinceChairman', 'unitHead', 'caseOfficer'];
export const READERS: readonly Role[] = [...DESK, 'inspector'];

/** An agency of the actor's scope, by code or their own. @throws AppError 404 */
export async function agencyInScope(
  store: ReceptionStore,
  tx: Tx,
  { actor, code }: { readonly actor: Actor; readonly code?: string | undefined },
): Promise<ReceptionAgency> {
  const agency = await store.agency(tx, code === undefined ? { id: actor.agencyId } : { code });
  if (!agency || !actor.agencies.includes(agency.id)) throw outsideScope();
  return agency;
}

/** The agency's own desk writes; a superior reads. @throws AppError 404 */
export function mustBeOwn(actor: Actor, agencyId: AgencyId): void {
  if (actor.agencyId !== agencyId) throw notFound('Chỉ cơ quan tổ chức buổi tiếp ghi được việc này.');
}

/** A row the actor may write, locked. @throws AppError 404 */
export async function ownRow<T extends ReceptionTable>(
  store: ReceptionStore,
  tx: Tx,
  { actor, table, id }: { readonly actor: Actor; readonly table: T; readonly id: string },
): Promise<ReceptionRows[T]> {
  const row = await store.lock(tx, table, id);
  if (!row) throw notFound();
  mustBeOwn(actor, row.agencyId);
  return row;
}
