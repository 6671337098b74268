import { isSystem, type Actor, type AnyActor } from '#libs/access';
import { AppError, type Role } from '#libs/shared';
import type { Agency, Petitions, Tx } from './ports.js';

/** Who enters petitions in the register: người tiếp công dân, công chức một cửa, công chức xử lý đơn and their heads. */
const REGISTRARS: readonly Role[] = ['receptionist', 'caseOfficer', 'unitHead', 'inspector'];

/** @throws AppError 403 for an account that keeps no register. */
export function requireRegistrar(actor: AnyActor): asserts actor is Actor {
  if (!isSystem(actor) && actor.roles.some((role) => REGISTRARS.includes(role))) return;
  throw new AppError({
    code: 'ACCESS.ROLE_REFUSED',
    status: 403,
    title: 'Không đủ thẩm quyền',
    detail: 'Chỉ người tiếp nhận, xử lý đơn được đăng ký và sửa sổ tiếp nhận.',
  });
}

/** The agency of a register, by code or the actor's own. @throws AppError 404 outside the actor's scope. */
export async function registerAgency(
  petitions: Petitions,
  tx: Tx,
  { actor, code }: { readonly actor: Actor; readonly code?: string | undefined },
): Promise<Agency> {
  const agency =
    code === undefined ? await petitions.agencyById(tx, actor.agencyId) : await petitions.agencyByCode(tx, code);
  if (agency && actor.agencies.includes(agency.id)) return agency;
  throw new AppError({
    code: 'ACCESS.AGENCY',
    status: 404,
    title: 'Không tìm thấy cơ quan',
    detail: 'Mã cơ quan không có, hoặc cơ quan nằm ngoài phạm vi của bạn.',
  });
}

export const petitionNotFound = (): AppError =>
  new AppError({
    code: 'INTAKE.PETITION_NOT_FOUND',
    status: 404,
    title: 'Không tìm thấy đơn',
    detail: 'Đơn không có hoặc không thuộc phạm vi được xem.',
  });
