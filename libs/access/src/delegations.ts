import { AppError, formatDay, type LocalDate, type Role, type UserId } from '#libs/shared';
import type { Actor } from './types.js';

export interface Colleague {
  readonly id: UserId;
  readonly fullName: string;
  readonly title: string | null;
  readonly roles: readonly Role[];
  readonly active: boolean;
}

export interface Delegation {
  readonly id: number;
  readonly from: Pick<Colleague, 'id' | 'fullName' | 'title'>;
  readonly to: Pick<Colleague, 'id' | 'fullName' | 'title'>;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly reason: string;
}

export interface NewDelegation {
  readonly fromUser: UserId;
  readonly toUser: UserId;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly reason: string;
}

/** Ủy quyền and absence, as rows with dates. Nothing is deleted: a delegation that ends early ends on a day. */
export abstract class Delegations {
  /** Present and future ones between accounts that the actor sees. */
  abstract list(actor: Actor, today: LocalDate): Promise<readonly Delegation[]>;
  /** Accounts of the actor's scope by id; `reaches`: whether `toUser` sees the agency of `fromUser`. */
  abstract pair(
    actor: Actor,
    ids: { readonly fromUser: UserId; readonly toUser: UserId },
  ): Promise<{ readonly from: Colleague | null; readonly to: Colleague | null; readonly reaches: boolean }>;
  abstract create(actor: Actor, delegation: NewDelegation): Promise<Delegation>;
  /** Null when there is none such in the actor's scope. */
  abstract end(actor: Actor, id: number, on: LocalDate): Promise<Delegation | null>;
  abstract setAbsence(
    actor: Actor,
    absence: { readonly userId: UserId; readonly from: LocalDate | null; readonly to: LocalDate | null },
  ): Promise<boolean>;
}

/** Who may hand on somebody else's roles, or note their absence. */
const HEADS: readonly Role[] = ['unitHead', 'chairman', 'provinceChairman', 'administrator'];
/** Kept by their holders: identities and accounts are never delegated. */
const NEVER: readonly Role[] = ['identityCustodian', 'administrator'];
const LONGEST_DAYS = 366;

const refuse = (code: string, detail: string, status = 422): AppError =>
  new AppError({ code: `ACCESS.${code}`, status, title: 'Không ghi nhận được việc ủy quyền', detail });

/**
 * Delegates roles for a span of days. The one who delegates is the holder, or a head for somebody of theirs.
 * @throws AppError 403, 404, 422 with a sentence that says what to change.
 */
export async function delegate(
  delegations: Delegations,
  actor: Actor,
  { today, ...wanted }: NewDelegation & { readonly today: LocalDate },
): Promise<Delegation> {
  const { fromUser, toUser, validFrom, validTo } = wanted;
  mayActFor(actor, fromUser);
  if (fromUser === toUser) throw refuse('DELEGATION_SELF', 'Người ủy quyền và người được ủy quyền phải là hai người.');
  if (validTo < validFrom) throw refuse('DELEGATION_DAYS', 'Ngày kết thúc phải từ ngày bắt đầu trở đi.');
  if (validTo < today) throw refuse('DELEGATION_DAYS', `Khoảng ủy quyền đã qua; hôm nay là ngày ${formatDay(today)}.`);
  if (Date.parse(validTo) - Date.parse(validFrom) > LONGEST_DAYS * 86_400_000)
    throw refuse('DELEGATION_DAYS', `Mỗi lần ủy quyền không quá ${LONGEST_DAYS} ngày (quy định nội bộ).`);
  const { from, to, reaches } = await delegations.pair(actor, { fromUser, toUser });
  if (!from || !to) throw refuse('DELEGATION_UNKNOWN', 'Không có tài khoản này trong phạm vi của bạn.', 404);
  if (!to.active) throw refuse('DELEGATION_INACTIVE', `Tài khoản của ${to.fullName} đã khóa.`);
  if (from.roles.every((role) => NEVER.includes(role)))
    throw refuse(
      'DELEGATION_NEVER',
      'Việc quản lý thông tin người tố cáo và quản trị hệ thống không được ủy quyền cho người khác.',
    );
  if (!reaches)
    throw refuse(
      'DELEGATION_SCOPE',
      `${to.fullName} không thuộc cơ quan của ${from.fullName}, nên không nhận ủy quyền được.`,
    );
  return delegations.create(actor, wanted);
}

/** Your own roles are yours to delegate and your absence yours to note; a head may do it for the people below. */
export function mayActFor(actor: Actor, userId: UserId): void {
  if (actor.userId === userId || HEADS.some((role) => actor.roles.includes(role))) return;
  throw new AppError({
    code: 'ACCESS.ROLE',
    status: 403,
    title: 'Vai trò của bạn không được làm việc này',
    detail: 'Bạn chỉ ủy quyền hoặc ghi vắng mặt cho chính mình; việc của người khác do người phụ trách ghi.',
  });
}
