import type { ActorRole, AgencyId, Role, UserId } from '#libs/shared';

/** Who is acting, resolved once per request. The row scope in PostgreSQL is set from `userId` and `agencies`. */
export interface Actor {
  readonly userId: UserId;
  readonly fullName: string;
  readonly roles: readonly Role[];
  readonly agencyId: AgencyId;
  readonly provinceId: AgencyId;
  /** The account's agency and everything below it. */
  readonly agencies: readonly AgencyId[];
  /** Who has delegated to this account for today (ủy quyền); their roles are among `roles`. */
  readonly actingFor?: readonly UserId[];
  /** Signed in with a password that somebody else set: nothing but changing it is allowed. */
  readonly mustChangePassword?: true;
  /** Signed in without the second factor that the account must have: nothing but setting it up is allowed. */
  readonly mustEnrolFactor?: true;
}

/** The worker: deadlines, effects, imports that a person has authorised. User id 0 in the ledger. */
export interface SystemActor {
  readonly userId: UserId;
  readonly system: true;
}

export type AnyActor = Actor | SystemActor;
export const SYSTEM_ACTOR: SystemActor = { userId: 0 as UserId, system: true };
/** An inspector looks, checks and compares; whoever of an inspectorate also works on files holds another role besides. */
export const looksOnly = (actor: AnyActor): boolean =>
  !isSystem(actor) && actor.roles.length > 0 && actor.roles.every((role) => role === 'inspector');
export const isSystem = (actor: AnyActor): actor is SystemActor => 'system' in actor;

/** The role under which an actor performs an event: the first of theirs that the event allows. */
export function actingRole(actor: AnyActor, allowed: readonly ActorRole[]): ActorRole | null {
  if (isSystem(actor)) return allowed.includes('system') ? 'system' : null;
  return allowed.find((role): role is Role => role !== 'system' && actor.roles.includes(role)) ?? null;
}
