import type { Actor } from '#libs/access';
import { AppError, type Role } from '#libs/shared';
import { ROLE_LABELS } from '../auth/role-labels.js';

/** @throws 403 naming the roles that may. */
export function mustBe(actor: Actor, roles: readonly Role[], what: string): void {
  if (roles.some((role) => actor.roles.includes(role))) return;
  throw new AppError({
    code: 'ACCESS.ROLE',
    status: 403,
    title: 'Vai trò của bạn không được làm việc này',
    detail: `${what} dành cho: ${roles.map((role) => ROLE_LABELS[role]).join(', ')}.`,
  });
}
