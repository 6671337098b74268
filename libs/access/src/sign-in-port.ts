import type { Role, UserId } from '#libs/shared';
import type { Attempts } from './attempts.js';
import type { Accounts, PasswordHasher, Sessions } from './ports.js';
import type { SecondFactor } from './second-factor.js';
import type { SecurityEvents } from './security-events.js';
import type { Actor } from './types.js';

export interface Session {
  /** What lists of sessions call it: the hash of the stored hash. */
  readonly publicId: string;
  readonly tokenHash: Buffer;
  readonly actor: Actor;
  readonly idleMinutes: number;
}

export interface SignInRequest {
  readonly username: string;
  readonly password: string;
  /** Of the authenticator, or a recovery code; asked for where the account has a second factor. */
  readonly code?: string | undefined;
  readonly address: string;
  readonly userAgent?: string | undefined;
}

/** Whoever changes what others may do, or opens sealed identities. */
const PRIVILEGED: readonly Role[] = ['administrator', 'identityCustodian'];
/** Idle time after which a session ends, on the system clock: an internal rule of the product. */
export const idleMinutesOf = (roles: readonly Role[]): number =>
  roles.some((role) => PRIVILEGED.includes(role)) ? 5 : 15;

/** How long a session lasts at most, in use or not: an internal rule; twice a day for whoever administers or opens identities. */
export const mostHoursOf = (roles: readonly Role[]): number =>
  roles.some((role) => PRIVILEGED.includes(role)) ? 4 : 12;

/** Opens, finds and closes sessions. */
export abstract class SignIn {
  abstract open(request: SignInRequest): Promise<{ token: string; session: Session }>;
  /** Null where the token opens nothing: unknown, idle too long, closed, account switched off. */
  abstract find(token: string): Promise<Session | null>;
  /** The hours after which a session ended that was in use, for a token that opens nothing any more; null: another reason. */
  abstract ranOut(token: string): Promise<number | null>;
  abstract close(session: Session): Promise<void>;
  /** For somebody whom an outside provider has vouched for; `strong`: it says that it has seen a second factor. */
  abstract openFor(username: string, from: OutsideProof): Promise<{ token: string; session: Session }>;
  /** Judges the wish for another password and answers its hash; whoever stores it calls `forget` then. */
  abstract newPassword(session: Session, change: PasswordChange): Promise<string>;
  /** The password once more, before something that a person who walked up to an open session must not do. @throws AppError 422 */
  abstract proveAgain(username: string, password: string): Promise<void>;
  /** Counts a try to prove the second factor from an open session. @throws AppError 429 */
  abstract mayProve(userId: UserId): Promise<void>;
  /** What was remembered of the sessions of an account is asked again. */
  abstract forget(userId: UserId): void;
}

export interface PasswordChange {
  readonly username: string;
  readonly current: string;
  readonly next: string;
}

export interface OutsideProof {
  readonly address: string;
  readonly userAgent?: string | undefined;
  readonly strong: boolean;
}

/** Whom the house asks for a second factor whether they like it or not. */
export interface SignInPolicy {
  demands(roles: readonly Role[]): boolean;
  /** Outside the agencies' own networks. */
  isRemote(address: string): boolean;
}

export interface SignInParts {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly hasher: PasswordHasher;
  /** False in production: the demo's accounts have a published password. */
  readonly allowDemo: boolean;
  readonly attempts: Attempts;
  readonly factor: SecondFactor;
  readonly policy: SignInPolicy;
  readonly events: SecurityEvents;
}
